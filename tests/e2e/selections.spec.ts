/** Selections made by dragging, in any script and structure, become highlights that are there after a reload. */
import { expect, test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { emptyLibrary } from './harness/library.ts';
import { wordsOn } from './harness/marks.ts';
import { setSettings } from './harness/settings.ts';
import type { Browser } from './harness/surface.ts';

const FILL =
  'The ferry left before the light came, and nobody on the pier had thought of asking where it went that winter.';
const PAGE =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Many ways to write</title>' +
  `</head><body><article>
<h1>Many ways to write</h1><p>${FILL} ${FILL}</p><p>First of two paragraphs, which ends with lanterns.</p>` +
  `<p>Second of two paragraphs begins with harbours. ${FILL}</p>
<p dir="rtl" lang="ar">كان البحّارة القدماء يرسمون السماء على الرمل قبل أن يتعلموا القراءة، ثم يمحونها مع المد.</p>
<p dir="rtl" lang="he">הספנים הזקנים ציירו את השמיים על החול לפני שלמדו לקרוא, ואחר כך מחקו אותם.</p>
<p lang="zh">店主说夜里来的人才真正读书，所以他把灯一直开到天亮，连下雨天也不例外。</p>
<p lang="ja">夜に来る人だけが本当に本を読むと店主は言い、夜明けまで灯りをつけていた。</p>
<p lang="th">คนที่มาตอนกลางคืนเท่านั้นที่อ่านหนังสือจริงๆ</p>
<table border="1" cellpadding="8"><tr><th>Harbour</th><th>Boats</th></tr><tr><td>Northern quay</td><td>` +
  `forty-one boats</td></tr><tr><td>Southern quay</td><td>twelve boats</td></tr></table>
<pre><code>function tide(hour) {\n  return Math.cos(hour / 6.2);\n}</code></pre>
<p>${FILL}</p><div id="host"></div><p>${FILL} ${FILL}</p></article>
<script>document.getElementById('host').attachShadow({ mode: 'open' }).innerHTML = '<p>Inside an open ` +
  `shadow root stands a sentence of its own.</p>';</script></body></html>`;

/** Where a drag starts and ends, and the pieces that must be painted. */
const DRAGS: [what: string, words: string, upTo: string | undefined, painted: string[]][] = [
  ['Arabic', 'يرسمون السماء على الرمل', undefined, ['يرسمون السماء على الرمل']],
  ['Hebrew', 'ציירו את השמיים', undefined, ['ציירו את השמיים']],
  ['Chinese', '夜里来的人才真正读书', undefined, ['夜里来的人才真正读书']],
  ['Japanese', '本当に本を読む', undefined, ['本当に本を読む']],
  ['two paragraphs', 'ends with lanterns.', 'Second of two', ['ends with lanterns.', 'Second of two']],
  ['cells of a table', 'Northern quay', 'forty-one boats', ['Northern quay', 'forty-one boats']],
  ['code', 'return Math.cos(hour', undefined, ['return Math.cos(hour']],
  ['an open shadow root', 'open shadow root stands', undefined, ['open shadow root stands']],
];

test.beforeEach(({ lede, site }) => {
  site.serve('/ways', { body: PAGE });
  return emptyLibrary(lede);
});

async function click(lede: Browser): Promise<void> {
  const popup = await new Glance(await lede.popup()).settled();
  await popup.surface.close();
}

test('a dragged selection is highlighted, in any script and structure, and found again after a reload', async ({
  lede,
  site,
}) => {
  const page = await lede.open(site.url('/ways', 'ways.test'));
  await click(lede);
  const all: string[] = [];
  for (const [what, words, upTo, painted] of DRAGS) {
    await page.select(words, upTo);
    await page.clickGuest(say('colour_green'));
    all.push(...painted);
    await expect.poll(async () => [what, (await wordsOn(page)).toSorted()]).toEqual([what, all.toSorted()]);
  }
  await page.reload();
  await click(lede);
  await expect.poll(async () => (await wordsOn(page)).toSorted()).toEqual(all.toSorted());
  await page.close();
});

test('the toolbar on a page uses the language that was chosen in the options', async ({ lede, site }) => {
  await setSettings(lede, { language: 'ar' });
  const page = await lede.open(site.url('/ways', 'arabic.test'));
  await click(lede);
  await page.select('ends with lanterns.');
  await page.clickGuest(say('colour_green', 'ar'));
  await expect.poll(() => wordsOn(page)).toEqual(['ends with lanterns.']);
  await setSettings(lede, {});
  await page.close();
});
