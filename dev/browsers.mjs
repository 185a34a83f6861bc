/** Where browsers live on this machine: `CHROME_PATH` / `FIREFOX_PATH` first, then the usual places. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const { env, platform } = process;
/** A browser answers `--version` at once; one that opens a window instead is not waited for. */
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

/**
 * Every installed browser of that kind, best first; the one that `CHROME_PATH` or `FIREFOX_PATH` names alone where it
 * is set.
 */
export function findBrowsers(kind) {
  const named = kind === 'firefox' ? env.FIREFOX_PATH : env.CHROME_PATH;
  if (named) return [named];
  return (PLACES[kind][platform] ?? PLACES[kind].linux).filter((path) => existsSync(path));
}

/**
 * The path of an installed browser of that kind (`chromium` stands for Chrome, Chromium, Edge and Brave), or undefined.
 */
export function findBrowser(kind) {
  return findBrowsers(kind)[0];
}

/**
 * The version a browser names when asked, for example `153.8.0`; null if it does not say (Chrome on Windows never
 * does).
 */
export function versionOf(path) {
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: VERSION_TIMEOUT_MS });
  return /\d+(?:\.\d+)+/u.exec(stdout ?? '')?.[0] ?? null;
}

/** The oldest version of each kind that Lede runs in, as the manifest tells the browsers themselves; major versions. */
export function minimumOf(kind) {
  const manifest = JSON.parse(readFileSync(join(import.meta.dirname, '../manifest.json'), 'utf8'));
  const told =
    kind === 'firefox' ? manifest.browser_specific_settings.gecko.strict_min_version : manifest.minimum_chrome_version;
  return Number.parseInt(told, 10);
}

/** Whether a browser of this version can run Lede. A version that nobody tells is given a try. */
export function isRecent(kind, version) {
  return version === null || Number.parseInt(version, 10) >= minimumOf(kind);
}
