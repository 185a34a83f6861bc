import { test } from './harness/fixtures.ts';
import { Glance, say } from './harness/glance.ts';
import { marksOn, wordsOn } from './harness/marks.ts';
const WORDS = 'The engineers of that time straightened the beds';
test('debug', async ({ lede, site }) => {
  const page = await lede.open(site.url('/articles/river.en', 'change.test'));
  await (await new Glance(await lede.popup()).settled()).surface.close();
  await page.select(WORDS);
  await page.clickGuest(say('colour_yellow'));
  for (let i = 0; i < 5; i++) {
    await new Promise((r) => setTimeout(r, 300));
    console.log(
      (await page.accessible())
        .slice(-60)
        .filter((x) => x.role !== 'InlineTextBox' && x.role !== 'StaticText' && x.name)
        .map((x) => x.role + ':' + x.name.slice(0, 40))
        .join(' | '),
    );
    console.log(await marksOn(page));
  }
  await page.clickWords(WORDS);
  for (let i = 0; i < 3; i++) {
    await new Promise((r) => setTimeout(r, 300));
    console.log(
      (await page.accessible())
        .slice(-60)
        .filter((x) => x.role !== 'InlineTextBox' && x.role !== 'StaticText' && x.name)
        .map((x) => x.role + ':' + x.name.slice(0, 40))
        .join(' | '),
    );
  }
  await page.screenshot('/tmp/shell/dbg.png');
  await page.clickGuest(say('colour_violet'));
  for (let i = 0; i < 3; i++) {
    await new Promise((r) => setTimeout(r, 300));
    console.log(
      (await page.accessible())
        .slice(-60)
        .filter((x) => x.role !== 'InlineTextBox' && x.role !== 'StaticText' && x.name)
        .map((x) => x.role + ':' + x.name.slice(0, 40))
        .join(' | '),
    );
    console.log(await marksOn(page));
  }
  await page.clickWords(WORDS);
  for (let i = 0; i < 3; i++) {
    await new Promise((r) => setTimeout(r, 300));
    console.log(
      (await page.accessible())
        .slice(-60)
        .filter((x) => x.role !== 'InlineTextBox' && x.role !== 'StaticText' && x.name)
        .map((x) => x.role + ':' + x.name.slice(0, 40))
        .join(' | '),
    );
  }
});
