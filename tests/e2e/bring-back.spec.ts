/** Hidden blocks are restored with one click, and the popup's items lead to their places on the page. */
import { fixture, partsOf } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';

test.beforeEach(({ lede }) => emptyLibrary(lede));

test('a hidden block can be restored to the article', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'back.test'));
  const popup = await new Glance(await lede.popup()).settled();
  const excerpt = partsOf(fixture('river.en')).teasers[1]?.excerpt ?? '';
  expect(await popup.articleText()).not.toContain(excerpt);
  const lines = await popup.setAside();
  const at = lines.findIndex((one) => one.text.includes(excerpt));
  expect(at).toBeGreaterThanOrEqual(0);
  const outline = await popup.outline();
  await popup.surface.click({ css: '.ledger-inside .ledger-act', at });
  await expect.poll(() => popup.articleText()).toContain(excerpt);
  // That block was restored and nothing else moved.
  await expect.poll(() => popup.setAside()).toEqual(lines.filter((_, index) => index !== at));
  expect(await popup.outline()).toEqual(outline);
  await popup.surface.close();
  await page.close();
});

test('a restored block is there after a reload, and on another page of the site if the person wants it', async ({
  lede,
  site,
}) => {
  const make = (name: string, about: string) => {
    const { title, body } = partsOf(fixture(name));
    const paragraphs = body.map((line) => `<p>${line}</p>`);
    const tip =
      `<aside class="promo newsletter"><p>Subscribe to the ${about} letter. <a href="/sub">Sign ` +
      'up now</a></p></aside>';
    paragraphs.splice(2, 0, tip);
    return (
      `<!doctype html><html lang="en"><title>${title}</title><article class="story">` +
      `<h1>${title}</h1>${paragraphs.join('')}</article></html>`
    );
  };
  site.serve('/kept/one', { body: make('river.en', 'river') });
  site.serve('/kept/other', { body: make('tides.en', 'tides') });
  const [one, other] = [site.url('/kept/one', 'kept.test'), site.url('/kept/other', 'kept.test')];
  const page = await lede.open(one);
  const popup = await new Glance(await lede.popup()).settled();
  const words = 'Subscribe to the river letter.';
  expect(await popup.articleText()).not.toContain(words);
  const at = (await popup.setAside()).findIndex(({ text }) => text.includes(words));
  expect(at).toBeGreaterThanOrEqual(0);
  await popup.surface.click({ css: '.ledger-inside .ledger-act', at });
  await expect.poll(() => popup.articleText()).toContain(words);
  await popup.surface.close();
  await page.reload();
  const again = await new Glance(await lede.popup()).settled();
  await expect.poll(() => again.articleText()).toContain(words);
  await expect.poll(() => again.surface.count({ css: '.head-ledger' })).toBe(1);
  await again.setAside();
  await expect.poll(() => again.surface.count({ css: '.ledger-site[aria-pressed=false]' })).toBe(1);
  await again.surface.click({ role: 'button', name: /^Keep on this site: Subscribe/u });
  await expect.poll(() => again.surface.count({ css: '.ledger-site[aria-pressed=true]' })).toBe(1);
  await again.surface.close();
  await page.goto(other);
  const there = await new Glance(await lede.popup()).settled();
  await expect.poll(() => there.articleText()).toContain('Subscribe to the tides letter.');
  await there.surface.close();

  const options = await lede.page('options/index.html');
  await options.click({ role: 'button', name: /^Remove kept\.test · Subscribe/u });
  await expect.poll(() => options.count({ role: 'button', name: /^Remove kept\.test/u })).toBe(0);
  await options.close();
  await page.show();
  await page.reload();
  const last = await new Glance(await lede.popup()).settled();
  await expect.poll(() => last.articleText()).not.toContain('Subscribe to the tides letter.');
  await last.surface.close();
  await page.close();
});

test('a page that was read wrongly can be corrected by picking its part, on the whole site, until undone', async ({
  lede,
  site,
}) => {
  const make = (name: string, letter: string) => {
    const { title, body } = partsOf(fixture(name));
    const paragraphs = body.map((line) => `<p>${line}</p>`).join('');
    const hours = 'The office closes at five, and on Sundays it stays shut.';
    const box = `<div class="letters"><p>${letter}</p><p>${hours}</p></div>`;
    return (
      `<!doctype html><html lang="en"><title>${title}</title><article class="story">` +
      `<h1>${title}</h1>${paragraphs}</article>${box}</html>`
    );
  };
  const [first, second] = ['Dear readers, please collect your parcels.', 'Dear readers, the ferry waits for nobody.'];
  site.serve('/part/one', { body: make('river.en', first) });
  site.serve('/part/two', { body: make('tides.en', second) });
  const page = await lede.open(site.url('/part/one', 'part.test'));
  const popup = await new Glance(await lede.popup()).settled();
  const own = await popup.articleText();
  expect(own).not.toContain(first);
  await popup.surface.evaluate(async () => {
    document.querySelector<HTMLElement>('.head-correct button')?.click();
  });
  await popup.surface.click({ css: '.head-correct [role=menuitem]' });
  await page.show();
  await page.clickWords(first);
  const popup2 = await new Glance(await lede.popup()).settled();
  await expect.poll(() => popup2.articleText()).toMatch(/^Dear readers/u);
  await popup2.surface.close();
  await page.goto(site.url('/part/two', 'part.test'));
  const there = await new Glance(await lede.popup()).settled();
  await expect.poll(() => there.articleText()).toContain(second);
  expect((await there.articleText()).length).toBeLessThan(300);
  await there.surface.close();

  const options = await lede.page('options/index.html');
  const remove = { role: 'button', name: /^Remove part\.test/u };
  await options.click(remove);
  await expect.poll(() => options.count(remove)).toBe(0);
  await options.close();
  await page.show();
  await page.goto(site.url('/part/one', 'part.test'));
  const last = await new Glance(await lede.popup()).settled();
  await expect.poll(() => last.articleText()).toBe(own);
  await last.surface.close();
  await page.close();
});

test('a click on a section or key point goes to its place on the page', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'go.test'));
  const popup = await new Glance(await lede.popup()).settled();
  const top = () => page.evaluate(() => Math.round(scrollY));
  expect(await top()).toBe(0);
  await popup.show('glance_outline');
  await popup.surface.click({ css: '[role=treeitem]:last-of-type' });
  await expect.poll(top).toBeGreaterThan(500);
  await popup.show('glance_points');
  await popup.surface.click({ css: '.point-go' });
  await expect.poll(top).toBeLessThan(500);
  await popup.surface.close();
  await page.close();
});
