/** Where browsers live on this machine: `CHROME_PATH` / `FIREFOX_PATH` first, then the usual places. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const { env, platform } = process;
const onPath = (name) => (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
const mac = (path) => [`/Applications/${path}`, join(env.HOME ?? '', 'Applications', path)];
const windows = (path) =>
  [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean).map((folder) => join(folder, path));

const PLACES = {
  chromium: {
    linux: [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge-stable',
      'brave-browser',
    ].flatMap(onPath),
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].flatMap((name) =>
      mac(`${name}.app/Contents/MacOS/${name}`),
    ),
    win32: [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
    ].flatMap(windows),
  },
  firefox: {
    linux: ['firefox', 'firefox-esr', 'firefox-developer-edition'].flatMap(onPath),
    darwin: ['Firefox', 'Firefox Developer Edition'].flatMap((name) => mac(`${name}.app/Contents/MacOS/firefox`)),
    win32: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'].flatMap(windows),
  },
};

/** The path of an installed browser of that kind (`chromium` stands for Chrome, Chromium, Edge and Brave), or undefined. */
export function findBrowser(kind) {
  const named = kind === 'firefox' ? env.FIREFOX_PATH : env.CHROME_PATH;
  if (named) return named;
  return (PLACES[kind][platform] ?? PLACES[kind].linux).find((path) => existsSync(path));
}
