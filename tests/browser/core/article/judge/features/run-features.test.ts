/** snapshot, names and all features of a run: the judge's input for a page. */
import { describe, expect, it } from 'vitest';
import {
  COLUMN,
  type RunFeature,
  tagCode,
  RUN_WIDTH,
} from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { runFeatures } from '../../../../../../src/core/article/judge/features/run-features.ts';
import { isolate } from '../../../../../../src/core/article/isolate.ts';
import { Names } from '../../../../../../src/core/article/judge/features/class-names.ts';
import {
  REFINED_FEATURE_NAMES,
  REFINED_WIDTH,
} from '../../../../../../src/core/article/judge/features/refined-feature-list.ts';
import { breaksOff, refinedFeatures } from '../../../../../../src/core/article/judge/features/refined-features.ts';
import type { RefinedFeature } from '../../../../../../src/core/article/judge/features/refined-feature-list.ts';
import { takeSnapshot } from '../../../../../../src/core/article/judge/snapshot.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';
import {
  STRAY_FEATURE_NAMES,
  STRAY_WIDTH,
} from '../../../../../../src/core/article/judge/features/stray-feature-list.ts';
import { strayFeatures } from '../../../../../../src/core/article/judge/features/stray-features.ts';
import { vocabulary } from '../../../../../../src/core/article/judge/features/vocabulary.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const logOdds = {
  names: new Map([
    ['story', 20],
    ['menu', -30],
  ]),
  words: new Map<number, number>(),
};
const long = 'The harbour master counts the boats each morning, and he writes their names down in a ledger.';

function seen(html: string) {
  const page = survey(parse(html));
  const snapshot = takeSnapshot(page, page.document.title);
  const rows = runFeatures(snapshot, logOdds);
  const at = (text: string) => {
    const index = page.runs.findIndex((run) => run.text.includes(text));
    if (index < 0) throw new Error(`no run with ${text}`);
    return index;
  };
  const feature = (text: string, name: RunFeature) => rows[at(text) * RUN_WIDTH + COLUMN[name]];
  return { page, snapshot, rows, at, feature };
}

describe('run features', () => {
  const { feature } = seen(
    `<title>Boats of the bay - Harbour News</title><body>
    <nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/t">Tides</a></li><li><a href="/w">Winds` +
      `</a></li></ul></nav>
    <div class="story"><h1>Boats of the bay</h1><p>${long}</p><p>${long} <a href="/x">See</a></p>
    <h2>More</h2><p>Said twice</p><p>Said twice</p><p>Cut off in the middle of a sentence that would have ` +
      'gone on for a good while yet had</p></div>',
  );

  it('describe links, tags, headings and lists', () => {
    expect(feature('Home', 'linkShare')).toBe(1);
    expect(feature('Home', 'lists')).toBe(1);
    expect(feature('Home', 'inNav')).toBe(1);
    expect(feature('Boats of the bay', 'heading')).toBe(1);
    expect(feature('See', 'linkShare')).toBeLessThan(0.1);
    expect(feature('See', 'tag')).toBe(tagCode('p'));
  });

  it('describe the names of the boxes around', () => {
    expect(feature('Home', 'nameWorst')).toBe(-30);
    expect(feature('See', 'nameSum')).toBe(20);
  });

  it('recognise the title, copies side by side, and cards of one shape', () => {
    expect(feature('Boats of the bay', 'isTitle')).toBe(1);
    expect(feature('Said twice', 'copyBeside')).toBe(2);
    expect(feature('Said twice', 'copies')).toBe(2);
    expect(feature('Tides', 'cards')).toBe(3);
  });

  it('are all numbers', () => {
    const { rows } = seen(`<p>${long}</p><p>.</p><p>1</p><p>港</p>`);
    expect([...rows].every(Number.isFinite)).toBe(true);
  });
});

describe('refined and stray features', () => {
  it('carry the scores of neighbours, of cards and of sections', () => {
    const { snapshot, rows, at } = seen(`<div><h2>One</h2><p>${long}</p><p>Short line</p></div>`);
    const second = refinedFeatures(snapshot, rows, RUN_WIDTH, Float32Array.from([0.9, 0.8, 0.1]));
    const feature = (text: string, name: RefinedFeature) =>
      second[at(text) * REFINED_WIDTH + REFINED_FEATURE_NAMES.indexOf(name)];
    expect(feature('Short line', 's')).toBeCloseTo(0.1);
    expect(feature('Short line', 's-1')).toBeCloseTo(0.8);
    expect(feature('Short line', 's+1')).toBe(-1);
    expect(feature('Short line', 'keptBefore')).toBe(1);
    expect(feature('One', 'untilKept')).toBe(0);
  });

  it('have suspicions only for possible content', () => {
    const { snapshot, rows, page } = seen(`<div><p>${long}</p><p>${long}!</p><p>Menu</p></div>`);
    const second = refinedFeatures(snapshot, rows, RUN_WIDTH, Float32Array.from([0.9, 0.9, 0.01]));
    const width = RUN_WIDTH + REFINED_WIDTH;
    const both = new Float32Array(page.runs.length * width);
    page.runs.forEach((_, at) => {
      both.set(rows.subarray(at * RUN_WIDTH, (at + 1) * RUN_WIDTH), at * width);
      both.set(second.subarray(at * REFINED_WIDTH, (at + 1) * REFINED_WIDTH), at * width + RUN_WIDTH);
    });
    const stray = strayFeatures(snapshot, both, Float32Array.from([0.2, 0.7, 0.9]));
    expect(stray[STRAY_WIDTH + STRAY_FEATURE_NAMES.indexOf('t-1')]).toBeCloseTo(0.2);
    expect(stray[STRAY_WIDTH + STRAY_FEATURE_NAMES.indexOf('t+1')]).toBe(-1);
    expect([...stray].every(Number.isFinite)).toBe(true);
  });

  it('see that a line is truncated, in any script', () => {
    const { snapshot } = seen(
      `<p>${long}</p><p>${long.slice(0, -1)}</p><p>` +
        '港口的主管每天早晨都会数一数停泊的船只并且把它们的名字写在一本很长的账本里面然后再去喝茶吃早饭看报纸休息一会儿再回来继续他的工作直到</p><p>' +
        '港口的主管每天早晨都会数一数停泊的船只并且把它们的名字写在一本很长的账本里面然后再去喝茶吃早饭看报纸休息一会儿再回来继续他的工作直到晚上。</p>',
    );
    expect(snapshot.runs.map(breaksOff)).toEqual([false, true, true, false]);
  });
});

describe('vocabulary', () => {
  it('recognises a line on another subject from the words of the rest of the page', () => {
    const boats = [
      'The ferry and the harbour master',
      'A harbour with a ferry and a pier',
      'The pier where the ferry lies',
      'Bakers knead dough overnight',
      'The master of the ferry on the pier',
    ];
    const { snapshot } = seen(boats.map((text) => `<p>${text}</p>`).join(''));
    const words = vocabulary(snapshot.runs, () => 1);
    const kin = boats.map((_, at) => words.of(at));
    expect(Math.min(...kin)).toBe(kin[3]);
    expect(words.between(0, 1)).toBeGreaterThan(words.between(0, 3));
  });
});

describe('names', () => {
  it('splits class names in every style and leaves out numbers', () => {
    const element = parse(
      '<div class="postBody related-posts_list x7 col-12" id="Main" role="MAIN"></div>',
    ).querySelector('div');
    if (!element) throw new Error('no div');
    expect(new Names().of(element)).toEqual([
      '<div>',
      'role=main',
      'post',
      'body',
      'related',
      'posts',
      'list',
      'col',
      'main',
    ]);
  });
});

describe('the second scoreRuns', () => {
  it('reports which boxes Readability would keep, and leaves the document unchanged', () => {
    const document = parse(
      `<title>T</title><nav><a href="/">Home</a></nav><article>${`<p>${long.repeat(4)}</p>`.repeat(5)}</article>`,
    );
    const before = document.documentElement.outerHTML;
    const page = survey(document);
    const kept = isolate(page);
    expect(page.runs.filter((run) => kept?.[run.box.index] === 1)).toHaveLength(5);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
