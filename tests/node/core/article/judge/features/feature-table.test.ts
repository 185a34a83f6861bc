/** The table of all features of the judge: each is described and computed, and no name occurs twice. */
import { describe, expect, it } from 'vitest';
import { DROPPED_FEATURES } from '../../../../../../src/core/article/judge/dropped/dropped-features.ts';
import { RUN_FEATURES, RUN_WIDTH } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import {
  REFINED_FEATURES,
  REFINED_WIDTH,
} from '../../../../../../src/core/article/judge/features/refined-feature-list.ts';
import { refinedFeatures } from '../../../../../../src/core/article/judge/features/refined-features.ts';
import { runFeatures } from '../../../../../../src/core/article/judge/features/run-features.ts';
import { STRAY_FEATURES, STRAY_WIDTH } from '../../../../../../src/core/article/judge/features/stray-feature-list.ts';
import { strayFeatures } from '../../../../../../src/core/article/judge/features/stray-features.ts';
import type { Snapshot } from '../../../../../../src/core/article/judge/snapshot.ts';
import { LINE_FEATURES } from '../../../../../../src/core/article/judge/stretches/lines.ts';
import { STRETCH_FEATURES } from '../../../../../../src/core/article/judge/stretches/stretch-features.ts';
import { SURROUNDING_FEATURES } from '../../../../../../src/core/article/judge/stretches/surrounding-features.ts';
import { type Part, snapshotOf } from '../../../../../fakes/snapshot.ts';

/** The features of each model, by the name of the record that describes them. */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  RUN_FEATURES,
  REFINED_FEATURES,
  STRAY_FEATURES,
  LINE_FEATURES,
  STRETCH_FEATURES,
  SURROUNDING_FEATURES,
  DROPPED_FEATURES,
};

const title = 'The tide of the northern sea';
const prose = (word: string) =>
  `The tide of the ${word} comes in twice a day, and the keepers write its height into the long book of the ` +
  'harbour, 4 feet.';
const card = (word: string, more: Part[] = []): Part => [
  'li.card',
  ['h3', { text: `${word} and bread`, linked: true }],
  ['p', `Nobody knew why the ${word} was late | but the bakers of the town had waited by the gate since dawn and the`],
  ...more,
];
const page: Part = [
  'body.page',
  [
    'header.top',
    ['nav.menu', { text: 'Home', linked: true, hrefHash: 1 }],
    ['form', { text: 'Search', buttonChars: 6 }],
  ],
  [
    'main.content',
    [
      'article',
      ['h1', title],
      ['p', { text: 'By Ann Lee 3 May 2021', hasTime: true, strongChars: 5 }],
      ['p', prose('sea')],
      ['section', ['div', ['p', prose('sea')], ['p', prose('bay')], ['figure', { text: 'A pier', images: 1 }]]],
      ['blockquote', ['p', prose('river')]],
      ['h2', 'The book of the harbour: heights'],
      ['table', ['td', { text: 'Price $ 4', money: 1 }], ['td', 'Low', { text: '12', hidden: true }]],
      ['pre', { text: 'let x = 1;', preformatted: true }],
      ['ul.list', card('butter'), card('flour', [['p', 'May 4']]), card('sugar'), card('honey')],
      ['div', ['div', ['div', ['p', 'Read more, read more'], ['p', 'Read more, read more'], ['p', prose('moon')]]]],
    ],
  ],
  ['aside.related', ['p', { text: 'Ten cakes for a birthday', linked: true }], ['p', 'Ten cakes for a birthday']],
  ['footer.foot', ['p', '© 2024 The harbour'], ['p', '© 2024 The harbour']],
];

/** The rows of all runs, and a score and suspicion that differ from run to run. */
function rowsOf(snapshot: Snapshot): Record<string, { rows: Float32Array; width: number }> {
  const names = new Map([
    ['menu', -30],
    ['content', 16],
    ['card', -4],
    ['page', 3],
  ]);
  const words = new Map(
    snapshot.runs.flatMap(({ words: all }) => [...all].map((word) => [word, (word % 9) + 1] as const)),
  );
  const own = runFeatures(snapshot, { names, words });
  const count = snapshot.runs.length;
  const score01 = Float32Array.from({ length: count }, (_, at) =>
    at > 2 && at < count - 2 ? 0.45 + (at % 7) / 13 : 0.1,
  );
  const refined = refinedFeatures(snapshot, own, RUN_WIDTH, score01);
  const both = new Float32Array(count * (RUN_WIDTH + REFINED_WIDTH));
  for (let at = 0; at < count; at++) {
    both.set(own.subarray(at * RUN_WIDTH, (at + 1) * RUN_WIDTH), at * (RUN_WIDTH + REFINED_WIDTH));
    both.set(
      refined.subarray(at * REFINED_WIDTH, (at + 1) * REFINED_WIDTH),
      at * (RUN_WIDTH + REFINED_WIDTH) + RUN_WIDTH,
    );
  }
  const suspicion = Float32Array.from({ length: count }, (_, at) => (at % 5) / 6);
  return {
    RUN_FEATURES: { rows: own, width: RUN_WIDTH },
    REFINED_FEATURES: { rows: refined, width: REFINED_WIDTH },
    STRAY_FEATURES: { rows: strayFeatures(snapshot, both, suspicion), width: STRAY_WIDTH },
  };
}

describe('the features of the judge', () => {
  it('are documented in one line each', () => {
    for (const [list, features] of Object.entries(TABLE))
      for (const [name, line] of Object.entries(features)) expect(line.length, `${list}.${name}`).toBeGreaterThan(5);
    // With LEDE_FEATURES set, `npx vitest run feature-table --project node` prints the table.
    if (process.env['LEDE_FEATURES'])
      for (const [list, features] of Object.entries(TABLE)) {
        console.log(`\n${list}`);
        for (const [name, line] of Object.entries(features)) console.log(`  ${name.padEnd(16)} ${line}`);
      }
  });

  it('are all computed: each differs between runs of a small page, or between two pages', () => {
    const [one, other] = [
      rowsOf(snapshotOf(page, title)),
      rowsOf({ ...snapshotOf(['body', ['p', 'x']]), plain: true }),
    ];
    for (const [list, { rows, width }] of Object.entries(one)) {
      const names = Object.keys(TABLE[list] ?? {});
      expect(names).toHaveLength(width);
      const idle = names.filter((_, column) => {
        const values = new Set(rows.filter((__, at) => at % width === column));
        const elsewhere = other[list]?.rows[column] ?? 0;
        return values.size === 1 && values.has(elsewhere);
      });
      expect(idle, list).toEqual([]);
    }
  });
});
