/**
 * With a finger: held on a word it selects it, and the bar marks it; a tap on what is marked opens its bar; a drag
 * scrolls and marks nothing. Touches are the browser's own; only the selection that a long touch makes on a phone is
 * made here in its midst, as a Chromium that DevTools drives takes a long touch for one but selects nothing.
 */
import type { CDPSession } from '@playwright/test';
import { pageOf } from './harness/chromium.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import { type Point, type Surface, boxesOf, patiently } from './harness/surface.ts';

const FILL =
  'The ferry left before the light came, and nobody on the pier had thought of asking where it went that winter.';
const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" ' +
  `content="width=device-width"><title>By hand</title></head><body><article>
<h1>By hand</h1><p>${FILL} ${FILL}</p><p>Lanterns hung along the harbour wall all night.</p><p>${FILL} ${FILL}</p>
${`<p>${FILL} ${FILL}</p>`.repeat(20)}</article></body></html>`;
/**
 * How long a finger stays, ms: a tap; and longer than Chromium waits until it takes a touch for a long one, which is no
 * click.
 */
const TAP_MS = 60;
const LONG_MS = 1_200;

/** Simulates a finger on the page. */
class Finger {
  constructor(
    private readonly page: Surface,
    private readonly cdp: CDPSession,
  ) {}

  static async on(page: Surface): Promise<Finger> {
    const cdp = await pageOf(page).context().newCDPSession(pageOf(page));
    await cdp.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 1 });
    return new Finger(page, cdp);
  }
  async tap(words: string): Promise<void> {
    const { middle } = await this.boxes(words);
    await this.touch('touchStart', middle);
    await new Promise((over) => setTimeout(over, TAP_MS));
    await this.touch('touchEnd');
  }
  /** Held until the words are selected, as they are on a phone while the finger is still down. */
  async hold(words: string): Promise<void> {
    const { middle } = await this.boxes(words);
    const held = this.page.evaluate(selectWhenHeld, words);
    const gesture = { ...middle, duration: LONG_MS, gestureSourceType: 'touch' } as const;
    await Promise.all([held, this.cdp.send('Input.synthesizeTapGesture', gesture)]);
  }
  async drag(words: string, byPx: number): Promise<void> {
    const { middle } = await this.boxes(words);
    await this.touch('touchStart', middle);
    for (let step = 1; step <= 10; step++)
      await this.touch('touchMove', { x: middle.x, y: middle.y + (byPx * step) / 10 });
    await this.touch('touchEnd');
  }
  private touch(type: 'touchStart' | 'touchMove' | 'touchEnd', at?: Point): Promise<unknown> {
    return this.cdp.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  }
  private boxes(words: string) {
    return patiently(
      () => this.page.evaluate(boxesOf, { words }),
      () => `The page does not say “${words}”.`,
    );
  }
}

/** Runs in the page: selects words half a second after a finger came down, as a long touch does. */
async function selectWhenHeld(words: string): Promise<void> {
  await new Promise((down) => document.addEventListener('touchstart', down, { once: true, capture: true }));
  await new Promise((held) => setTimeout(held, 500));
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = (node.nodeValue ?? '').indexOf(words);
    if (at >= 0) return getSelection()?.setBaseAndExtent(node, at, node, at + words.length);
  }
}

test.beforeEach(({ lede }) => emptyLibrary(lede));

test('a long press on a word highlights it, and a tap on it opens its toolbar', async ({ lede, site }) => {
  site.serve('/hand', { body: PAGE });
  const page = await lede.open(site.url('/hand', 'touch.test'));
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
  const finger = await Finger.on(page);
  const bar = async () => (await page.accessible()).filter(({ role }) => role === 'toolbar').length;

  await finger.drag('Lanterns', -300);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
  expect(await bar()).toBe(0);

  await finger.hold('Lanterns');
  await expect.poll(bar).toBe(1);
  // Its end is dragged by the selection handle, which sends the page no touch events.
  await page.evaluate(() => getSelection()?.modify('extend', 'forward', 'word'));
  await expect.poll(() => page.evaluate(() => String(getSelection()).trim())).toBe('Lanterns hung');
  await page.clickGuest(say('colour_green'));
  await expect.poll(() => wordsOn(page)).toEqual(['Lanterns hung']);
  await expect.poll(bar).toBe(0);

  await finger.tap('Lanterns');
  await expect.poll(bar).toBe(1);
  await page.clickGuest(say('toolbar_delete'));
  await expect.poll(() => wordsOn(page)).toEqual([]);
  await page.clickGuest(say('toolbar_undo'));
  await expect.poll(() => wordsOn(page)).toEqual(['Lanterns hung']);
  await finger.tap('Lanterns');
  await expect.poll(bar).toBe(1);
  await finger.tap('along the harbour');
  await expect.poll(bar).toBe(0);
  await page.close();
});
