/** The features that predict whether a line is a heading, independent of its language. */
import type { Article, Block } from '../../article/article.ts';
import { HAN_KANA, THAI, WIDE } from '../../scripts.ts';
import { lineNumber, numberRuns } from './numbering.ts';

/**
 * The features' names, in the order of a row. Widths are in characters, wide scripts doubled, as natural logarithms
 * where `log` is said.
 */
export const LINE_FEATURES = [
  'logWidth',
  'words',
  'endsStop',
  'endsQuestion',
  'endsColon',
  'endsComma',
  'endsOther',
  'startsUpper',
  'startsLower',
  'startsDigit',
  'startsOther',
  'uncased',
  'titleCase',
  'capitals',
  'digits',
  'marks',
  'innerStop',
  'innerColon',
  'commas',
  'numbered',
  'inNumberRun',
  'money',
  'bar',
  'bracket',
  'nextParagraph',
  'nextItem',
  'nextCode',
  'nextOther',
  'nextLogWidth',
  'nextStops',
  'nextShort',
  'secondLogWidth',
  'secondShort',
  'beforeParagraph',
  'beforeItem',
  'beforeCode',
  'beforeOther',
  'beforeLogWidth',
  'beforeStops',
  'beforeShort',
  'runBefore',
  'runAfter',
  'logSection',
  'logSectionBefore',
  'blocksAfter',
  'blocksBefore',
  'position01',
  'index',
  'fromEnd',
  'shorts01',
  'shorts',
  'logArticle',
  'logTypical',
  'inFollowing',
  'inPreceding',
  'inTitle',
  'same',
  'sameOpening',
  'shape01',
  'shapeSection',
  'shapeWidth',
] as const;

/** A line wider than this is no heading. */
export const WIDEST = 200;
/** Text before and after a line whose words are compared with it, in characters. */
const NEAR = 1200;

const WIDE_LETTERS = new RegExp(`[${WIDE}]`, 'gu');
const STOP = /[.。．!！।॥؟۔…;；][\s"'”’»」』）)\]]*$/u;
const QUESTION = /[?？؟;][\s"'”’»」』）)\]]*$/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const DENSE = new RegExp(`[${HAN_KANA}${THAI}]`, 'u');

/** Characters, with those of wide scripts counted twice: roughly the width of the text. */
export const widthOf = (text: string) => text.length + (text.match(WIDE_LETTERS)?.length ?? 0);
const log = (x: number) => Math.log(1 + x);
const bit = (x: unknown) => (x ? 1 : 0);

/** Words to compare by: whole words of four letters and more, pairs of characters where words are not spaced. */
export function comparableTerms(text: string): string[] {
  const terms: string[] = [];
  for (const word of text.toLowerCase().match(WORD) ?? []) {
    if (DENSE.test(word)) for (let i = 0; i + 1 < word.length; i++) terms.push(word.slice(i, i + 2));
    else if (word.length > 3) terms.push(word.slice(0, 7));
  }
  return terms;
}

interface Line {
  block: Block;
  text: string;
  width: number;
  /** A short paragraph without a stop: what might be a heading. */
  short: boolean;
  stops: boolean;
}

const share = (terms: readonly string[], among: ReadonlySet<string>) =>
  terms.length ? terms.filter((t) => among.has(t)).length / terms.length : 0;

/** The form of a line: its beginning, the form of its number, whether it is a question, whether it is in capitals. */
function shapeOf({ text }: Line, form: string | undefined): string {
  const first = /\p{L}/u.exec(text)?.[0] ?? '';
  const words = text.match(/\p{L}[\p{L}\p{M}]{3,}/gu) ?? [];
  const titled = words.length > 1 && words.slice(1).filter((w) => /^\p{Lu}/u.test(w)).length * 2 > words.length - 1;
  const shouted = /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
  return [form ?? '-', /\p{Lu}/u.test(first), titled, shouted, QUESTION.test(text), /[:：]\s*$/u.test(text)].join();
}

/** A row of features for every block that may be a heading, with the block's index. O(text + lines × NEAR). */
export function lineFeatures(
  article: Pick<Article, 'text' | 'blocks' | 'title'>,
): { index: number; features: number[] }[] {
  const lines: Line[] = article.blocks.map((block) => {
    const text = article.text.slice(block.start, block.end);
    const width = widthOf(text);
    const stops = STOP.test(text);
    return { block, text, width, stops, short: block.kind === 'paragraph' && width <= WIDEST && !stops };
  });
  const may = lines.map(
    (l) => (l.short || (l.block.kind === 'paragraph' && l.width <= WIDEST / 2)) && /[\p{L}\p{N}]/u.test(l.text),
  );
  const total = lines.reduce((n, l) => n + l.width, 0);
  const shorts = lines.filter((l) => l.short).length;
  const wide = lines
    .filter((l) => l.width > 80)
    .map((l) => l.width)
    .sort((a, b) => a - b);
  const numbers = lines.map((l, i) => (may[i] ? lineNumber(l.text) : undefined));
  const inRun = numberRuns(numbers);
  const titleTerms = new Set(comparableTerms(article.title));
  const shapes = lines.map((l, i) => (may[i] ? shapeOf(l, numbers[i]?.form) : ''));
  const openings = new Map<string, number>();
  const sames = new Map<string, number>();
  const opening = (text: string) => /^\S{2,}/u.exec(text.toLowerCase())?.[0] ?? text;
  for (const l of lines) {
    sames.set(l.text, (sames.get(l.text) ?? 0) + 1);
    openings.set(opening(l.text), (openings.get(opening(l.text)) ?? 0) + 1);
  }
  // How much text follows each short line until the next one, and precedes it since the last.
  const after = lines.map(() => ({ width: 0, blocks: 0 }));
  const before = lines.map(() => ({ width: 0, blocks: 0 }));
  for (let i = lines.length - 2; i >= 0; i--) {
    const next = lines[i + 1];
    const more = after[i + 1];
    if (next && more && !next.short) after[i] = { width: next.width + more.width, blocks: more.blocks + 1 };
  }
  for (let i = 1; i < lines.length; i++) {
    const last = lines[i - 1];
    const more = before[i - 1];
    if (last && more && !last.short) before[i] = { width: last.width + more.width, blocks: more.blocks + 1 };
  }
  const byShape = new Map<string, { n: number; section: number; width: number }>();
  lines.forEach((l, i) => {
    if (!may[i]) return;
    const s = byShape.get(shapes[i] ?? '') ?? { n: 0, section: 0, width: 0 };
    byShape.set(shapes[i] ?? '', {
      n: s.n + 1,
      section: s.section + log(after[i]?.width ?? 0),
      width: s.width + log(l.width),
    });
  });
  const candidates = may.filter(Boolean).length;
  const near = (from: number, to: number) =>
    new Set(comparableTerms(article.text.slice(Math.max(0, from), Math.max(0, to))));

  const rows: { index: number; features: number[] }[] = [];
  lines.forEach((l, i) => {
    if (!may[i]) return;
    const next = lines[i + 1];
    const second = lines[i + 2];
    const previous = lines[i - 1];
    const kind = (line: Line | undefined, ...kinds: string[]) => bit(line && kinds.includes(line.block.kind));
    const other = (line: Line | undefined) => bit(line && !['paragraph', 'item', 'code'].includes(line.block.kind));
    const { text } = l;
    const first = /[^\s"'“‘«「『（(\[*•·–—-]/u.exec(text)?.[0] ?? '';
    const words = text.match(WORD) ?? [];
    const long = words.slice(1).filter((w) => w.length > 3 && /\p{L}/u.test(w));
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    let runBefore = 0;
    while (lines[i - 1 - runBefore]?.short) runBefore++;
    let runAfter = 0;
    while (lines[i + 1 + runAfter]?.short) runAfter++;
    const terms = comparableTerms(text);
    const shape = byShape.get(shapes[i] ?? '') ?? { n: 1, section: 0, width: 0 };
    const colon = text.search(/[:：]\s*\S/u);
    rows.push({
      index: i,
      features: [
        log(l.width),
        words.length,
        bit(l.stops),
        bit(QUESTION.test(text)),
        bit(/[:：]\s*$/u.test(text)),
        bit(/[,，、]\s*$/u.test(text)),
        bit(/[^\p{L}\p{M}\p{N}\s]\s*$/u.test(text)),
        bit(/\p{Lu}/u.test(first)),
        bit(/\p{Ll}/u.test(first)),
        bit(/\p{N}/u.test(first)),
        bit(!/[\p{L}\p{N}]/u.test(first)),
        bit(/\p{Lo}/u.test(first)),
        long.length ? long.filter((w) => /^\p{Lu}/u.test(w)).length / long.length : 0.5,
        letters ? (text.match(/\p{Lu}/gu)?.length ?? 0) / letters : 0,
        (text.match(/\p{N}/gu)?.length ?? 0) / text.length,
        (text.match(/[^\p{L}\p{M}\p{N}\s]/gu)?.length ?? 0) / text.length,
        bit(/[.。!?！？]["”’）)]*\s*\p{L}/u.test(text.replace(/^\S{1,12}[.)]\s/u, ''))),
        colon < 0 ? 0 : 1 - colon / text.length,
        text.match(/[,，、]/gu)?.length ?? 0,
        bit(numbers[i]),
        bit(inRun[i]),
        bit(/[\p{Sc}%‰@©®™→]|https?:/u.test(text)),
        bit(/[|·•»/]/u.test(text)),
        bit(/[()（）\[\]]/u.test(text)),
        kind(next, 'paragraph'),
        kind(next, 'item'),
        kind(next, 'code'),
        other(next),
        log(next?.width ?? 0),
        bit(next?.stops),
        bit(next?.short),
        log(second?.width ?? 0),
        bit(second?.short),
        kind(previous, 'paragraph'),
        kind(previous, 'item'),
        kind(previous, 'code'),
        other(previous),
        log(previous?.width ?? 0),
        bit(previous?.stops),
        bit(previous?.short),
        Math.min(9, runBefore),
        Math.min(9, runAfter),
        log(after[i]?.width ?? 0),
        log(before[i]?.width ?? 0),
        Math.min(20, after[i]?.blocks ?? 0),
        Math.min(20, before[i]?.blocks ?? 0),
        l.block.start / Math.max(1, article.text.length),
        Math.min(30, i),
        Math.min(30, lines.length - 1 - i),
        shorts / lines.length,
        Math.min(80, shorts),
        log(total),
        log(wide[wide.length >> 1] ?? 0),
        share(terms, near(l.block.end, l.block.end + NEAR)),
        share(terms, near(l.block.start - NEAR, l.block.start)),
        share(terms, titleTerms),
        Math.min(9, sames.get(text) ?? 1),
        Math.min(20, openings.get(opening(text)) ?? 1),
        shape.n / candidates,
        shape.section / shape.n,
        shape.width / shape.n,
      ],
    });
  });
  return rows;
}
