/**
 * The ledger of what was set aside: one entry for each teaser inside the article, and for each part of the page outside
 * it.
 */
import type { Removal, RemovalReason } from '../article.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Box, Page, Run } from '../page/model.ts';

/** The ledger; `nodes[i]` are the live nodes of `removed[i]`. */
export interface Ledger {
  removed: Removal[];
  nodes: Node[][];
}

/** Past this no more lines are added to an entry (characters). */
const LONGEST_TEXT = 2000;
/** A line this long is an excerpt, a shorter one without a stop may be a title (characters but white space). */
const EXCERPT_CHARS = 90;
const SENTENCE_CHARS = 40;
const TITLE_CHARS = 10;
/** A card holds no more runs than this. */
const CARD_RUNS = 10;
const CARD_DEPTH = 12;
const STOPPED = /[.!?。！？…。．]["”’)]*$/u;

type Part = 'title' | 'excerpt' | 'detail';

function partOf(run: Run, reason: RemovalReason | undefined): Part {
  if (reason === 'tag-line' || reason === 'repeats-title') return 'title';
  if (run.chars > EXCERPT_CHARS || (run.chars > SENTENCE_CHARS && STOPPED.test(run.text))) return 'excerpt';
  const digits = run.text.replace(/\D/g, '').length;
  return run.chars >= TITLE_CHARS && digits * 3 < run.chars ? 'title' : 'detail';
}

/** A repeated line, in adjacent runs or within one, is a title of any length. */
function copied(runs: readonly Run[], run: Run): boolean {
  const half = (run.text.length - 1) / 2;
  const within = Number.isInteger(half) && run.text.slice(0, half) === run.text.slice(half + 1);
  return within || runs[run.index - 1]?.text === run.text || runs[run.index + 1]?.text === run.text;
}

/** For each box by index, the largest box around it in which nothing is kept. Parents come before children. */
function droppedBoxes(page: Page, kept: Int32Array): (Box | undefined)[] {
  const found: (Box | undefined)[] = [];
  for (const box of page.boxes) {
    const above = box.parent && found[box.parent.index];
    found.push(above ?? (kept[box.endRun] === kept[box.firstRun] ? box : undefined));
  }
  return found;
}

/** The smallest box around a run that has other runs too, but not more than a card. */
function cardOf(run: Run, limit: Box | undefined): Box | undefined {
  let box: Box | undefined = run.box;
  for (let up = 0; up < CARD_DEPTH && box && box !== limit; up++, box = box.parent) {
    const runs = box.endRun - box.firstRun;
    if (runs > CARD_RUNS) return undefined;
    if (runs > 1) return box;
  }
  return undefined;
}

interface Entry {
  runs: Run[];
  inside: boolean;
  box: Box | undefined;
  card: Box | undefined;
  titled: boolean;
  told: boolean;
  /** Some of its runs came back. */
  parted: boolean;
}

/** Whether a run has no content: a bar between links, a zero-width character. */
function isBlank(run: Run): boolean {
  return !/[\p{L}\p{N}\p{S}]/u.test(run.text.replace('|', ''));
}

/** Whether a run continues the current teaser. */
function goesOn(entry: Entry, run: Run, part: Part, card: Box | undefined): boolean {
  const last = entry.runs[entry.runs.length - 1];
  if (last?.text === run.text || isBlank(run) || entry.runs.every(isBlank)) return true;
  if (card || entry.card) return card === entry.card;
  if (part === 'detail') return true;
  return part === 'excerpt' ? !entry.told : !entry.titled && !entry.told;
}

/** Reasons of a title or a line of facts, which say nothing of the excerpt below it. */
const OF_ONE_LINE: ReadonlySet<RemovalReason> = new Set(['tag-line', 'repeats-title', 'byline']);

/**
 * An entry's reason is that of its first line, unless a later one is more specific. A title with its excerpt belongs to
 * another article, even if the title has tags.
 */
function reasonOf(entry: Entry, verdicts: readonly Verdict[]): RemovalReason {
  const reasons = entry.runs.map((run) => verdicts[run.index]?.reason ?? 'other-topic');
  const isTeaser = entry.inside && entry.titled && entry.told;
  const telling = (reason: RemovalReason) =>
    reason !== 'other-topic' && reason !== 'navigation' && !(isTeaser && OF_ONE_LINE.has(reason));
  return reasons.find(telling) ?? (isTeaser ? 'other-topic' : (reasons[0] ?? 'other-topic'));
}

function gather(
  page: Page,
  verdicts: readonly Verdict[],
  kept: Int32Array,
  root: Box | undefined,
  late: ReadonlySet<number>,
): Entry[] {
  const entries: Entry[] = [];
  const dropped = droppedBoxes(page, kept);
  let open: Entry | undefined;
  for (const run of page.runs) {
    if (late.has(run.index)) continue;
    if (verdicts[run.index]?.keep !== false) {
      open = undefined;
      continue;
    }
    const inside =
      root !== undefined && run.index >= root.firstRun && run.index < root.endRun && (kept[run.index] ?? 0) > 0;
    const box = dropped[run.box.index];
    const part = partOf(run, copied(page.runs, run) ? 'repeats-title' : verdicts[run.index]?.reason);
    const card = inside ? cardOf(run, box?.parent ?? root) : undefined;
    const same =
      open?.inside === inside && (inside ? goesOn(open, run, part, card) : open.box === box && box !== undefined);
    if (!open || !same) {
      open = { runs: [], inside, box, card, titled: false, told: false, parted: false };
      entries.push(open);
    }
    open.runs.push(run);
    open.titled ||= part === 'title';
    open.told ||= part === 'excerpt';
  }
  return entries;
}

/** The live nodes of an entry: whole boxes if nothing else is in them. */
function nodesOf(entry: Entry): Node[] {
  if (!entry.inside && entry.box && !entry.parted) return [entry.box.element];
  const nodes = entry.runs.flatMap((run): Node[] =>
    run.box.endRun - run.box.firstRun === 1
      ? [run.box.element]
      : run.pieces.map((piece) => piece.node).filter((node) => node.parentNode !== null),
  );
  return [...new Set(nodes)];
}

/** The entries without the runs that the person restored; entries without any run left are dropped. */
function withoutBroughtBack(entries: Entry[], verdicts: readonly Verdict[]): Entry[] {
  return entries.flatMap((entry) => {
    const runs = entry.runs.filter((run) => !verdicts[run.index]?.keep);
    return runs.length > 0 ? [{ ...entry, runs, parted: runs.length < entry.runs.length }] : [];
  });
}

/** The input of the ledger. */
export interface Told {
  page: Page;
  /** The verdicts before the person brought anything back: they say which runs make one entry. */
  judged: readonly Verdict[];
  /** The current verdicts. */
  verdicts: readonly Verdict[];
  /** The smallest box of all that `judged` keeps. */
  root: Box | undefined;
  /** Places of kept runs in the article's text, and that text's length. */
  startOfRun: ReadonlyMap<number, number>;
  length: number;
  /** Runs that were added to the page after it was judged; they appear nowhere. */
  late?: ReadonlySet<number>;
}

/** Writes the ledger; each line of an entry's text is the text of a run. What the person brought back is left out, and
 * changes no other entry. Linear in the page. */
export function ledger({ page, judged, verdicts, root, startOfRun, length, late = new Set() }: Told): Ledger {
  const kept = new Int32Array(page.runs.length + 1);
  judged.forEach((verdict, at) => (kept[at + 1] = (kept[at] ?? 0) + (verdict.keep ? 1 : 0)));
  const starts = new Int32Array(page.runs.length + 1).fill(length);
  for (let at = page.runs.length - 1; at >= 0; at--) starts[at] = startOfRun.get(at) ?? starts[at + 1] ?? length;
  const entries = withoutBroughtBack(gather(page, judged, kept, root, late), verdicts);
  const removed = entries.map((entry): Removal => {
    let text = '';
    for (const run of entry.runs) if (text.length < LONGEST_TEXT) text += text === '' ? run.text : `\n${run.text}`;
    const sure = entry.runs.map((run) => 1 - (verdicts[run.index]?.score01 ?? 0));
    return {
      text,
      reason: reasonOf(entry, verdicts),
      score01: Math.round(Math.max(...sure.slice(0, 100)) * 1000) / 1000,
      start: starts[entry.runs[0]?.index ?? 0] ?? length,
      inside: entry.inside,
    };
  });
  return { removed, nodes: entries.map(nodesOf) };
}
