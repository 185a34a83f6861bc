/** Reads articles of the corpora as `{lang, title, blocks}`, and generates some in languages that no corpus has. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeArticles } from './written.mjs';

const LANGS = { Chinese: 'zh', English: 'en', Greek: 'el', Polish: 'pl', Russian: 'ru' };
/** Range of a body's length in code units. Shorter ones leave no room for teasers, longer ones are slow. */
const SHORTEST = 600;
const LONGEST = 14_000;

const squash = (text) => text.replace(/\s+/g, ' ').trim();
/** Ends of sentences and of quotes, in the scripts of the corpora. */
const ENDED = /[.!?。！？…:：;；"”»)）』」।]$/u;

/**
 * Converts lines of text to blocks. A short line without a closing mark before a longer one is a heading, and several
 * short ones are a list.
 */
function blocksOf(text) {
  const lines = text
    .split('\n')
    .map((line) => squash(line))
    .filter(Boolean);
  return lines.map((line, at) => {
    const marked = /^#{2,4} /.exec(line);
    if (marked) return { kind: 'h', text: line.slice(marked[0].length) };
    const next = lines[at + 1] ?? '';
    const short = line.length < 90 && !ENDED.test(line);
    if (short && next.length > 120) return { kind: 'h', text: line };
    if (/^[-•*] /.test(line)) return { kind: 'li', text: line.replace(/^[-•*] /, '') };
    return { kind: 'p', text: line };
  });
}

const fits = (blocks) => {
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  return (
    length >= SHORTEST &&
    length <= LONGEST &&
    blocks.filter(({ kind, text }) => kind === 'p' && text.length > 60).length >= 4
  );
};

function wcxb(folder) {
  const base = join(folder, 'wcxb-dev', 'ground-truth');
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .toSorted()
    .map((file) => JSON.parse(readFileSync(join(base, file), 'utf8')))
    .filter(
      (told) =>
        told._internal.page_type.primary === 'article' && told.ground_truth.main_content && told.ground_truth.title,
    )
    .map(({ url, ground_truth: truth }) => ({
      lang: 'en',
      source: URL.canParse(url) ? new URL(url).hostname : 'wcxb',
      title: squash(truth.title),
      blocks: blocksOf(truth.main_content),
    }));
}

function daniel(folder) {
  const base = join(folder, 'daniel-dev');
  if (!existsSync(base)) return [];
  const languages = JSON.parse(readFileSync(join(base, 'languages.json'), 'utf8'));
  return readdirSync(join(base, 'reference'))
    .toSorted()
    .map((id) => {
      const paragraphs = [
        ...readFileSync(join(base, 'reference', id), 'utf8').matchAll(/<(p|h\d?)[^>]*>([\s\S]*?)<\/\1>/gi),
      ].map((found) => squash(found[2].replace(/<[^>]+>/g, ' ')));
      const [title = '', ...rest] = paragraphs.filter(Boolean);
      return {
        lang: LANGS[languages[id]] ?? 'en',
        source: id.split('_')[1] ?? 'daniel',
        title,
        blocks: blocksOf(rest.join('\n')),
      };
    });
}

function keyPoints(folder) {
  const file = join(folder, 'keypoints-dev.jsonl');
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ set }) => !/wcxb|daniel/.test(set))
    .map(({ lang, title, article, id }) => {
      const blocks = blocksOf(
        article.includes('\n')
          ? article
          : article.replace(/([.!?。] ?)(?=\S)/gu, (end, _, at) => (at % 5 ? end : `${end}\n`)),
      );
      return {
        lang,
        source: id.replace(/-?\d+$/, ''),
        title: squash(title || (blocks[0]?.text ?? '').slice(0, 70)),
        blocks,
      };
    });
}

/** All articles by language, in a fixed order. Articles with an unusable title or too short a body are left out. */
export function readArticles(folder, seed) {
  const all = [...wcxb(folder), ...daniel(folder), ...keyPoints(folder), ...writeArticles(seed)].filter(
    ({ title, blocks }) => title.length >= 6 && title.length <= 160 && fits(blocks),
  );
  const byLang = new Map();
  for (const article of all) byLang.set(article.lang, [...(byLang.get(article.lang) ?? []), article]);
  return byLang;
}
