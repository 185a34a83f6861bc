/** A snapshot of a small article with three insertions, with the lines and words by which stretches are judged. */
import { type LineScores, linesOf } from '../../src/core/article/judge/stretches/lines.ts';
import { overlapOf } from '../../src/core/article/judge/stretches/word-overlap.ts';
import { type Part, snapshotOf } from './snapshot.ts';

const PROSE = [
  'The ferry crossed the bay before dawn and the harbour master wrote its name into the ledger of the day.',
  'Nobody on the quay had seen the ferry leave the harbour so early, and the ledger shows no other crossing.',
  'The master of the ferry had slept on the quay, as masters do when the bay is calm and the harbour is full.',
  'When the ledger was closed that night the harbour master counted nine crossings of the bay by one ferry.',
];
export const TEASERS = [
  'Ten cakes for a birthday',
  'Butter and sugar are beaten until they are white, then the eggs are added one by one and...',
  'Why wolves came back',
  'Biologists who counted the packs in the mountains found that the young animals travel much further than...',
  'How to mend a bicycle',
  'Take the wheel out of its fork, loosen the tyre with two spoons and look for the nail that made the...',
];

/** Snapshot of the article: two paragraphs, the teasers, two paragraphs; `lines` 2–7 are the teasers. */
export function stretchPage(part: (text: string) => Part = (text) => ['p', text]) {
  const texts = [...PROSE.slice(0, 2), ...TEASERS, ...PROSE.slice(2)];
  const snapshot = snapshotOf(['body', ...texts.map(part)], 'The ferry of the bay');
  snapshot.runs.forEach((run, at) => (run.trails = texts[at]?.endsWith('...') ?? false));
  const content = snapshot.runs.map(() => true);
  const none = new Float32Array(snapshot.runs.length);
  const scores: LineScores = {
    content01: none.map(() => 0.9),
    suspicion01: none,
    stray01: none,
    names: () => 0,
    words: new Map(),
  };
  const lines = linesOf(snapshot, content, scores);
  return { snapshot, content, scores, lines, overlap: overlapOf(snapshot, lines), texts };
}
