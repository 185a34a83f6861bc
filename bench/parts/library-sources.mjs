/**
 * Builds a large library for the benches: 2,000 articles and 10,000 notes of real text, and queries that a person might
 * type to find them. The result is the same every time.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const ARTICLES = 2_000;
export const NOTES = 10_000;
/** Number of queries, drawn from the texts themselves and typed letter by letter. */
const QUERIES = 120;

/**
 * Titles and texts of articles from the corpora's human transcripts, in English, Greek, Chinese, Polish, Russian and
 * more.
 */
function articlesOf(corpus) {
  const found = [];
  const wcxb = join(corpus, 'wcxb-dev', 'ground-truth');
  for (const name of existsSync(wcxb) ? readdirSync(wcxb) : []) {
    const { url, ground_truth: truth } = JSON.parse(readFileSync(join(wcxb, name), 'utf8'));
    if (truth.main_content)
      found.push({ url: url || `https://page.example/${name}`, title: truth.title || name, text: truth.main_content });
  }
  const daniel = join(corpus, 'daniel-dev', 'reference');
  for (const name of existsSync(daniel) ? readdirSync(daniel) : []) {
    const lines = readFileSync(join(daniel, name), 'utf8')
      .split('\n')
      .map((line) => line.replace(/<\/?p>/g, '').trim());
    found.push({
      url: `https://${name.split('_')[1]}/${name.slice(-40)}`,
      title: lines[0] ?? name,
      text: lines.join('\n'),
    });
  }
  return found;
}

export function libraryOf(corpus, random) {
  const sources = [...new Map(articlesOf(corpus).map((one) => [one.url, one])).values()];
  const pick = (list) => list[Math.floor(random() * list.length)];
  const articles = Array.from({ length: ARTICLES }, (_unused, index) => ({
    ...sources[index % sources.length],
    id: `a${index}`,
  }));
  const sentences = sources.flatMap(({ text }) =>
    text.split(/(?<=[.!?。！？;])\s*|\n+/).filter((one) => one.length > 20),
  );
  const notes = Array.from({ length: NOTES }, (_unused, index) => ({
    id: `n${index}`,
    article: articles[Math.floor(random() * articles.length)],
    exact: pick(sentences).slice(0, 400),
    text: random() < 0.6 ? pick(sentences).slice(0, 200) : '',
  }));
  return { articles, notes, sentences };
}

/** Queries of one to three consecutive words from the texts, in any script. */
export function queriesOf(sentences, random) {
  return Array.from({ length: QUERIES }, () => {
    const sentence = sentences[Math.floor(random() * sentences.length)];
    const words = sentence.match(/[\p{L}\p{N}]+/gu) ?? ['a'];
    const start = Math.floor(random() * words.length);
    return words
      .slice(start, start + 1 + Math.floor(random() * 3))
      .join(' ')
      .slice(0, 30);
  });
}
