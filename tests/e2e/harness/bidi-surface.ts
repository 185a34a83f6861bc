/** A document of Firefox that a test drives with real input over WebDriver BiDi. */
import { writeFileSync } from 'node:fs';
import type { Bidi } from './bidi.ts';
import { type Wanted, elementsOf } from './roles.ts';
import {
  type Accessible,
  MEANT_MS,
  type Point,
  type Surface,
  type Target,
  boxesOf,
  named,
  patiently,
} from './surface.ts';

/** Keys that WebDriver names by a code point of the private use area. */
const KEYS: Record<string, string> = {
  Enter: '\uE007',
  Tab: '\uE004',
  Escape: '\uE00C',
  Backspace: '\uE003',
  Delete: '\uE017',
  Space: ' ',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  F10: '\uE03A',
  Shift: '\uE008',
  Control: '\uE009',
  ControlOrMeta: '\uE009',
  Alt: '\uE00A',
  Meta: '\uE03D',
};
/** Gecko's names of roles that differ from ARIA's. */
const ROLES: Record<string, string> = {
  pushbutton: 'button',
  'toggle button': 'button',
  entry: 'textbox',
  'text leaf': 'StaticText',
  radiobutton: 'radio',
};

/** The first line of a script in Firefox's own window that finds a tab by its context. */
export const NAVIGABLE_MANAGER =
  'const { NavigableManager: manager } = ' +
  "ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');";

/** What a surface needs from the browser around it. */
interface Around {
  /** Runs in Firefox's own window. */
  chrome: <T>(body: string) => Promise<T>;
  /** How to close a document that is not a tab. */
  close?: () => Promise<void>;
}
interface Found {
  sharedId: string;
}
/** Firefox's response to a script. */
interface Answer<T> {
  type: string;
  result?: { value?: T };
  exceptionDetails?: { text: string };
}

export class BidiSurface implements Surface {
  constructor(
    private readonly bidi: Bidi,
    private readonly context: string,
    private readonly around: Around,
    /** The tab or view that holds this frame; input goes there by position. */
    private readonly top: string = context,
  ) {}

  address() {
    return this.evaluate(() => location.href);
  }
  evaluate<T, A>(act: (given: A) => T | Promise<T>, given?: A): Promise<T> {
    const argument = given === undefined ? 'undefined' : JSON.stringify(given);
    return this.bidi.evaluate<T>({ context: this.context }, `(${act.toString()})(${argument})`);
  }
  texts(css: string) {
    return this.evaluate((selector: string) => {
      const all = [...document.querySelectorAll(selector)];
      return all.map((one) => (one instanceof HTMLElement ? one.innerText : (one.textContent ?? '')));
    }, css);
  }
  private async find(target: Target): Promise<Found[]> {
    if ('css' in target) {
      const locator = { type: 'css', value: target.css };
      const { nodes } = await this.bidi.send<{ nodes: Found[] }>('browsingContext.locateNodes', {
        context: this.context,
        locator,
      });
      return nodes;
    }
    const { role, name } = target;
    const wanted: Wanted = typeof name === 'string' ? { role, name } : { role, pattern: [name.source, name.flags] };
    return this.nodes(`(${elementsOf.toString()})(${JSON.stringify(wanted)})`);
  }
  /** The elements that an expression returns; null means none. */
  private async nodes(expression: string): Promise<Found[]> {
    const answer = await this.bidi.send<Answer<Found[]>>('script.evaluate', {
      target: { context: this.context },
      expression,
      awaitPromise: false,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'an exception');
    return answer.result?.value ?? [];
  }
  private async on<T>(node: Found, act: string): Promise<T> {
    const answer = await this.bidi.send<Answer<T>>('script.callFunction', {
      target: { context: this.context },
      functionDeclaration: act,
      arguments: [{ sharedId: node.sharedId }],
      awaitPromise: true,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'an exception');
    return answer.result?.value as T;
  }
  async count(target: Target) {
    return (await this.find(target)).length;
  }
  async click(target: Target, button: 'left' | 'right' = 'left') {
    const meant = JSON.stringify(target, (_key, value: unknown) => (value instanceof RegExp ? String(value) : value));
    await this.clickFound(async () => (await this.find(target))[target.at ?? 0], meant, button);
  }
  /** Clicks an element once it is visible, does not move and is not covered, as a person would. */
  private async clickFound(find: () => Promise<Found | undefined>, meant: string, button: 'left' | 'right') {
    let hindrance = 'is not here';
    await patiently(
      async () => {
        const found = await find();
        if (!found) return null;
        hindrance = await this.on<string>(found, hindranceOf.toString());
        if (hindrance) return null;
        const origin = { type: 'element', element: { sharedId: found.sharedId } };
        try {
          await this.pointer([{ type: 'pointerMove', x: 0, y: 0, origin }, ...tap(button)]);
        } catch (error) {
          if (!/out of bounds/.test(String(error))) throw error;
          hindrance = 'moves out of sight'; // late content moved it away before the press
          return null;
        }
        return true;
      },
      () => `${meant} ${hindrance}.`,
    );
  }
  private async pointer(actions: object[], context = this.context) {
    await this.bidi.send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }],
    });
  }
  async accessible(): Promise<Accessible[]> {
    return (await this.tree()).map(({ role, name }) => ({ role: ROLES[role] ?? role, name }));
  }
  /** Firefox's own accessibility tree of the tab, as a screen reader gets it, including closed shadow roots. */
  private tree() {
    return this.around.chrome<{ role: string; name: string; x: number; y: number }[]>(`
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      ${NAVIGABLE_MANAGER}
      const browser = manager.getBrowserById(${JSON.stringify(this.top)});
      const page = service.getAccessibleFor(browser)?.firstChild;
      if (!page) return [];
      const ratio = window.devicePixelRatio;
      const box = browser.getBoundingClientRect();
      const origin = { x: (window.mozInnerScreenX + box.left) * ratio, y: (window.mozInnerScreenY + box.top) * ratio };
      const middle = (node) => {
        const [x, y, w, h] = [{}, {}, {}, {}];
        node.getBounds(x, y, w, h);
        return { x: (x.value + w.value / 2 - origin.x) / ratio, y: (y.value + h.value / 2 - origin.y) / ratio };
      };
      const all = [];
      const walk = (node) => {
        all.push({ role: service.getStringRole(node.role), name: node.name ?? '', ...middle(node) });
        for (let child = node.firstChild; child; child = child.nextSibling) walk(child);
      };
      walk(page);
      return all;`);
  }
  async clickGuest(name: string | RegExp) {
    // A screen reader must find it; its position comes from the document, because the accessibility tree lags behind.
    await patiently(
      async () => (await this.tree()).find((one) => named(one.name, name) && one.role !== 'text leaf'),
      () => `Nothing on the page is called ${name}.`,
    );
    await new Promise((over) => setTimeout(over, MEANT_MS));
    await this.clickFound(() => this.guestNode(name), String(name), 'left');
  }
  /** A button of that name in one of Lede's closed shadow roots, which only BiDi can access. */
  private async guestNode(name: string | RegExp): Promise<Found | undefined> {
    const { result } = await this.bidi.send<Answer<{ value?: { shadowRoot?: Found | null } }[]>>('script.evaluate', {
      target: { context: this.context },
      expression: `[...document.querySelectorAll('[data-lede]')]`,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    for (const { value } of result?.value ?? []) {
      if (!value?.shadowRoot) continue;
      const buttons =
        (await this.on<Found[] | undefined>(value.shadowRoot, `(root) => [...root.querySelectorAll('button')]`)) ?? [];
      for (const button of buttons) {
        const called = await this.on<string>(button, `(e) => e.getAttribute('aria-label') ?? e.textContent`);
        if (named(called, name)) return button;
      }
    }
    return undefined;
  }
  async press(key: string) {
    const chord = key.split('+').map((one) => KEYS[one] ?? one);
    const actions = [
      ...chord.map((value) => ({ type: 'keyDown', value })),
      ...chord.toReversed().map((value) => ({ type: 'keyUp', value })),
    ];
    await this.keys(actions);
  }
  async type(text: string) {
    await this.keys(
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }
  private async keys(actions: object[]) {
    await this.bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }
  async select(words: string, upTo?: string) {
    const { from, to } = await this.boxes(words, upTo);
    await this.pointer([
      move(from),
      { type: 'pointerDown', button: 0 },
      { ...move(to), duration: 60 },
      { type: 'pointerUp', button: 0 },
    ]);
  }
  async clickWords(words: string) {
    const { middle } = await this.boxes(words);
    await this.pointer([move(middle), ...tap('left')]);
  }
  private boxes(words: string, upTo?: string) {
    const stretch = { words, ...(upTo === undefined ? {} : { upTo }) };
    let before = '';
    return patiently(
      async () => {
        // A page that is still changing moves its text away from the measured position.
        const [boxes, heightPx] = [await this.evaluate(boxesOf, stretch), await this.evaluate(() => innerHeight)];
        const now = JSON.stringify(boxes);
        const stands = now === before;
        before = now;
        const isSeen = boxes !== null && [boxes.from, boxes.to].every(({ y }) => y > 0 && y < heightPx);
        return stands && isSeen ? boxes : null;
      },
      () => `The page does not say “${words}” in one piece, or they do not stand still in view: ${before}.`,
    );
  }
  async run(source: string) {
    await this.bidi.evaluate<null>({ context: this.context }, `(() => { ${source}\n})()`);
  }
  async medium(medium: 'print' | 'screen') {
    await this.around.chrome<null>(`
      ${NAVIGABLE_MANAGER}
      const { browsingContext } = manager.getBrowserById(${JSON.stringify(this.top)});
      browsingContext.mediumOverride = ${JSON.stringify(medium === 'print' ? 'print' : '')};
      return null;`);
  }
  async reload() {
    await this.bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }
  async goto(url: string) {
    await this.bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
  }
  async frame(part: string): Promise<Surface> {
    type Node = { context: string; url: string; children: Node[] | null };
    const search = (nodes: Node[]): Node | undefined => {
      for (const node of nodes) {
        const found = node.url.includes(part) ? node : search(node.children ?? []);
        if (found) return found;
      }
      return undefined;
    };
    const found = await patiently(
      async () => {
        const tree = await this.bidi.send<{ contexts: Node[] }>('browsingContext.getTree', { root: this.context });
        return search(tree.contexts[0]?.children ?? []);
      },
      () => `No frame at ${part}.`,
    );
    return new BidiSurface(this.bidi, found.context, this.around, this.top);
  }
  async show() {
    await this.bidi.send('browsingContext.activate', { context: this.context });
  }
  async screenshot(file: string) {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }
  async close() {
    if (this.around.close) await this.around.close();
    else await this.bidi.send('browsingContext.close', { context: this.context });
  }
}

/** Runs in the document: scrolls an element into view and returns what prevents a click on it, if anything. */
async function hindranceOf(element: Element): Promise<string> {
  if (element.matches(':disabled')) return 'is disabled';
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const place = () => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2, width, height };
  };
  const before = JSON.stringify(place());
  await new Promise((resolve) => {
    requestAnimationFrame(resolve);
    setTimeout(resolve, 100); // a document that is not rendered has no animation frames
  });
  const { x, y } = place();
  const now = JSON.stringify(place());
  if (now !== before) return `moves from ${before} to ${now}`;
  const hit = (element.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  if (hit && (element.contains(hit) || hit.contains(element))) return '';
  const above = hit?.outerHTML.slice(0, 80) ?? 'nothing';
  return `at ${now} in a window of ${innerWidth} × ${innerHeight} lies under ${above}`;
}

function move({ x, y }: Point) {
  return { type: 'pointerMove', x: Math.round(x), y: Math.round(y), origin: 'viewport' };
}

function tap(button: 'left' | 'right') {
  const code = button === 'left' ? 0 : 2;
  return [
    { type: 'pointerDown', button: code },
    { type: 'pointerUp', button: code },
  ];
}
