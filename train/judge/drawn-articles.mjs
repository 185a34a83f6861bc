/** Reads the articles of the corpora from which pages are drawn. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = { English: 'en', Greek: 'el', Polish: 'pl', Russian: 'ru', Chinese: 'zh' };
const WORD = /[\p{Script=Han}]{2}|[\p{L}]{5,}/gu;

/** Articles as {site, lang, title, blocks: [{kind, text}], words: Set}. */
export function articles(folder) {
  const found = [];
  const wcxb = join(folder, 'wcxb-dev', 'ground-truth');
  for (const file of readdirSync(wcxb).toSorted()) {
    const page = JSON.parse(readFileSync(join(wcxb, file), 'utf8')),
      truth = page.ground_truth;
    if (!['article', 'documentation'].includes(page._internal?.page_type?.primary)) continue;
    const blocks = [];
    for (const line of (truth.main_content_markdown ?? truth.main_content ?? '').split('\n')) {
      const text = line
        .replace(/!\[[^\]]*\]\([^)]*\)/g, '')
        .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/[*_`]{1,3}/g, '')
        .trim();
      if (!text || /^[-|:=\s]+$/.test(text)) continue;
      const heading = /^(#{1,6})\s+(.*)/.exec(text),
        item = /^(?:[-*+•]|\d+[.)])\s+(.*)/.exec(text);
      blocks.push(
        heading
          ? { kind: `h${Math.max(2, heading[1].length)}`, text: heading[2] }
          : item
            ? { kind: 'li', text: item[1] }
            : { kind: text.startsWith('>') ? 'blockquote' : 'p', text: text.replace(/^>\s*/, '') },
      );
    }
    let site = '';
    try {
      site = new URL(page.url).hostname
        .replace(/^www\./, '')
        .split('.')
        .slice(-2)
        .join('.');
    } catch {
      site = page.file_id;
    }
    if (truth.title)
      found.push({ site, lang: 'en', title: truth.title.replace(/\s+[|–-]\s+[^|–-]*$/, '').trim(), blocks });
  }
  const daniel = join(folder, 'daniel-dev');
  const languages = JSON.parse(readFileSync(join(daniel, 'languages.json'), 'utf8'));
  for (const id of readdirSync(join(daniel, 'reference')).toSorted()) {
    const lines = [...readFileSync(join(daniel, 'reference', id), 'utf8').matchAll(/<p>([\s\S]*?)<\/p>/g)]
      .map((match) =>
        match[1]
          .replace(/<[^>]+>/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      )
      .filter(Boolean);
    const [title, ...rest] = lines;
    if (!title || title.length > 160) continue;
    found.push({
      site: id.split('_')[1]?.split('.').slice(-2).join('.') ?? id,
      lang: LANGUAGES[languages[id]] ?? 'en',
      title,
      blocks: rest.map((text) => ({ kind: 'p', text })),
    });
  }
  const whole = found.filter(
    ({ blocks, title }) =>
      title.length > 6 && blocks.filter(({ text }) => text.length > 60).length >= 3 && blocks.length < 220,
  );
  for (const article of whole)
    article.words = new Set(
      article.blocks
        .map(({ text }) => text)
        .join(' ')
        .toLowerCase()
        .match(WORD) ?? [],
    );
  return whole;
}
