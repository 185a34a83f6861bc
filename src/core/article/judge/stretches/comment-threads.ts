/**
 * Finds comments below an article by structure alone, whatever their class names: units of a name, a time, a few
 * sentences and the same short link ("Reply", "Antworten", "回复").
 */
import { DIGIT } from '../features/text-profile.ts';
import type { SnapshotRun, Snapshot } from '../snapshot.ts';

/** A reply link is no longer than this (characters but white space; words). */
const LONGEST_REPLY = 24;
const REPLY_WORDS = 4;
/** Fewer units are no thread. */
const FEWEST_UNITS = 3;
/** Minimum share of units with a time and a sentence (0–1). */
const REGULAR01 = 0.7;
/** Maximum length of a line with a digit that may be a time (characters other than white space). */
const LONGEST_TIME = 48;
/** Minimum length of a comment (characters), and its maximum share of links (0–1). */
const SHORTEST_SAID = 12;
const LINKED01 = 0.3;
/**
 * Minimum prose before the thread for it to be an article (characters); with less, the thread is the page's main
 * content.
 */
const ARTICLE_CHARS = 240;
const FEWEST_PARAGRAPHS = 3;
const PROSE_CHARS = 60;
/** How many lines before its text the first comment's name and time may be. */
const MOST_HEAD = 4;

const HEADING = /^(?:h[1-6]|td|th)$/;

/** Maximum number of lines of the first unit. With more, the article is in the same box. */
const LONGEST_UNIT = 16;
/** What forums, places of questions and of reviews call their units. */
const FORUM =
  /^(?:reviews?|ratings?|testimonials?|posts?|answers?|questions?|messages?|topics?|threads?|forum|discussions?)$/;

/** Programs that run forums put their names on boxes around the whole page. */
const SOFTWARE = new Set([
  ...['lemmy', 'kbin', 'mbin', 'phpbb', 'vbulletin', 'discourse', 'flarum', 'nodebb', 'xenforo', 'mybb', 'smf'],
  ...['invision', 'ipsapp', 'bbpress', 'punbb', 'fluxbb', 'shreddit'],
]);

/** Runs `[from, to)`. */
export interface Thread {
  from: number;
  to: number;
}

const isReply = ({ chars, words, linkChars, buttonChars }: SnapshotRun) =>
  chars > 1 &&
  chars <= LONGEST_REPLY &&
  words.length <= REPLY_WORDS &&
  (linkChars * 2 >= chars || buttonChars * 2 >= chars);
const isTime = ({ hasTime, digits, chars, stops, words, money, first }: SnapshotRun) =>
  hasTime ||
  (digits > 0 &&
    chars <= LONGEST_TIME &&
    stops < 2 &&
    words.length > 1 &&
    money === 0 &&
    (first !== DIGIT || stops === 0));
const isSaid = ({ chars, linkChars, stops }: SnapshotRun) =>
  chars >= SHORTEST_SAID && linkChars <= chars * LINKED01 && stops > 0;

/** Positions of each short link whose text occurs on the page three times or more. */
function repliesOf({ runs }: Snapshot): number[][] {
  const places = new Map<number, number[]>();
  runs.forEach((run, at) => {
    if (run.unseen || !isReply(run)) return;
    const list = places.get(run.hash);
    if (list) list.push(at);
    else places.set(run.hash, [at]);
  });
  return [...places.values()].filter((list) => list.length >= FEWEST_UNITS);
}

/** Whether most of these links have a comment and a time between them. */
function isThread({ runs, boxes }: Snapshot, replies: readonly number[]): boolean {
  let [units, marked] = [0, 0];
  const unitsWith = new Map<number, number>();
  for (let index = 1; index < replies.length; index++) {
    let [timed, said, hasTime] = [false, false, false];
    const words = new Set<number>();
    for (let at = (replies[index - 1] ?? 0) + 1; at < (replies[index] ?? 0); at++) {
      const run = runs[at];
      if (!run) continue;
      if (HEADING.test(boxes[run.box]?.tag ?? '')) return false; // people who comment set no headings
      if (isTime(run)) {
        timed = true;
        hasTime ||= run.hasTime;
        for (const word of run.words) words.add(word);
      } else if (isSaid(run)) said = true;
    }
    if (timed && said) units++;
    if (hasTime) marked++;
    for (const word of words) unitsWith.set(word, (unitsWith.get(word) ?? 0) + 1);
  }
  // Times have words in common: a month, a year, "ago". Names of products with numbers have not.
  let common = marked;
  for (const count of unitsWith.values()) common = Math.max(common, count);
  const fewest = (replies.length - 1) * REGULAR01;
  return units + 1 >= FEWEST_UNITS && units >= fewest && common >= fewest;
}

/** The boxes of the smallest common box that hold the units, from the first one’s name to the last one’s link. */
function rangeOf({ runs, boxes }: Snapshot, replies: readonly number[]): Thread {
  const [first = 0] = replies;
  const last = replies[replies.length - 1] ?? first;
  let at = runs[first]?.box ?? -1;
  let child = at;
  while (at >= 0) {
    const box = boxes[at];
    if (box && box.firstRun <= first && box.endRun > last) break;
    child = at;
    at = box?.parent ?? -1;
  }
  let lastChild = runs[last]?.box ?? -1;
  while (lastChild >= 0 && boxes[lastChild]?.parent !== at) lastChild = boxes[lastChild]?.parent ?? -1;
  let from = boxes[child]?.firstRun ?? first;
  for (let back = 0; back < MOST_HEAD && from > 0; back++) {
    const run = runs[from - 1];
    const isHead = run && run.stops === 0 && run.chars <= LONGEST_TIME && !HEADING.test(boxes[run.box]?.tag ?? '');
    if (!isHead) break;
    from--;
  }
  return { from, to: boxes[lastChild]?.endRun ?? last + 1 };
}

/** What the boxes of the units are called, up to the one that holds them all. */
function areNamed({ runs, boxes }: Snapshot, { from, to }: Thread, pattern: RegExp): boolean {
  for (let at = from; at < to; at++) {
    let box = boxes[runs[at]?.box ?? -1];
    while (box && box.firstRun >= from && box.endRun <= to) {
      if (box.names.some((name) => pattern.test(name))) return true;
      box = boxes[box.parent];
    }
  }
  return false;
}

/** Whether a box around the thread has the name of a forum program. */
function isInForum({ runs, boxes }: Snapshot, { from }: Thread): boolean {
  let box = boxes[runs[from]?.box ?? -1];
  while (box) {
    if (box.names.some((name) => SOFTWARE.has(name))) return true;
    box = boxes[box.parent];
  }
  return false;
}

/**
 * Whether there are paragraphs of an article before the thread: several similar ones, without the parts of the thread's
 * units.
 */
function hasArticle({ runs, boxes }: Snapshot, { from }: Thread): boolean {
  const makes = new Map<number, { chars: number; lines: number }>();
  for (let at = 0; at < from; at++) {
    const run = runs[at];
    if (!run || run.unseen || run.stops === 0 || run.chars < PROSE_CHARS || run.linkChars > run.chars * LINKED01)
      continue;
    const shape = boxes[run.box]?.shape ?? 0;
    const sum = makes.get(shape) ?? { chars: 0, lines: 0 };
    makes.set(shape, { chars: sum.chars + run.chars, lines: sum.lines + 1 });
  }
  return [...makes.values()].some(({ chars, lines }) => chars >= ARTICLE_CHARS && lines >= FEWEST_PARAGRAPHS);
}

/** The thread of comments under the article of a page, or undefined: on a page of a forum the thread is the article. */
export function commentThread(snapshot: Snapshot): Thread | undefined {
  let best: Thread | undefined;
  for (const replies of repliesOf(snapshot)) {
    if (!isThread(snapshot, replies)) continue;
    const range = rangeOf(snapshot, replies);
    if ((replies[0] ?? 0) - range.from > LONGEST_UNIT) continue;
    if (!best || range.to - range.from > best.to - best.from) best = range;
  }
  if (!best || areNamed(snapshot, best, FORUM) || isInForum(snapshot, best) || !hasArticle(snapshot, best))
    return undefined;
  return best;
}
