/** `npm run bench -- fingerprint`: how often two different articles pass for copies, and how often copies are known. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runnerImport } from 'vite';
import { random } from '../train/random.mjs';

const here = import.meta.dirname;
/** Minimum letters of a page to count as an article here. */
const SHORTEST = 600;

function* articles(corpus) {
  const wcxb = join(corpus, 'wcxb-dev/ground-truth');
  if (existsSync(wcxb)) {
    for (const file of readdirSync(wcxb).sort()) {
      const { ground_truth: truth } = JSON.parse(readFileSync(join(wcxb, file), 'utf8'));
      yield { id: `wcxb ${file}`, text: truth.main_content ?? '' };
    }
  }
  const daniel = join(corpus, 'daniel-dev/reference');
  if (existsSync(daniel)) {
    for (const file of readdirSync(daniel).sort()) {
      yield { id: `daniel ${file}`, text: readFileSync(join(daniel, file), 'utf8').replace(/<[^>]+>/g, '\n') };
    }
  }
  const points = join(corpus, 'keypoints-dev.jsonl');
  if (existsSync(points)) {
    for (const line of readFileSync(points, 'utf8').split('\n').filter(Boolean)) {
      const { id, article } = JSON.parse(line);
      yield { id: `keypoints ${id}`, text: article };
    }
  }
}

const UNIT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** Words changed, left out or put in, each third of `share`. */
function edited(text, share, other, next) {
  const strange = other.match(UNIT) ?? ['word'];
  const word = () => strange[Math.floor(next() * strange.length)];
  return text.replace(UNIT, (unit) => {
    const roll = next() / share;
    if (roll >= 1) return unit;
    return roll < 1 / 3 ? word() : roll < 2 / 3 ? '' : `${unit} ${word()}`;
  });
}

const lines = (text) => text.split(/\n+/).filter((line) => line.trim() !== '');

/** Short pieces of another article set in after every few paragraphs. */
function teased(text, other, next) {
  const strange = lines(other);
  return lines(text)
    .flatMap((line, i) => (i % 4 === 3 ? [line, strange[Math.floor(next() * strange.length)].slice(0, 120)] : [line]))
    .join('\n');
}

/**
 * Another site's copy: its own first lines and last lines around it, a paragraph in ten left out, other quote marks.
 */
function copied(text, other, next) {
  const own = lines(other).join('\n');
  const size = Math.round(text.length * 0.08);
  const kept = lines(text).filter((_, i) => i === 0 || next() > 0.1);
  return [own.slice(0, size), ...kept, own.slice(-size)].join('\n').replaceAll('"', '”').replaceAll("'", '’');
}

const CHANGES = {
  'edits 5 %': (t, o, r) => edited(t, 0.05, o, r),
  'edits 10 %': (t, o, r) => edited(t, 0.1, o, r),
  'edits 20 %': (t, o, r) => edited(t, 0.2, o, r),
  'teasers set in': teased,
  "another site's copy": copied,
  'last fifth cut off': (t) => t.slice(0, Math.round(t.length * 0.8)),
};

function shingles(text, size = 12) {
  const squeezed = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const found = new Set();
  for (let i = 0; i + size <= squeezed.length; i += 3) found.add(squeezed.slice(i, i + size));
  return found;
}
/** Share of the shorter text's runs that the other holds too: what decides whether a pair is really a copy. */
function containment(a, b) {
  const every = (text, size = 12) => {
    const squeezed = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    const found = new Set();
    for (let i = 0; i + size <= squeezed.length; i++) found.add(squeezed.slice(i, i + size));
    return found;
  };
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const [few, many] = [shingles(short), every(long)];
  let both = 0;
  for (const run of few) if (many.has(run)) both++;
  return both / Math.max(1, few.size);
}
/** Pairs that share this much are copies, or pages of one frame, in truth. */
const COPY = 0.5;
const MOST_BITS_SHOWN = 20;

export async function run({ corpus, limit }) {
  const folder = resolve(corpus ?? process.env.LEDE_CORPUS ?? join(here, '../../shared/corpus'));
  if (!existsSync(join(folder, 'wcxb-dev'))) {
    console.log(`No unpacked corpora in ${folder}: give --corpus DIR.`);
    return 2;
  }
  const { module } = await runnerImport(join(here, '../src/core/library/fingerprint.ts'));
  const { fingerprint, distance, similar, copyShare01, COPY_SHARE01 } = module;
  const all = [...articles(folder)]
    .filter(({ text }) => text.length >= SHORTEST)
    .slice(0, limit ? Number(limit) : undefined);
  const before = performance.now();
  for (const one of all) one.print = fingerprint(one.text);
  const ms = (performance.now() - before) / all.length;
  const told = all.filter(({ print }) => print !== '');
  console.log(`${all.length} articles, ${told.length} with a fingerprint, ${ms.toFixed(2)} ms each`);

  const byBits = new Array(65).fill(0);
  const falseByBits = new Array(65).fill(0);
  let pairs = 0;
  let falsely = 0;
  let confirmed = 0;
  for (let i = 0; i < told.length; i++) {
    for (let j = i + 1; j < told.length; j++) {
      pairs++;
      const bits = distance(told[i].print, told[j].print);
      byBits[bits]++;
      if (bits > MOST_BITS_SHOWN || containment(told[i].text, told[j].text) >= COPY) continue;
      falseByBits[bits]++;
      if (!similar(told[i].print, told[j].print)) continue;
      falsely++;
      if (copyShare01(told[i].text, told[j].text) >= COPY_SHARE01) confirmed++;
      if (falsely <= 5) console.log(`  passes for a copy: ${told[i].id} · ${told[j].id} (${bits} bits)`);
    }
  }
  let sum = 0;
  console.log('bits\tpairs that differ so\tfalse among them\tfalse up to here per 10,000 pairs');
  for (let bits = 0; bits <= MOST_BITS_SHOWN; bits++) {
    sum += falseByBits[bits];
    console.log(`${bits}\t${byBits[bits]}\t${falseByBits[bits]}\t${((sum / pairs) * 10_000).toFixed(3)}`);
  }
  console.log(
    `${pairs} pairs: ${falsely} different ones pass for copies, ${((falsely / pairs) * 10_000).toFixed(3)} in 10,000`,
  );

  console.log(`of these, ${confirmed} still pass where both texts are compared`);

  const next = random(7);
  for (const [name, change] of Object.entries(CHANGES)) {
    const distances = told.map(({ text, print }, i) => {
      const other = told[(i + 17) % told.length].text;
      return { print, changed: fingerprint(change(text, other, next)) };
    });
    const known = distances.filter(({ print, changed }) => similar(print, changed)).length;
    const bits = distances.map(({ print, changed }) => distance(print, changed)).sort((a, b) => a - b);
    console.log(
      `${name}: ${((known / told.length) * 100).toFixed(1)} % known (bits: ` +
        `median ${bits[bits.length >> 1]}, p95 ${bits[Math.floor(bits.length * 0.95)]})`,
    );
  }
  return 0;
}
