/**
 * Turns scores into decisions: which runs are content, and which of those are removed as strays. The product and
 * training share this code.
 */
import { contentThreshold } from './threshold.ts';
import { keepWholeLists } from './whole-lists.ts';
import { STRETCH_FROM01 } from './stretches/stretches.ts';
import type { Snapshot } from './snapshot.ts';

/** Counts code between two runs of content as content, however little it looks like prose. */
function keepCodeBetweenContent(snapshot: Snapshot, content: boolean[]): void {
  snapshot.runs.forEach((run, at) => {
    if (run.preformatted && run.linkChars === 0 && content[at - 1] && content[at + 1]) content[at] = true;
  });
}

/**
 * Code between the first and the last kept run is never a stray, even if it shares few words with the article. A page
 * that is preformatted as a whole has no such code.
 */
function keepCodeAmongStrays(snapshot: Snapshot, content: readonly boolean[], goes: Uint8Array): void {
  let [all, preformatted] = [0, 0];
  snapshot.runs.forEach((run, at) => {
    if (!content[at]) return;
    all += run.chars;
    if (run.preformatted) preformatted += run.chars;
  });
  if (preformatted * 2 > all) return;
  const kept = content.map((one, at) => one && goes[at] === 0);
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  snapshot.runs.forEach((run, at) => {
    if (run.preformatted && run.linkChars === 0 && content[at] && at > first && at < last) goes[at] = 0;
  });
}

/** Which runs are content: the article, and strays among it. */
export function contentOf(snapshot: Snapshot, score01: Float32Array): boolean[] {
  const cut = contentThreshold(score01, (at) => snapshot.runs[at]?.chars ?? 0);
  const content = Array.from(score01, (score) => score > cut);
  keepWholeLists(snapshot, content, score01);
  keepCodeBetweenContent(snapshot, content);
  return content;
}

/**
 * Marks the runs of the content to remove with 1: those in stretches that almost certainly are not part of the article.
 * Doubtful ones stay.
 */
export function straysOf(snapshot: Snapshot, content: readonly boolean[], stretch01: Float32Array): Uint8Array {
  const goes = Uint8Array.from(content, (one, at) => (one && (stretch01[at] ?? 0) >= STRETCH_FROM01 ? 1 : 0));
  keepCodeAmongStrays(snapshot, content, goes);
  return goes;
}
