/**
 * Installs what a command needs: the npm packages, and browsers where the machine allows it. Imports only Node's own
 * modules, because it runs before `npm ci`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowsers, isRecent, minimumOf, versionOf } from './browsers.mjs';

/** The project's top folder. */
export const TOP = join(import.meta.dirname, '..');
/** npm writes this file last, so its presence means that the installation is complete. */
const INSTALLED = join(TOP, 'node_modules/.package-lock.json');
/** For each kind: its display name, the Debian package, the environment variable with its path, and where to get it. */
const BROWSERS = {
  chromium: {
    name: 'Chrome, Chromium, Edge or Brave',
    package: 'chromium',
    variable: 'CHROME_PATH',
    from: 'https://www.google.com/chrome/',
  },
  firefox: {
    name: 'Firefox',
    package: 'firefox-esr',
    variable: 'FIREFOX_PATH',
    from: 'https://www.mozilla.org/firefox/',
  },
};
/** Debian's package lists, and the age from which an installation updates them first. */
const LISTS = '/var/lib/apt/lists';
const LISTS_FRESH_MS = 24 * 60 * 60 * 1000;

/** Debian's font packages, each with a file that shows that it is installed. */
const FONTS = [
  { package: 'fonts-noto-core', file: '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf' },
  { package: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
];

/** Runs a command with its output on this terminal and no standard input. Returns its exit code. */
export function run(command, args, env = {}) {
  // npm and npx are .cmd files on Windows, which need a shell there.
  const shell = process.platform === 'win32';
  const done = spawnSync(command, args, {
    cwd: TOP,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
    shell,
  });
  if (done.error) console.error(`${command}: ${done.error.message}`);
  return done.status ?? 1;
}

/**
 * Like `run`, but asynchronous. Output is piped, so that two commands that would each redraw the terminal's last line
 * write whole lines instead.
 */
export function runBeside(command, args, env = {}) {
  const shell = process.platform === 'win32';
  const child = spawn(command, args, {
    cwd: TOP,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
    shell,
  });
  child.stdout.pipe(process.stdout, { end: false });
  child.stderr.pipe(process.stderr, { end: false });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Installs the npm packages of the lock file if they are missing. Ends the process if that fails. */
export function ensurePackages() {
  if (existsSync(INSTALLED)) return;
  console.log('Installing the npm packages …');
  if (run('npm', ['ci', '--no-fund', '--no-audit']) !== 0) {
    console.error('The npm packages are missing and `npm ci` failed; see its output above.');
    process.exit(1);
  }
}

/**
 * The path of a browser that can run Lede. If there is none, it is installed or upgraded from Debian where that is
 * possible (root, apt). Null if that fails too; then one line on stderr says which version was found, which one is
 * needed and where to get it.
 */
export function ensureBrowser(kind) {
  const { variable } = BROWSERS[kind];
  const named = process.env[variable];
  if (named && !existsSync(named)) {
    console.error(`${variable} says ${named}, and nothing is there.`);
    return null;
  }
  let found = recentBrowser(kind);
  if (!found.path && !named && mayInstall()) {
    installFromDebian([BROWSERS[kind].package]);
    found = recentBrowser(kind);
  }
  if (!found.path) console.error(missingLine(kind, found.tooOld));
  return found.path;
}

/** The path of the first browser that is recent enough, or null, and all browsers found. */
function recentBrowser(kind) {
  const all = findBrowsers(kind).map((path) => ({ path, version: versionOf(path) }));
  const path = all.find(({ version }) => isRecent(kind, version))?.path ?? null;
  return { path, tooOld: all };
}

/**
 * One line on what is missing, for example "Lede needs Firefox 153 or newer; /usr/bin/firefox is 140.12.0. Get it …".
 */
function missingLine(kind, tooOld) {
  const { name, variable, from } = BROWSERS[kind];
  const found = tooOld.map(({ path, version }) => `${path} is ${version}`).join(', ') || 'there is none here';
  return (
    `Lede needs ${name} ${minimumOf(kind)} or newer; ${found}. Get it from ${from}, or ` +
    `set ${variable} to where it is.`
  );
}

/**
 * Installs fonts for every script in the tests' screenshots where that is possible. Elsewhere the screenshots'
 * tolerance must cover the difference.
 */
export function ensureFonts() {
  if (!mayInstall() || FONTS.every(({ file }) => existsSync(file))) return;
  installFromDebian(FONTS.map((one) => one.package));
}

/** Whether packages can be installed: on Debian or Ubuntu, as root. */
function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** Installs the newest versions that Debian has. Old package lists name old versions, so they are updated first. */
function installFromDebian(names) {
  console.log(`Installing ${names.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...names];
  const stale = Date.now() - listsTime() > LISTS_FRESH_MS;
  if (stale) run('apt-get', ['update', '-qq'], env);
  if (run('apt-get', install, env) === 0 || stale) return;
  run('apt-get', ['update', '-qq'], env);
  run('apt-get', install, env);
}

/**
 * When apt last fetched its package lists, in ms since 1970; 0 if never. The folders are checked because the files have
 * the server's times.
 */
function listsTime() {
  const folders = [LISTS, join(LISTS, 'partial')].filter((folder) => existsSync(folder));
  return Math.max(0, ...folders.map((folder) => statSync(folder).mtimeMs));
}
