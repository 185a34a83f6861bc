/** The part of training that runs in the browser: the product's own survey and snapshot of a page. */
import { takeSnapshot } from '../../src/core/article/judge/snapshot.ts';
import { survey } from '../../src/core/article/page/survey.ts';

/** The snapshot and the texts of a page's runs, as JSON. */
export function look(html: string, contentType: string): string {
  const plain = contentType === 'text/plain';
  const document = new DOMParser().parseFromString(plain ? '<body><pre></pre>' : html, 'text/html');
  const pre = document.querySelector('pre');
  if (plain && pre) pre.textContent = html;
  const page = survey(document, { plain });
  const snapshot = takeSnapshot(page, document.title);
  const listed = (words: Int32Array) => Array.from(words);
  const runs = snapshot.runs.map((run) => ({ ...run, words: listed(run.words) }));
  const s = { ...snapshot, runs, title: { ...snapshot.title, words: listed(snapshot.title.words) } };
  return JSON.stringify({ s, texts: page.runs.map((run) => run.text) });
}
