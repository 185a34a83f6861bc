/** Scores the kept runs against the truth as the corpora's scorer does: F1 over words, snippets, and clean pages. */
const WORDS = /[\p{L}\p{N}_]+/gu;
const CHARS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu;
const squash = (text) => text.replace(/\s+/g, ' ').trim();

function overlap(a, b) {
  const left = new Map();
  for (const word of b) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of a) {
    const n = left.get(word) ?? 0;
    if (n > 0) {
      both++;
      left.set(word, n - 1);
    }
  }
  return both;
}

/** Figures of one page. `truth` is {text, with, without}. */
export function pageFigures(set, text, truth, teasers) {
  const pattern = set === 'wcxb' ? WORDS : CHARS;
  const a = text.toLowerCase().match(pattern) ?? [],
    b = truth.text.toLowerCase().match(pattern) ?? [];
  const both = overlap(a, b);
  const f1 = b.length ? (both ? (2 * both) / (a.length + b.length) : 0) : a.length ? 0 : 1;
  const low = squash(text).toLowerCase();
  const share = (list) =>
    list?.length ? list.filter((one) => low.includes(squash(one).toLowerCase())).length / list.length : undefined;
  const figures = { f1, recall: b.length ? both / b.length : 1, with: share(truth.with), leak: share(truth.without) };
  if (teasers) {
    const plain = squash(text);
    figures.left = teasers.filter((one) => plain.includes(one)).length;
    figures.clean = figures.left === 0 && figures.recall >= 0.99 ? 1 : 0;
  }
  return figures;
}

/** Means by group, as lines to print. */
export function table(rows) {
  const groups = new Map();
  for (const row of rows)
    for (const key of [`${row.set} ALL`, `${row.set} ${row.group}`]) groups.set(key, [...(groups.get(key) ?? []), row]);
  const mean = (list, key) => {
    const values = list.map((row) => row[key]).filter((value) => value !== undefined);
    return values.length ? (values.reduce((a, b) => a + b, 0) / values.length).toFixed(4) : '  –   ';
  };
  return [...groups]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(
      ([key, list]) =>
        `${key.padEnd(26)} ${String(list.length).padStart(5)}  F1 ${mean(list, 'f1')}  ` +
        `recall ${mean(list, 'recall')}  with ${mean(list, 'with')}  leak ${mean(list, 'leak')}  ` +
        `clean ${mean(list, 'clean')}`,
    );
}
