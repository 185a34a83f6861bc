/** Splits a text into sentences: `Intl.Segmenter` by block, with corrections for what its rules do not cover. */
import type { Article, BlockKind } from '../../article/article.ts';
import { PHRASE_SPACED } from '../../scripts.ts';
import { abbreviation, writesOrdinalStop } from './abbreviations.ts';
import { pattern } from './pattern.ts';
import { languageOf, stopWords } from './stop-words.ts';

/** A sentence: `[start, end)` of the text, without surrounding whitespace. `block` is the index of its block. */
export interface Sentence {
  start: number;
  end: number;
  block: number;
}

/**
 * Code units given to `Intl.Segmenter` at once. Its cost grows faster than the text (measured in Node 20: 14 ms for
 * 210,000 characters in pieces of 600, 3,200 ms in one piece).
 */
const WINDOW = 4000;
/** Code units that a bracket may stay open across a full stop; after that it counts as a typo. */
const BRACKET_REACH = 300;
/**
 * Scripts that write no full stop (Thai, Lao, Khmer, Burmese): a run longer than this is cut at a space, into pieces
 * of at least the second.
 */
const SPACED_LONGEST = 260;
const SPACED_LEAST = 90;
/** Code units looked at on either side of a boundary: longer than any abbreviation or speech tag. */
const LOOK = 32;

const CLOSERS = `"'”’»)\\]}」』）】〕》〉｣"›`;
const TERMINAL = /[.!?。！？｡．…؟۔।॥։።‼⁇⁈⁉;]/u;
const SEGMENTERS = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = SEGMENTERS.get(language);
  if (!found) {
    let locale: string[] = [];
    try {
      locale = Intl.getCanonicalLocales(language);
    } catch {
      // an invalid language tag: the root rules
    }
    found = new Intl.Segmenter(locale, { granularity: 'sentence' });
    SEGMENTERS.set(language, found);
  }
  return found;
}

/** Boundaries as ICU sees them, in windows. */
function rawCuts(text: string, language: string): number[] {
  const cuts: number[] = [];
  const rules = segmenter(language);
  let from = 0;
  while (from < text.length) {
    let to = Math.min(text.length, from + WINDOW);
    if (to < text.length && /[\uD800-\uDBFF]/.test(text[to - 1] ?? '')) to--;
    let last = from;
    const before = cuts.length;
    for (const piece of rules.segment(text.slice(from, to))) {
      last = from + piece.index;
      if (piece.index > 0) cuts.push(last);
    }
    if (to === text.length) break;
    // the window's last piece is unfinished: begin the next window with it, unless it fills the window
    if (cuts.length > before) from = last;
    else from = to;
  }
  return cuts;
}

const DOTS = new RegExp(`…[${CLOSERS}]*\\s+(?=["'“‘«(¿¡]*\\p{Lu})`, 'gu');
/**
 * The numbers of notes after a stop: "… an hour before bed.1 You might …", "… was clear.[4] A score …", "….¹ A …",
 * "…有效。[3]另…".
 */
const NOTES = pattern('gu')`
    (?<=\p{Ll}{3}[.!?]["”’)]?)\d{1,3}(?:[,–-]\d{1,3})*\s+(?=["“(]?\p{Lu}(?:\p{Ll}|\s))
    |(?<=[\p{L}\p{M}\p{N}][.!?।]["”’)]?)\s?(?:\[\d{1,3}(?:[,–-]\s?\d{1,3})*\])+\s+(?=["“«(]?[\p{L}\p{N}])
    |(?<=[\p{L}\p{M}\p{N}][.!?।]["”’)]?)[⁰¹²³⁴-⁹]+(?:[,–][⁰¹²³⁴-⁹]+)*\s+(?=["“«(]?[\p{L}\p{N}])
    |(?<=[。！？][」』”]?)(?:[[［]\d{1,3}[\]］])+\s*(?=\p{L})
  `;
/**
 * An emoji right after a word takes the place of the stop: "It works😀 And it is cheap." One after a space may begin a
 * label.
 */
const EMOJI = /\p{Emoji_Presentation}/u;
const EMOJI_STOP = /(?<=\p{Ll}{2})(?:\p{Emoji_Presentation}\uFE0F?)+\s+(?=\p{Lu}\p{L}*\s)/gu;
const SMALL_WORD_STOP = /(?:^|[\s(])\p{Ll}{3,}[)”"]?[.!?]$/u;

/** Boundaries ICU does not see: after "…" before a capital, and where the space after a full stop was forgotten. */
function missedCuts(text: string): number[] {
  const cuts: number[] = [];
  if (text.includes('…')) {
    for (const match of text.matchAll(DOTS)) cuts.push(match.index + match[0].length);
  }
  for (const match of text.matchAll(NOTES)) cuts.push(match.index + match[0].length);
  if (EMOJI.test(text)) for (const match of text.matchAll(EMOJI_STOP)) cuts.push(match.index + match[0].length);
  // "… infekcje. 7 z nich …", "… ребенка. 26-ти малышам …": ICU goes on before a number that a small letter follows
  for (const match of text.matchAll(/(?<=\p{Ll}{4}[.!?]["”’»)]*)\s+(?=\p{N}{1,4}(?:\s|-)\p{Ll})/gu)) {
    cuts.push(match.index + match[0].length);
  }
  // "… of the board.Approval of …": a small word, a stop, a capitalised word; not "System.Text", "example.Com" or
  // "Node.js"
  for (const match of text.matchAll(/[.!?](?=\p{Lu}\p{Ll}+[\s,'’])/gu)) {
    const cut = match.index + 1;
    if (SMALL_WORD_STOP.test(text.slice(Math.max(0, cut - LOOK), cut))) cuts.push(cut);
  }
  return cuts;
}

const LAST_WORD = /(?:^|[\s("'“‘«„[—–-])((?:\p{L}\p{M}*\.)*[\p{L}\p{M}]+)\.$/u;
const FIRST_WORD = /^["'“‘«„(\[¿¡—–-]*\s*([\p{L}\p{M}\p{N}]+)/u;
/**
 * Speech tags after a closed quotation, in scripts without lower case, which would show that the sentence continues.
 */
const TAG_HAN = /^[^。！？]{0,12}[说說问問道称稱答喊叫笑嘆叹]/u;
const TAG_KANA = /^(?:と|って|などと|という|との)/u;
const TAG_HANGUL = /^(?:이?라고|이?라며|이?라는|하고|하며|고\s|며\s)/u;

/** A counted label: "Tip 1.", "#1.", "Шаг 2." */
const COUNTED = pattern('iu')`
    ^(?:(?:step|tip|part|rule|lesson|reason|myth|fact|note|chapter|schritt|tipp|teil|grund|étape|conseil|raison|paso
    |consejo|passo|dica|consiglio|шаг|совет|крок|порада|krok|rada|bước|mẹo|βήμα|συμβουλή|الخطوة|نصيحة|चरण|팁|단계)\s
    (?:#|№|no\.?\s)?\s?|[#№]\s?)\d{1,3}[.)]$
  `;
/** A telephone number whose parts are set apart with full stops: "(030) 12. 34. 56". */
const TELEPHONE = /(?:\(\d{2,5}\)|\+\d{1,3}|(?:tel|тел|phone|τηλ)\S{0,6})[\s\d.-]*\d{2,4}\.$/iu;
const ONLY_MARKS = new RegExp(`^[${CLOSERS}.!?。！？…，,;]+(?:\\s|$)`, 'u');

/** True if the text before and after a boundary is one sentence. `head` and `tail` are the text around it. */
function belongsTogether(head: string, tail: string, language: string): boolean {
  const before = head.trimEnd();
  const after = tail.trimStart();
  if (after === '') return true;
  if (/\n/.test(head.slice(before.length)) || /^\s*\n/.test(tail)) return false;
  // only closing marks and stops: they belong to what they close
  if (ONLY_MARKS.test(after)) return true;
  const next = FIRST_WORD.exec(after)?.[1] ?? '';
  const starter = stopWords(language).has(next.toLowerCase()) && !/^\p{N}/u.test(next);
  // a list's own number: "1." "a)" "IV."
  if (/^(?:[(\[]?(?:\p{N}{1,3}|[ivxIVX]{1,4}|\p{L})[.)\]])$/u.test(before) || COUNTED.test(before)) return true;
  // the number of a note belongs to the sentence before it, a telephone number's parts together
  if (/^(?:[⁰¹²³⁴-⁹]|\[\d{1,3}\])/u.test(after)) return true;
  if (TELEPHONE.test(before) && /^\d{2,4}(?!\p{N})/u.test(after)) return true;
  if (/^\p{Ll}/u.test(after)) return true; // "“Is it?” he asked", "— Что? — спросил он"
  if (/^[—–-]\s*\p{Ll}/u.test(after)) return true;
  if (/[”’」』»"]$/u.test(before) && (TAG_HAN.test(after) || TAG_KANA.test(after) || TAG_HANGUL.test(after))) {
    return /[?!？！][”’」』»"]$/u.test(before) || TAG_KANA.test(after) || TAG_HANGUL.test(after);
  }
  if (!before.endsWith('.')) return false;
  if (writesOrdinalStop(language) && /(?:^|[\s(])\p{N}{1,2}\.$/u.test(before) && !starter) return true;
  const word = LAST_WORD.exec(before)?.[1];
  if (word === undefined) return false;
  // Greek writes first names short: "ο Αντ. Σαμαράς", "τον Ευ. Βενιζέλο"
  if (language === 'el' && /^\p{Lu}\p{Ll}{1,2}$/u.test(word) && /^\p{Lu}/u.test(next) && !starter) return true;
  const kind = abbreviation(word);
  if (kind === 'always')
    return word.toLowerCase() === 'no' ? /^\p{N}/u.test(next) : !starter || /^\p{N}/u.test(next) || word.length <= 4;
  if (kind === 'sometimes') return next !== '' && !starter;
  // "J. R. Smith", "А. С. Пушкин", "z. B." — but "vitamin C. The" and "So am I. Then"
  if (/^\p{Lu}$/u.test(word)) return next !== '' && !starter && word !== 'I';
  if (/^\p{Ll}$/u.test(word) && /^\p{N}/u.test(next)) return true; // "д. 5", "p. 12"
  if (/^(?:\p{L}\.)+\p{L}$/u.test(word)) return next !== '' && !starter;
  return false;
}

const OPENING_LAST = /(?<=[.!?。！？…”」』）)])[“「『（(]\s*$/u;

/** A boundary that ICU sets after the mark that opens the next sentence, as in "……建议。“|我表示", moves before it. */
function beforeOpening(text: string, start: number, cut: number): number {
  const opening = OPENING_LAST.exec(text.slice(Math.max(start, cut - LOOK), cut))?.[0];
  // “ closes where „ has opened.
  if (!opening || (opening.startsWith('“') && text.slice(start, cut).includes('„'))) return cut;
  return cut - opening.length;
}

/**
 * The first bracket left open in `text[start, end)`, or -1. Quotation marks are left out: a quotation may hold
 * several sentences.
 */
function openBracket(text: string, start: number, end: number): string {
  if (!OPENS.test(text.slice(start, end))) return '';
  const stack: string[] = [];
  for (let i = start; i < end; i++) {
    const c = text[i] ?? '';
    const close = PAIRS.get(c);
    if (close !== undefined) stack.push(close);
    else if (stack.length > 0 && c === stack.at(-1)) stack.pop();
  }
  return stack[0] ?? '';
}
const OPENS = /[(（\[「『【〔《]/u;
const PAIRS = new Map(
  ['()', '（）', '[]', '「」', '『』', '【】', '〔〕', '《》'].map((pair) => [pair[0] ?? '', pair[1] ?? '']),
);

/** True if a full stop is inside a bracket that interrupts its sentence: "这座桥（后来重修。）很老。" */
function interrupts(text: string, start: number, cut: number): boolean {
  const match = /[。！？…]([）】〕])$/u.exec(text.slice(Math.max(start, cut - BRACKET_REACH), cut));
  if (!match) return false;
  const opens = text.lastIndexOf(OPENERS.get(match[1] ?? '') ?? '', cut - 1);
  return opens > start && !TERMINAL.test(text[opens - 1] ?? '');
}
const OPENERS = new Map(['（）', '【】', '〔〕'].map((pair) => [pair[1] ?? '', pair[0] ?? '']));

const ANY_PHRASE_SPACED = new RegExp(`[${PHRASE_SPACED}]`, 'u');

/** Adds `[from, to)` without the white space around it, cut at spaces where the script writes no full stop. */
function add(ranges: { start: number; end: number }[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start] ?? '')) start++;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end--;
  if (end - start > SPACED_LONGEST && ANY_PHRASE_SPACED.test(text.slice(start, end))) {
    for (const gap of text.slice(start, end).matchAll(/\s+/gu)) {
      const at = from + (start - from) + gap.index;
      if (at - start >= SPACED_LEAST && end - at >= SPACED_LEAST) {
        ranges.push({ start, end: at });
        add(ranges, text, at, end);
        return;
      }
    }
  }
  if (end > start) ranges.push({ start, end });
}

/**
 * The sentences of one block of text, as half-open ranges in order, without overlap, which cover all that is not
 * white space and
 * never cut a surrogate pair. `language` is BCP 47. Cost: linear, about 0.1 ms for 1,000 characters.
 */
export function sentenceRanges(text: string, language: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const cuts = rawCuts(text, language);
  const missed = missedCuts(text);
  const all = missed.length > 0 ? [...new Set([...cuts, ...missed])].sort((a, b) => a - b) : cuts;
  let start = 0;
  for (const found of all) {
    const cut = beforeOpening(text, start, found);
    const head = text.slice(Math.max(start, cut - LOOK), cut);
    const tail = text.slice(cut, cut + LOOK);
    if (belongsTogether(head, tail, language)) continue;
    if (interrupts(text, start, cut)) continue;
    const open = openBracket(text, start, cut);
    if (open !== '') {
      const reach = text.slice(cut, Math.max(cut, start + BRACKET_REACH));
      const closes = reach.indexOf(open);
      if (closes !== -1 && !reach.slice(0, closes).includes('\n')) continue;
    }
    add(ranges, text, start, cut);
    start = cut;
  }
  add(ranges, text, start, text.length);
  return ranges;
}

/** Kinds of blocks that contain lines rather than sentences. */
const LINED: ReadonlySet<BlockKind> = new Set(['code', 'table', 'maths', 'figure']);

/**
 * Every sentence of an article, in order, no two overlapping: what can be read aloud, clicked or chosen. Blocks of
 * code, tables,
 * formulas and figures give one range a line. `language` is found where it is not given. Cost: linear, about 25 ms
 * for 220,000 characters.
 */
export function sentences(article: Pick<Article, 'text' | 'blocks' | 'lang'>, language?: string): Sentence[] {
  const known = language ?? languageOf(article.text, article.lang);
  const found: Sentence[] = [];
  article.blocks.forEach((block, index) => {
    const text = article.text.slice(block.start, block.end);
    if (!LINED.has(block.kind)) {
      for (const range of sentenceRanges(text, known)) {
        found.push({ start: block.start + range.start, end: block.start + range.end, block: index });
      }
      return;
    }
    for (const line of text.matchAll(/\S(?:[^\n]*\S)?/g)) {
      found.push({ start: block.start + line.index, end: block.start + line.index + line[0].length, block: index });
    }
  });
  return found;
}

const CLOSING_END = new RegExp(`[${CLOSERS}\\s]+$`, 'u');

/** True if a range of text ends as a sentence does, closing marks aside. */
export function endsAsSentence(text: string): boolean {
  const bare = text.slice(-LOOK).replace(CLOSING_END, '');
  return TERMINAL.test(bare.slice(-1)) && !bare.endsWith(';');
}
