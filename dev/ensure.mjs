/** Makes sure of what a command needs: the npm packages, and browsers where this machine lets us install them. Knows Node's own modules only. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browsers.mjs';

/** The project's top folder. */
export const TOP = join(import.meta.dirname, '..');
/** npm writes it last, so it stands for a finished installation. */
const INSTALLED = join(TOP, 'node_modules/.package-lock.json');
/** Debian's name of each browser, and what to say where we cannot install it. */
const BROWSERS = {
  chromium: {
    package: 'chromium',
    missing: 'No Chrome, Chromium, Edge or Brave here: install one, or set CHROME_PATH to where it is.',
  },
  firefox: { package: 'firefox-esr', missing: 'No Firefox here: install it, or set FIREFOX_PATH to where it is.' },
};

/** Debian's packages of letters, each with a file that stands for it. */
const LETTERS = [
  { package: 'fonts-noto-core', file: '/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf' },
  { package: 'fonts-noto-cjk', file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc' },
];

/** Runs a command with its words on this terminal and no standard input; answers its exit code. */
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

/** Installs the npm packages of the lock file where they are missing; ends the process where that does not work. */
export function ensurePackages() {
  if (existsSync(INSTALLED)) return;
  console.log('Installing the npm packages …');
  if (run('npm', ['ci', '--no-fund', '--no-audit']) !== 0) {
    console.error('The npm packages are missing and `npm ci` does not work here: look at what it says above.');
    process.exit(1);
  }
}

/** The path of a browser of that kind, installed from Debian where there is none and this machine lets us (root, apt); null where not. */
export function ensureBrowser(kind) {
  const found = findBrowser(kind);
  if (found) {
    if (existsSync(found)) return found;
    console.error(`${kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'} says ${found}, and nothing is there.`);
    return null;
  }
  if (mayInstall()) {
    installFromDebian([BROWSERS[kind].package]);
    const installed = findBrowser(kind);
    if (installed) return installed;
  }
  console.error(BROWSERS[kind].missing);
  return null;
}

/** Letters of every script that the tests draw; where they are missing and this machine lets us, they are installed, else the pictures' tolerance must do. */
export function ensureLetters() {
  if (!mayInstall() || LETTERS.every(({ file }) => existsSync(file))) return;
  installFromDebian(LETTERS.map((one) => one.package));
}

/** Debian and Ubuntu, as root. */
function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function installFromDebian(names) {
  console.log(`Installing ${names.join(', ')} …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', ...names];
  // Package lists may be missing or old: fetch them only where the first try does not work.
  if (run('apt-get', install, env) === 0) return;
  run('apt-get', ['update'], env);
  run('apt-get', install, env);
}
