/**
 * Learns token log-odds: how strongly class names and words of short lines indicate content. Every site counts once.
 */

/** Minimum number of sites with a name or word. Rarer ones are specific to a site. */
const FEWEST_SITES = 5;
/** Pseudo-count added to both sides, in sites. */
const PRIOR = 1.5;
const SHORTEST_TOKEN = 2;

const TOKEN = /[\p{L}\p{N}]+/gu;
const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function tally(map, key, site, good, all) {
  let sites = map.get(key);
  if (!sites) map.set(key, (sites = new Map()));
  const sum = sites.get(site);
  if (sum) {
    sum[0] += good;
    sum[1] += all;
  } else sites.set(site, [good, all]);
}

function lean(map, most) {
  const found = [];
  for (const [key, sites] of map) {
    if (sites.size < FEWEST_SITES) continue;
    let good = 0,
      bad = 0;
    for (const [g, all] of sites.values()) {
      good += g / all;
      bad += 1 - g / all;
    }
    const odds = Math.log((good + PRIOR) / (bad + PRIOR));
    found.push([key, odds, sites.size]);
  }
  return found;
}

/** The tokens of a short line as strings, before hashing. */
export function tokens(text) {
  const list = [];
  for (const [word] of text.matchAll(TOKEN)) {
    if (!PAIRED.test(word)) {
      if (word.length >= SHORTEST_TOKEN) list.push(word.toLowerCase());
      continue;
    }
    for (let at = 0; at + 1 < word.length; at++) list.push(word.slice(at, at + 2));
  }
  return new Set(list);
}

/**
 * `pages` are the lines of snapshot files. Returns `{names: Map, words: Map(string)}` with log-odds in tenths: the
 * `mostNames` names and `mostWords` words that are most informative.
 */
export function learnTokenLogOdds(pages, { mostNames, mostWords, shortLine }) {
  const names = new Map(),
    words = new Map();
  for (const { s, labels, texts, site, set } of pages) {
    if (set === 'made' || set === 'teasers') continue;
    const good = new Float64Array(s.boxes.length),
      all = new Float64Array(s.boxes.length);
    s.runs.forEach((run, at) => {
      const weight = Math.min(run.chars, 400);
      good[run.box] += weight * labels[at];
      all[run.box] += weight;
      if (run.words.length && run.words.length <= shortLine)
        for (const token of tokens(texts[at])) tally(words, token, site, labels[at], 1);
    });
    for (let at = s.boxes.length - 1; at >= 0; at--) {
      const box = s.boxes[at];
      if (all[at] === 0) continue;
      if (box.parent >= 0) {
        good[box.parent] += good[at];
        all[box.parent] += all[at];
      }
      for (const name of new Set(box.names)) tally(names, name, site, good[at], all[at]);
    }
  }
  const middle = (list) => list.reduce((sum, [, odds]) => sum + odds, 0) / Math.max(1, list.length);
  const choose = (map, most) => {
    const list = lean(map);
    const mean = middle(list);
    return new Map(
      list
        .map(([key, odds, sites]) => [key, odds - mean, Math.abs(odds - mean) * Math.sqrt(sites)])
        .sort((a, b) => b[2] - a[2] || (a[0] < b[0] ? -1 : 1))
        .slice(0, most)
        .map(([key, odds]) => [key, Math.round(odds * 10)])
        .filter(([, odds]) => odds !== 0),
    );
  };
  return { names: choose(names, mostNames), words: choose(words, mostWords) };
}
