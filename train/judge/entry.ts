/** What training runs inside the browser: the product's own survey and skeleton of a page. */
import { skeleton } from '../../src/core/article/judge/snapshot.ts';
import { survey } from '../../src/core/article/page/survey.ts';

/** The skeleton and the texts of a page's runs, as JSON. */
export function look(html: string, contentType: string): string {
  const plain = contentType === 'text/plain';
  const document = new DOMParser().parseFromString(plain ? '<body><pre></pre>' : html, 'text/html');
  const pre = document.querySelector('pre');
  if (plain && pre) pre.textContent = html;
  const page = survey(document, { plain });
  const bones = skeleton(page, document.title);
  const listed = (words: Int32Array) => Array.from(words);
  const runs = bones.runs.map((run) => ({ ...run, words: listed(run.words) }));
  const s = { ...bones, runs, title: { ...bones.title, words: listed(bones.title.words) } };
  return JSON.stringify({ s, texts: page.runs.map((run) => run.text) });
}
