/** A small article with inserted blocks, in the person's language, for trying Lede. */
import { t } from '../../adapters/i18n/sentences.ts';

/** One line of the sample. */
export interface Line {
  tag: 'h2' | 'h3' | 'p' | 'a';
  text: string;
}

/**
 * Keys by line, as an aggregator would put them on a page: a teaser is its title, linked, and an excerpt that breaks
 * off.
 */
const LINES: readonly [tag: Line['tag'], key: string][] = [
  ['p', 'welcome_sample_1'],
  ['h3', 'welcome_sample_heading_1'],
  ['p', 'welcome_sample_2'],
  ['a', 'welcome_sample_teaser_1'],
  ['p', 'welcome_sample_excerpt_1'],
  ['p', 'welcome_sample_3'],
  ['h3', 'welcome_sample_heading_2'],
  ['p', 'welcome_sample_4'],
  ['a', 'welcome_sample_teaser_2'],
  ['p', 'welcome_sample_excerpt_2'],
  ['p', 'welcome_sample_5'],
];

/** The lines. */
export function sampleLines(): Line[] {
  return LINES.map(([tag, key]) => ({ tag, text: t(key) }));
}

/** The sample as a page's document, which the core reads as it reads any other. */
export function sampleDocument(lines: Line[], language: string): Document {
  const page = document.implementation.createHTMLDocument(t('welcome_sample_title'));
  page.documentElement.lang = language;
  const box = page.createElement('article');
  const title = page.createElement('h1');
  title.textContent = t('welcome_sample_title');
  box.append(title);
  for (const [index, { tag, text }] of lines.entries()) {
    const line = page.createElement(tag === 'a' ? 'p' : tag);
    if (tag === 'a') {
      const link = page.createElement('a');
      link.href = `https://example.org/elsewhere/${index}`;
      link.textContent = text;
      line.append(link);
    } else line.textContent = text;
    box.append(line);
  }
  page.body.append(box);
  return page;
}
