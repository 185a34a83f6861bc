/** Drives a real Chromium with Lede in it, through Playwright and the DevTools protocol. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, type CDPSession, type Frame, type Page, type Worker, chromium } from '@playwright/test';
import { EXTENSION_ARGS, findBrowser } from '../../../dev/browsers.mjs';
import {
  type Accessible,
  type Browser,
  GREETING_MS,
  MEANT_MS,
  PATIENCE_MS,
  type Surface,
  type Target,
  boxesOf,
  named,
  patiently,
} from './surface.ts';

const ARGS = [...EXTENSION_ARGS, '--no-pings', '--disable-domain-reliability'];
/** Timeout for Chromium to announce a popup, a panel or the service worker. */
const APPEAR_MS = 15_000;

class PageSurface implements Surface {
  constructor(
    readonly page: Page,
    private readonly frameOf: Page | Frame = page,
  ) {}

  private find(target: Target) {
    const all =
      'css' in target
        ? this.frameOf.locator(target.css)
        : this.frameOf.getByRole(target.role as 'button', {
            name: target.name,
            exact: typeof target.name === 'string',
          });
    return { all, one: all.nth(target.at ?? 0) };
  }

  async address() {
    return this.frameOf.url();
  }
  async evaluate<T, A>(act: (given: A) => T | Promise<T>, given?: A): Promise<T> {
    return (await this.frameOf.evaluate(act as (given: unknown) => unknown, given)) as T;
  }
  async texts(css: string) {
    return this.frameOf.locator(css).allInnerTexts();
  }
  async count(target: Target) {
    return this.find(target).all.count();
  }
  async click(target: Target, button: 'left' | 'right' = 'left') {
    await this.find(target).one.click({ button, timeout: PATIENCE_MS });
  }
  async accessible(): Promise<Accessible[]> {
    return (await this.tree()).map(({ role, name }) => ({ role, name }));
  }
  private async tree() {
    const cdp = await this.page.context().newCDPSession(this.page);
    try {
      const { nodes } = await cdp.send('Accessibility.getFullAXTree');
      return nodes
        .filter((node) => !node.ignored)
        .map((node) => ({
          role: String(node.role?.value ?? ''),
          name: String(node.name?.value ?? ''),
          id: node.backendDOMNodeId,
        }));
    } finally {
      await cdp.detach();
    }
  }
  async clickGuest(name: string | RegExp) {
    let before = '';
    const spot = await patiently(
      async () => {
        const node = (await this.tree()).find((one) => named(one.name, name) && one.role !== 'StaticText');
        if (!node?.id) return null;
        const cdp = await this.page.context().newCDPSession(this.page);
        const { quads } = await cdp
          .send('DOM.getContentQuads', { backendNodeId: node.id })
          .catch(() => ({ quads: [] }));
        await cdp.detach();
        const quad = quads[0];
        if (!quad) return null;
        // A person clicks what does not move.
        const stands = before === quad.join();
        before = quad.join();
        if (!stands) return null;
        const [x1 = 0, y1 = 0, , , x3 = 0, y3 = 0] = quad;
        return { x: (x1 + x3) / 2, y: (y1 + y3) / 2 };
      },
      () => `Nothing on the page is called ${name}.`,
    );
    await new Promise((over) => setTimeout(over, MEANT_MS));
    await this.page.mouse.click(spot.x, spot.y);
  }
  async press(key: string) {
    await this.page.keyboard.press(key);
  }
  async type(text: string) {
    await this.page.keyboard.type(text);
  }
  async select(words: string, upTo?: string) {
    const boxes = await this.boxes(words, upTo);
    await this.page.mouse.move(boxes.from.x, boxes.from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(boxes.to.x, boxes.to.y, { steps: 4 });
    await this.page.mouse.up();
  }
  async clickWords(words: string) {
    const { middle } = await this.boxes(words);
    await this.page.mouse.click(middle.x, middle.y);
  }
  private boxes(words: string, upTo?: string) {
    return patiently(
      () => this.evaluate(boxesOf, { words, ...(upTo === undefined ? {} : { upTo }) }),
      () => `The page does not say “${words}” in one piece.`,
    );
  }
  async run(source: string) {
    await this.frameOf.evaluate(`(() => { ${source}\n})()`);
  }
  async medium(medium: 'print' | 'screen') {
    await this.page.emulateMedia({ media: medium });
  }
  async reload() {
    await this.page.reload();
  }
  async goto(url: string) {
    await this.page.goto(url);
  }
  async frame(part: string) {
    const frame = await patiently(
      async () => this.page.frames().find((one) => one.url().includes(part)),
      () => `No frame at ${part}.`,
    );
    return new PageSurface(this.page, frame);
  }
  async show() {
    await this.page.bringToFront();
  }
  async screenshot(file: string) {
    await this.page.screenshot({ path: file });
  }
  async close() {
    await this.page.close();
  }
}

/** The Playwright page of a surface, for features that only Chromium has (axe, tracing). */
export function pageOf(surface: Surface): Page {
  if (surface instanceof PageSurface) return surface.page;
  throw new Error('Only a surface of Chromium has a page.');
}

class Chromium implements Browser {
  readonly kind = 'chromium';
  private context!: BrowserContext;
  private cdp!: CDPSession;
  private id = '';
  greetings = 0;
  private greeted = false;
  private readonly profile: string;

  constructor(
    private readonly dist: string,
    private readonly proxy: string | null,
    private readonly language: string,
    private readonly ownProfile?: string,
  ) {
    this.profile = ownProfile ?? mkdtempSync(join(tmpdir(), 'lede-chromium-'));
  }

  async start(): Promise<void> {
    const executablePath = findBrowser('chromium');
    if (!executablePath) throw new Error('No Chromium here. Install one or set CHROME_PATH.');
    this.context = await chromium.launchPersistentContext(this.profile, {
      executablePath,
      headless: !process.env.HEADED,
      viewport: null, // an emulated one tiles the popup's screenshot
      ignoreDefaultArgs: ['--disable-extensions'],
      // The process that starts the browser also ends it, in order.
      ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      args: [
        ...ARGS,
        ...(this.proxy ? [`--proxy-server=${this.proxy}`] : []),
        '--window-size=1200,860',
        `--lang=${this.language.replace('_', '-')}`,
      ],
      env: { ...process.env, LANGUAGE: this.language, LANG: `${this.language}.UTF-8` },
    });
    const browser = this.context.browser();
    if (!browser) throw new Error('This Playwright hides the browser of a persistent context.');
    this.cdp = await browser.newBrowserCDPSession();
    const ready = this.context.waitForEvent('serviceworker', { timeout: APPEAR_MS }).catch(() => null);
    const { id } = await this.cdp.send('Extensions.loadUnpacked', { path: resolve(this.dist) });
    this.id = id;
    await ready;
    await this.closeWelcome();
  }
  /** The welcome page that opens after the installation would be in front of every test. */
  private async closeWelcome(): Promise<void> {
    const greeting = (page: Page): boolean => page.url().includes('/welcome/');
    const open = this.context.pages().find(greeting);
    const page =
      open ??
      (await this.context
        .waitForEvent('page', { predicate: greeting, timeout: GREETING_MS[this.greeted ? 'again' : 'first'] })
        .catch(() => null));
    if (page) this.greetings++;
    await page?.close();
    this.greeted = true;
  }
  async open(url: string): Promise<Surface> {
    const page = await this.context.newPage();
    await page.goto(url);
    await page.bringToFront();
    return new PageSurface(page);
  }
  async popup(): Promise<Surface> {
    const active = await this.activeUrl();
    const { targetInfos } = await this.cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.findLast((one) => one.url === active) ?? targetInfos.at(-1);
    if (!tab) throw new Error('No tab is open.');
    const popup = this.appears('popup/');
    await this.cdp.send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
    return popup;
  }
  private async activeUrl(): Promise<string | undefined> {
    for (const page of this.context.pages().toReversed()) {
      if ((await page.evaluate(() => document.visibilityState).catch(() => 'hidden')) === 'visible') return page.url();
    }
    return undefined;
  }
  private async appears(path: string): Promise<Surface> {
    const address = `chrome-extension://${this.id}/${path}`;
    const page = await this.context.waitForEvent('page', {
      predicate: (one) => one.url().startsWith(address),
      timeout: APPEAR_MS,
    });
    return new PageSurface(page);
  }
  async panel(_opener: Surface, open: () => Promise<void>): Promise<Surface> {
    const panel = this.appears('panel/');
    await open();
    return panel;
  }
  async page(path: string): Promise<Surface> {
    return this.open(`chrome-extension://${this.id}/${path}`);
  }
  private async worker(): Promise<Worker> {
    const worker = this.context.serviceWorkers().find((one) => one.url().includes(this.id));
    return worker ?? this.context.waitForEvent('serviceworker', { timeout: APPEAR_MS });
  }
  async background<T, A>(act: (given: A) => T | Promise<T>, given: A): Promise<T> {
    return (await (await this.worker()).evaluate(act as (given: unknown) => unknown, given)) as T;
  }
  async command(name: string): Promise<void> {
    await (
      await this.worker()
    ).evaluate(async (command) => {
      const { chrome } = globalThis as unknown as { chrome: ChromeFires };
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      chrome.commands.onCommand.dispatch(command, tab);
    }, name);
  }
  async contextMenu(surface: Surface, _target: Target, entry: { id: string; title: string }): Promise<void> {
    const selectionText = await surface.evaluate(() => String(getSelection()));
    await (
      await this.worker()
    ).evaluate(
      async ([menuItemId, selected]) => {
        const { chrome } = globalThis as unknown as { chrome: ChromeFires };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const info = { menuItemId, selectionText: selected, pageUrl: tab?.url, frameId: 0, editable: false };
        chrome.contextMenus.onClicked.dispatch(info, tab);
      },
      [entry.id, selectionText],
    );
  }
  async allow(origin: string): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(
      ([id, pattern]) =>
        (globalThis as unknown as { chrome: ChromeFires }).chrome.developerPrivate.addHostPermission(id, pattern),
      [this.id, origin],
    );
    await page.close();
  }
  async stopBackground(): Promise<void> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/manifest.json`);
    const cdp = await this.context.newCDPSession(page);
    await cdp.send('ServiceWorker.enable');
    await cdp.send('ServiceWorker.stopAllWorkers');
    await page.close();
  }
  async update(): Promise<void> {
    const again = this.context.waitForEvent('serviceworker', { timeout: APPEAR_MS }).catch(() => null);
    await this.cdp.send('Extensions.loadUnpacked', { path: resolve(this.dist) }); // on top of the existing one
    await again;
  }
  async restart(): Promise<void> {
    await this.context.close();
    await this.start();
  }
  async crash(): Promise<void> {
    const { processInfo } = await this.cdp.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find((one) => one.type === 'browser');
    if (!browser) throw new Error('Chromium does not say which process it is.');
    const gone = this.context.waitForEvent('close', { timeout: APPEAR_MS });
    process.kill(browser.id, 'SIGKILL');
    await gone;
    await this.start();
  }
  async close(): Promise<void> {
    await this.context.close();
    if (this.ownProfile === undefined) rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The parts of Chromium's API that stand in for a person's gestures. */
interface ChromeFires {
  tabs: { query: (ask: object) => Promise<{ url?: string }[]> };
  commands: { onCommand: { dispatch: (command: string, tab: unknown) => void } };
  contextMenus: { onClicked: { dispatch: (info: object, tab: unknown) => void } };
  developerPrivate: { addHostPermission: (id: string | undefined, origin: string | undefined) => Promise<void> };
}

/**
 * Starts Chromium with the built extension in `dist`. With `proxy`, all traffic except the loopback's goes through it.
 * A `profile` folder is kept at the end; without one a temporary profile is used.
 */
export async function startChromium(
  dist: string,
  proxy: string | null,
  language = 'en_US',
  profile?: string,
): Promise<Browser> {
  const browser = new Chromium(dist, proxy, language, profile);
  await browser.start();
  return browser;
}
