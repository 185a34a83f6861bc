/** Finds the browsers on this machine: `CHROME_PATH` or `FIREFOX_PATH` first, then the usual places. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const { env, platform } = process;
/** Timeout for `--version`. A browser answers at once, unless it opens a window instead. */
const VERSION_TIMEOUT_MS = 10_000;
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

/** Arguments of every Chromium that tests and benches start: no sandbox, no background traffic. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
];
/** Arguments of a Chromium that Lede is loaded into. */
export const EXTENSION_ARGS = [...CHROMIUM_ARGS, '--enable-unsafe-extension-debugging'];

/** Paths of all installed browsers of a kind, best first. If `CHROME_PATH` or `FIREFOX_PATH` is set, only that one. */
export function findBrowsers(kind) {
  const named = kind === 'firefox' ? env.FIREFOX_PATH : env.CHROME_PATH;
  if (named) return [named];
  return (PLACES[kind][platform] ?? PLACES[kind].linux).filter((path) => existsSync(path));
}

/** The path of an installed browser of a kind, or undefined. `chromium` includes Chrome, Chromium, Edge and Brave. */
export function findBrowser(kind) {
  return findBrowsers(kind)[0];
}

/** The version that a browser prints, for example `153.8.0`; null if it prints none (as Chrome on Windows). */
export function versionOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: VERSION_TIMEOUT_MS });
  return /\d+(?:\.\d+)+/u.exec(stdout ?? '')?.[0] ?? null;
}

/** The oldest major version of a kind that Lede runs in, as stated in the manifest. */
export function minimumOf(kind) {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../manifest.json'), 'utf8'));
  const told =
    kind === 'firefox' ? manifest.browser_specific_settings.gecko.strict_min_version : manifest.minimum_chrome_version;
  return Number.parseInt(told, 10);
}

/** Whether a browser of this version can run Lede. An unknown version (null) counts as recent. */
export function isRecent(kind, version) {
  return version === null || Number.parseInt(version, 10) >= minimumOf(kind);
}
