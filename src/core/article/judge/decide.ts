/** Knows how scores become a decision: what is content, and which of it goes as a stranger. The same in the product and in training. */
import { cutoff } from './threshold.ts';
import { joinLists } from './rules/whole-lists.ts';
import { settle } from './rules/teaser-pairs.ts';
import type { Skeleton } from './snapshot.ts';

/** What was decided of each run. */
export interface Decision {
  /** Part of the article, or a stranger among it. */
  content: boolean[];
  /** 1 where content goes as a stranger. */
  goes: Uint8Array;
}

/** A block of code between two kept blocks is theirs, however little it looks like prose. */
function keepCode(bones: Skeleton, content: boolean[]): void {
  bones.runs.forEach((run, at) => {
    if (run.preformatted && run.linkChars === 0 && content[at - 1] && content[at + 1]) content[at] = true;
  });
}

/** Code within the article is no stranger, however few of the article's words it says; a page that is preformatted as a whole has no such code. */
function keepCodeOfArticle(bones: Skeleton, content: readonly boolean[], goes: Uint8Array): void {
  let [all, preformatted] = [0, 0];
  bones.runs.forEach((run, at) => {
    if (!content[at]) return;
    all += run.chars;
    if (run.preformatted) preformatted += run.chars;
  });
  if (preformatted * 2 > all) return;
  const kept = content.map((one, at) => one && goes[at] === 0);
  const [first, last] = [kept.indexOf(true), kept.lastIndexOf(true)];
  bones.runs.forEach((run, at) => {
    if (run.preformatted && run.linkChars === 0 && content[at] && at > first && at < last) goes[at] = 0;
  });
}

/** Decides of every run by its scores, 0–1: `score01` that it is content, `strange01` that it is a stranger among content. */
export function decide(bones: Skeleton, score01: Float32Array, strange01: Float32Array): Decision {
  const cut = cutoff(score01, (at) => bones.runs[at]?.chars ?? 0);
  const content = Array.from(score01, (score) => score > cut);
  joinLists(bones, content, score01);
  keepCode(bones, content);
  const goes = settle(bones.runs, content, strange01);
  keepCodeOfArticle(bones, content, goes);
  return { content, goes };
}
