/** Where a page carries its author's own list of points. */
import type { Article, Block } from '../../article/article.ts';
import { sentenceRanges } from '../language/sentences.ts';
import { languageOf } from '../language/stop-words.ts';
import { pattern } from '../language/pattern.ts';
import { listAfter, unmarked } from './takeaway-lists.ts';

/**
 * Headings under which authors list their points, in the supported languages. Matched against the whole line, without
 * case and punctuation.
 */
const HEADING = pattern('iu')`
    ^(?:(?:the |our |some )?(?:key|main|quick|top|important|article) (?:takeaways?|take-aways?|points?(?: raised)?
    |features|findings|insights|highlights|ideas|lessons)|takeaways?|tl;? ?dr|at a glance|in (?:brief|short|a nutshell)
    |(?:article |story |executive |quick )?highlights|(?:the )?bottom line up front|what (?:you need )?to know
    |(?:article|quick|executive|post) summary|summary|das wichtigste(?: in kürze| auf einen blick)?
    |auf einen blick|in kürze|zusammenfassung|kernpunkte|kurz gesagt|l['’]essentiel|(?:les )?points (?:clés
    |essentiels|à retenir)|à retenir|en bref|(?:en )?résumé|(?:los )?puntos (?:clave|principales)
    |(?:lo )?más importante|en resumen|resumen|claves|(?:os )?pontos[- ](?:chave|principais)|em resumo|resumo
    |destaques|punti chiave|in (?:breve|sintesi)|in het kort|samenvatting|najważniejsze(?: informacje)?|w skrócie
    |podsumowanie|(?:самое )?главное|кратко|коротко|основные (?:моменты|тезисы|выводы)|выводы|резюме|тезисы
    |головне|коротко про головне|σε ένα? ματιά|με λίγα λόγια|κύρια σημεία|(?:những )?(?:điểm|ý) chính|tóm tắt
    |điểm nổi bật|özet|önemli noktalar|poin penting|ringkasan|أهم النقاط|النقاط الرئيسية|الخلاصة|باختصار|ملخص
    |نقاط کلیدی|خلاصه|עיקרי הדברים|נקודות עיקריות|בקצרה|תקציר|मुख्य (?:बातें|बिंदु)|सारांश|संक्षेप में
    |ประเด็นสำคัญ|สรุป|สาระสำคัญ|(?:本文)?(?:要点|要點|摘要|核心观点|核心要点|内容提要|内容摘要|重点|重點|划重点|太长不看|一句话总结|导读|導讀|看点)|要約|まとめ|ポイント
    |この記事のポイント|概要|핵심(?: 요약| 내용| 포인트)?|요약|세 줄 요약|주요 내용)$
  `;

/**
 * The unambiguous ones among them. More words may follow in the line, and prose may follow instead of a list ("Key
 * takeaways for leaders", "TL;DR").
 */
const SURE = pattern('iu')`
    ^(?:here (?:are|is) )?(?:the |our |some )?(?:(?:key|main) take-?aways?|take-?aways|tl;? ?dr
    |quick summary(?=[:：])|the bottom line up front|das wichtigste in kürze|l['’]essentiel
    |(?:les )?points clés|à retenir
    |lo esencial|key insights and (?:conclusions?|takeaways?|lessons|recommendations|next steps)|puntos clave
    |pontos-chave|punti chiave|najważniejsze informacje|самое главное|коротко о главном|коротко про головне
    |κύρια σημεία|(?:những )?điểm chính|önemli noktalar|أهم النقاط|עיקרי הדברים|मुख्य बातें|ประเด็นสำคัญ
    |(?:本文)?(?:要点|要點|核心观点|核心要点|划重点|太长不看)|この記事のポイント|핵심 (?:요약|내용|포인트)|세 줄 요약)(?![\p{L}\p{N}])
  `;
/** A label at the beginning of a paragraph that is the whole of it: "TL;DR: …", "Key takeaway - …", "要点：…". */
const INLINE = pattern('iu')`
    ^[\s\p{P}\p{S}]*(?:key take-?aways?|tl;? ?dr|quick summary|in (?:brief|short|a nutshell)|the bottom line
    |kurz gesagt|en bref|en resumen|em resumo|in breve|w skrócie|(?:коротко|главное)|με λίγα λόγια
    |tóm tắt|özetle|باختصار|בקצרה
    |संक्षेप में|สรุป|(?:要点|要點|摘要|太长不看|划重点)|要約|요약)(?:\s*[:：】］\]]|\s+[—–-])\s*(?=\S)
  `;

/** Paragraphs that are points of their own: two at least. */
const PARAGRAPHS_LEAST = 2;
/** A summary in prose: maximum blocks, maximum characters in all, and the maximum number of its sentences to show. */
const PROSE_BLOCKS_MOST = 8;
const PROSE_LONGEST = 1500;
const SENTENCES_MOST = 6;
/** A line that announces is no longer than this, in characters. */
const LINE_LONGEST = 90;
/** A takeaways list is near the start: within this share of the article's blocks, or within this many first blocks. */
const FROM_START01 = 0.35;
const FIRST_BLOCKS = 8;
/** Under an unambiguous heading prose may also be at the end, from this share of the blocks on. */
const NEAR_END01 = 0.75;
/** A label within a paragraph is looked for in the first blocks alone. */
const INLINE_BLOCKS = 6;
/** "Summary", "At a glance": before prose such a line is the author's summary among the first blocks alone. */
const TOP_BLOCKS = 4;
const TOP_PROSE_MOST = 2;
/** A paragraph of a summary has this many characters at least, Han, kana and Hangul counted double. */
const TOP_PROSE_SHORTEST = 60;
/** Minimum words of an item if the heading may also introduce a product's properties. */
const TELLING_WORDS = 5;

type Range = Pick<Block, 'start' | 'end'>;
type Read = Pick<Article, 'text' | 'blocks' | 'takeaways' | 'lang'>;

function bare(label: string): string {
  return label
    .replace(/^[\s\p{P}\p{S}\p{N}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True if a line announces its author's points. */
export function announcesTakeaways(line: string): boolean {
  return line.length <= LINE_LONGEST && (HEADING.test(bare(line)) || SURE.test(bare(line)));
}

const rangesOf = (list: readonly Range[]): Range[] => list.map(({ start, end }) => ({ start, end }));

/** The sentences of some prose as ranges of the text. */
function sentencesOf({ text, lang }: Read, blocks: readonly Range[]): Range[] {
  const sentences = blocks.flatMap(({ start, end }) =>
    sentenceRanges(text.slice(start, end), languageOf(text, lang)).map((range) => ({
      start: start + range.start,
      end: start + range.end,
    })),
  );
  return unmarked(text, sentences);
}

const WORDS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{M}\p{N}'’-]+/gu;

/** True if most items say something: "Materials: Ceramic" and "Tilt lock" are a product's properties. */
function tells(text: string, items: readonly Range[]): boolean {
  const telling = items.filter(({ start, end }) => (text.slice(start, end).match(WORDS)?.length ?? 0) >= TELLING_WORDS);
  return telling.length * 2 > items.length;
}

/**
 * The prose after an announcing heading, up to the next heading. If every paragraph is short, each is a point; else its
 * sentences are.
 */
function proseAfter(article: Read, index: number): Range[] {
  const { text, blocks } = article;
  let to = index + 1;
  while (blocks[to]?.kind === 'paragraph' || blocks[to]?.kind === 'item' || blocks[to]?.kind === 'quote') to++;
  const told = blocks.slice(index + 1, to).filter(({ start, end }) => !/[:：]\s*$/u.test(text.slice(start, end)));
  const length = told.reduce((sum, { start, end }) => sum + end - start, 0);
  if (told.length === 0 || told.length > PROSE_BLOCKS_MOST || length > PROSE_LONGEST) return [];
  if (blocks[to]?.kind !== 'heading') return [];
  const points = sentencesOf(article, told);
  return points.length <= SENTENCES_MOST
    ? points
    : told.length >= PARAGRAPHS_LEAST
      ? told
      : points.slice(0, SENTENCES_MOST);
}

/** What follows a label at the beginning of a paragraph. */
function inlineSummary(article: Read): Range[] {
  for (const { kind, start, end } of article.blocks.slice(0, INLINE_BLOCKS)) {
    if (kind !== 'paragraph' && kind !== 'quote') continue;
    const label = end - start <= PROSE_LONGEST ? INLINE.exec(article.text.slice(start, end)) : null;
    if (!label) continue;
    const sentences = sentencesOf(article, [{ start: start + label[0].length, end }]);
    const hasQuestion = sentences.some((range) => /[?？؟]\s*$/u.test(article.text.slice(range.start, range.end)));
    return hasQuestion ? [] : sentences.slice(0, SENTENCES_MOST);
  }
  return [];
}

/**
 * The sentences of a summary at the top: under a heading, up to the next one; after a label that is a paragraph of its
 * own ("TL;DR:"), of the paragraph after it, and of two where a heading follows.
 */
function summaryAtTop(article: Read, index: number): Range[] {
  const { text, blocks } = article;
  let to = index + 1;
  while (blocks[to]?.kind === 'paragraph') to++;
  const headed = blocks[index]?.kind === 'heading';
  const short = to - index - 1 <= TOP_PROSE_MOST && blocks[to]?.kind === 'heading';
  if (headed && !short) return [];
  const told = blocks.slice(index + 1, short ? to : Math.min(to, index + 2));
  const width = ({ start, end }: Range) =>
    end - start + (text.slice(start, end).match(/[\p{Script=Han}\p{Script=Hangul}]/gu)?.length ?? 0);
  const length = told.reduce((sum, { start, end }) => sum + end - start, 0);
  if (length > PROSE_LONGEST || told.some((one) => width(one) < TOP_PROSE_SHORTEST)) return [];
  return sentencesOf(article, told).slice(0, SENTENCES_MOST);
}

/**
 * The ranges of the author's own points, in order; empty if the page has none: the list, or the short summary, that a
 * line such as "Key takeaways", "TL;DR" or 要点 announces, or that follows such a label within a paragraph. Linear.
 */
export function authorsTakeaways(article: Read): Range[] {
  const { text, blocks } = article;
  const told = (article.takeaways ?? []).filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  if (told.length > 0) return told;
  for (const [index, block] of blocks.entries()) {
    const { kind, start, end } = block;
    if (end - start > LINE_LONGEST || !(kind === 'heading' || kind === 'paragraph' || kind === 'term')) continue;
    const line = text.slice(start, end);
    if (!announcesTakeaways(line)) continue;
    const sure = SURE.test(bare(line));
    const early = index <= Math.max(FIRST_BLOCKS, blocks.length * FROM_START01);
    if (!early && !sure) continue;
    const list = listAfter(article, index, { sure, early: index < TOP_BLOCKS });
    if (list.length > 0 && (sure || tells(text, list))) return rangesOf(list);
    const whereProseIs = early || index >= blocks.length * NEAR_END01;
    const prose = sure && whereProseIs && kind === 'heading' ? proseAfter(article, index) : [];
    if (prose.length > 0) return rangesOf(prose);
    const labels = kind === 'heading' || /[:：]\s*$/u.test(line);
    const summary = labels && index < TOP_BLOCKS ? summaryAtTop(article, index) : [];
    if (summary.length > 0) return rangesOf(summary);
  }
  return inlineSummary(article);
}
