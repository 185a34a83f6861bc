/**
 * The main job: an aggregator's page is opened, Lede is clicked, and the popup shows the article alone: its outline,
 * its key points, and what was set aside.
 */
import { aggregatorPage, fixture, partsOf, seed } from '../fixtures/aggregator.ts';
import { expect, test } from './harness/fixtures.ts';
import { Glance } from './harness/glance.ts';

interface Case {
  name: string;
  text: () => string | null;
  /** The day as the popup writes it in English. */
  day: RegExp;
  /** How the three sections begin. */
  sections: string[];
  lang: string;
  /** Number of teasers below the article. */
  teasers: number;
}

const CASES: Case[] = [
  {
    name: 'river.en',
    text: () => fixture('river.en'),
    day: /^Mar 9, 2025$/u,
    sections: ['What restoring a small river means', 'How healthy rivers', 'A way to restore the rivers'],
    lang: 'en',
    teasers: 6,
  },
  {
    name: 'library.zh',
    text: () => fixture('library.zh'),
    day: /^Nov 5, 2024$/u,
    sections: ['社区图书馆的新要求', '均衡的阅读条件', '推动社区图书馆'],
    lang: 'zh',
    teasers: 6,
  },
  {
    name: 'schools.ar',
    text: () => fixture('schools.ar'),
    day: /^May 14, 2024$/u,
    sections: ['المطلوب الجديد', 'العلاقة المتبادلة', 'طريق التنفيذ'],
    lang: 'ar',
    teasers: 6,
  },
  {
    name: 'seed',
    text: seed,
    day: /^Apr 13, 2024$/u,
    sections: ['Enhance the balance', 'Enhancing the interactive relationship', 'Implementation path'],
    lang: 'en',
    teasers: 5,
  },
];

const folded = (text: string) => text.replace(/\s+/gu, ' ').trim();

for (const { name, text, day, sections, lang, teasers } of CASES) {
  for (const make of ['paragraphs', 'breaks', 'plain text'] as const) {
    test(`${name} as ${make}: the article alone, its shape and its points`, async ({ lede, site }) => {
      const source = text();
      test.skip(
        source === null,
        'This test reads ../shared/seed, which is not here (LEDE_CORPUS names another place).',
      );
      if (source === null) return;
      const path = `/${name}-${make.replace(' ', '-')}`;
      site.serve(
        path,
        make === 'plain text'
          ? { type: 'text/plain', body: source }
          : { body: aggregatorPage(source, { lang, lines: make }) },
      );
      const parts = partsOf(source);
      const page = await lede.open(site.url(path, 'news.test'));
      const popup = await new Glance(await lede.popup()).settled();

      expect(await popup.title()).toBe(parts.title);
      await expect.poll(() => popup.facts()).toEqual(expect.arrayContaining([expect.stringMatching(day)]));

      // Every sentence of the article stays, and none of the teasers.
      const read = folded(await popup.articleText());
      const lost = parts.body.filter((line) => !read.includes(folded(line)));
      const left = parts.teasers
        .flatMap((one) => [one.title, one.excerpt])
        .filter((line) => read.includes(folded(line)));
      expect({ lost, left }).toEqual({ lost: [], left: [] });

      // All teasers are in the ledger: both title lines and the excerpt, each with a reason.
      const aside = await popup.setAside();
      const everything = aside.map((one) => folded(one.text)).join('\n');
      expect(parts.teasers).toHaveLength(teasers);
      const unlisted = parts.teasers.filter(
        ({ title, excerpt }) => everything.split(folded(title)).length < 3 || !everything.includes(folded(excerpt)),
      );
      expect(unlisted).toEqual([]);
      expect(aside.length).toBeGreaterThanOrEqual(teasers);
      for (const one of aside) expect(one.reason).not.toBe('');

      // Three sections from plain lines, five points under the third and two under the first.
      const outline = await popup.outline();
      const tops = outline.filter((row) => row.level === 1);
      expect(tops.map((row) => row.label)).toEqual(sections.map((start) => expect.stringContaining(start)));
      const under = (section: string | undefined) => {
        const from = outline.findIndex((row) => row.level === 1 && row.label.includes(section ?? ''));
        const next = outline.findIndex((row, at) => at > from && row.level === 1);
        return outline.slice(from + 1, next < 0 ? undefined : next).filter((row) => row.level === 2);
      };
      expect(under(sections[0])).toHaveLength(2);
      expect(under(sections[2])).toHaveLength(5);

      // Two to six key points, each a sentence of the article's own words.
      const points = await popup.keyPoints();
      expect(points.length).toBeGreaterThanOrEqual(2);
      expect(points.length).toBeLessThanOrEqual(6);
      expect(points.filter((point) => !read.includes(folded(point)))).toEqual([]);

      await popup.surface.close();
      await page.close();
    });
  }
}
