/**
 * `npm start [-- chromium|firefox] [-- URL-or-file]`: opens an article in a browser with Lede. Without a display,
 * prints what Lede's popup shows.
 */
import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findBrowser } from './browsers.mjs';
import { TOP, ensureBrowser, ensurePackages, run } from './ensure.mjs';

const KINDS = ['chromium', 'firefox'];
/** The sample that opens by default. */
const SAMPLE = '/articles/river.en';

const words = process.argv.slice(2).filter((word) => word !== '--');
const kindAsked = words.find((word) => KINDS.includes(word));
const named = words.find((word) => !KINDS.includes(word));
/** The folder in which the command was given. npm itself runs it in the project's top folder. */
const here = process.env.INIT_CWD ?? process.cwd();

/** The full path of the given file; undefined for a web address or without an argument. */
const file = named && !/^https?:\/\//u.test(named) ? resolve(here, named) : undefined;
if (file && !(existsSync(file) && statSync(file).isFile())) {
  console.error(`${named} is neither an address (http…) nor a file here.`);
  process.exit(1);
}

ensurePackages();
const kind = kindAsked ?? KINDS.find((one) => findBrowser(one)) ?? 'chromium';
const executable = ensureBrowser(kind);
if (!executable) process.exit(1);
process.env[kind === 'firefox' ? 'FIREFOX_PATH' : 'CHROME_PATH'] = executable;
const target = kind === 'firefox' ? 'firefox' : 'chrome';
// The tests have built already, and another of their browsers is using that build.
const built = process.env.LEDE_BUILT === '1';
if (!built && run('npx', ['vite', 'build', '--mode', target, '--logLevel', 'warn']) !== 0) process.exit(1);
const dist = join(TOP, 'dist', target);

// The packages are installed from here on. This script also uses the harness and the web server of the tests.
const { runnerImport } = await import('vite');
const hands = async (path) => {
  const { href } = pathToFileURL(join(TOP, 'tests/e2e/harness', path));
  return (await runnerImport(href, { configFile: false, logLevel: 'silent' })).module;
};
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'; // before Playwright loads: the popup is a page for it
const { Site } = await hands('site.ts');
const site = await Site.start();

/** The address to open: the given web address, the given file (its folder is served), or the sample. */
function addressToOpen() {
  if (!file) return named ?? site.url(SAMPLE);
  site.serveFolder(dirname(file));
  return site.url(`/${encodeURIComponent(basename(file))}`);
}
const address = addressToOpen();
const headless = process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;

/** Cleanup functions, called in reverse order. */
const endings = [() => site.close()];
let ending = false;
async function end(code) {
  if (ending) return;
  ending = true;
  for (const one of endings.toReversed()) await Promise.resolve(one()).catch(() => null);
  process.exit(code);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0));
process.stdout.on('error', () => void end(0)); // the reader of our output has closed, as in `npm start | head`

// Ending cuts off what is still running. Errors from that are not reported.
await (headless ? showInWords() : openWindow()).catch(async (reason) => {
  if (ending) return;
  const [why] = String(reason?.message ?? reason).split('\n');
  console.error(`${executable} could not be driven: ${why}`);
  await end(1);
});

/** Opens the browser through web-ext, which reloads Lede whenever dist/ changes. */
async function openWindow() {
  const { default: webExt } = await import('web-ext');
  const root = process.platform === 'linux' && process.getuid?.() === 0;
  console.log(`Opening ${address} in ${executable}.`);
  console.log('Click Lede in the toolbar (the puzzle piece lists it), or press Alt+Shift+L. Ctrl-C here quits.');
  const starting = webExt.cmd.run(
    {
      target: [kind === 'firefox' ? 'firefox-desktop' : 'chromium'],
      sourceDir: dist,
      artifactsDir: join(TOP, '.cache'),
      ...(kind === 'firefox' ? { firefox: executable } : { chromiumBinary: executable }),
      startUrl: [address],
      noInput: true,
      args: root && kind !== 'firefox' ? ['--no-sandbox'] : [],
    },
    { shouldExitProgram: false },
  );
  endings.push(async () => (await starting).exit());
  const runner = await starting;
  runner.registerCleanup?.(() => void end(0)); // the person closed the window
}

/** Opens the article headless, clicks the real toolbar button, and prints what the popup shows. */
async function showInWords() {
  console.log(`No display here: ${executable} runs headless. Clicking Lede on ${address} …\n`);
  const { Glance } = await hands('glance.ts');
  const { startFirefox, startChromium } = await hands(kind === 'firefox' ? 'firefox.ts' : 'chromium.ts');
  const starting = (startFirefox ?? startChromium)(dist, null);
  endings.push(async () => (await starting).close()); // also when Ctrl-C is pressed before it has started
  const browser = await starting;
  await browser.open(address);
  const popup = await new Glance(await browser.popup()).settled();
  const picture = join(TOP, '.cache', `popup-${kind}.png`);
  await popup.surface.screenshot(picture);
  console.log(await popup.title());
  console.log((await popup.facts()).join(' · '));
  const list = (heading, lines) => console.log(`\n${heading}\n${lines.join('\n') || '  (none)'}`);
  if (await popup.hasArticle()) {
    list(
      'Outline',
      (await popup.outline()).map(({ level, label }) => `${'  '.repeat(level)}${label}`),
    );
    list(
      'Key points',
      (await popup.keyPoints()).map((point, at) => `  ${at + 1}. ${point}`),
    );
    list(
      'Set aside',
      (await popup.setAside()).map(({ reason, text }) => `  [${reason}] ${text.slice(0, 100)}`),
    );
  } else {
    console.log(`\n${(await popup.surface.texts('main p')).join('\n')}`);
  }
  console.log(`\nA picture of the popup: ${relative(here, picture)}`);
  await end(0);
}
