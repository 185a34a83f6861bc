/** Where a page carries its author's own list of points. */
import type { Article, Block } from '../../article/article.ts';

/** Headings under which authors put their points, in the languages we know. Whole line, case and marks aside. */
const HEADING =
  /^(?:(?:the |our |some )?(?:key|main|quick|top|important|article) (?:takeaways?|take-aways?|points?|facts|findings|insights|highlights|ideas|lessons)|takeaways?|tl;? ?dr|at a glance|in (?:brief|short|a nutshell)|(?:article |story |executive |quick )?highlights|(?:the )?bottom line up front|what (?:you need )?to know|(?:article|quick|executive|post) summary|summary|das wichtigste(?: in kürze| auf einen blick)?|auf einen blick|in kürze|zusammenfassung|kernpunkte|kurz gesagt|l['’]essentiel|(?:les )?points (?:clés|essentiels|à retenir)|à retenir|en bref|(?:en )?résumé|(?:los )?puntos (?:clave|principales)|(?:lo )?más importante|en resumen|resumen|claves|(?:os )?pontos[- ](?:chave|principais)|em resumo|resumo|destaques|punti chiave|in (?:breve|sintesi)|in het kort|samenvatting|najważniejsze(?: informacje)?|w skrócie|podsumowanie|(?:самое )?главное|кратко|коротко|основные (?:моменты|тезисы|выводы)|выводы|резюме|тезисы|головне|коротко про головне|σε ένα? ματιά|με λίγα λόγια|κύρια σημεία|(?:những )?(?:điểm|ý) chính|tóm tắt|điểm nổi bật|özet|önemli noktalar|poin penting|ringkasan|أهم النقاط|النقاط الرئيسية|الخلاصة|باختصار|ملخص|نقاط کلیدی|خلاصه|עיקרי הדברים|נקודות עיקריות|בקצרה|תקציר|मुख्य (?:बातें|बिंदु)|सारांश|संक्षेप में|ประเด็นสำคัญ|สรุป|สาระสำคัญ|(?:本文)?(?:要点|要點|摘要|核心观点|核心要点|内容提要|内容摘要|重点|重點|划重点|太长不看|一句话总结|导读|導讀|看点)|要約|まとめ|ポイント|この記事のポイント|概要|핵심(?: 요약| 내용| 포인트)?|요약|세 줄 요약|주요 내용)$/iu;

/** A list of points: no fewer, no more, none longer. Items and characters. */
const ITEMS = { least: 2, most: 12 };
const ITEM_LONGEST = 600;
/** A takeaways list stands near one end: among this share of the article's blocks from the start, or the last such share. */
const FROM_START01 = 0.35;

function bare(label: string): string {
  return label
    .replace(/^[\s\p{P}\p{S}\p{N}]+|[\s\p{P}\p{S}]+$/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True where a line announces its author's points. */
export function announcesTakeaways(line: string): boolean {
  return line.length <= 60 && HEADING.test(bare(line));
}

/** The ranges of the author's own points, in order; empty where the page has none. Linear. */
export function authorsTakeaways(
  article: Pick<Article, 'text' | 'blocks' | 'takeaways'>,
): { start: number; end: number }[] {
  const { text, blocks } = article;
  const told = (article.takeaways ?? []).filter(({ start, end }) => start >= 0 && start < end && end <= text.length);
  if (told.length > 0) return told;
  for (const [index, block] of blocks.entries()) {
    const line = text.slice(block.start, block.end);
    const heads =
      block.kind === 'heading' ||
      ((block.kind === 'paragraph' || block.kind === 'term') && block.end - block.start <= 60);
    if (!heads || !announcesTakeaways(line)) continue;
    const items: Block[] = [];
    for (const next of blocks.slice(index + 1)) {
      if (next.kind !== 'item') break;
      items.push(next);
    }
    const early = index <= Math.max(8, blocks.length * FROM_START01);
    const fits = items.every((item) => item.end - item.start <= ITEM_LONGEST);
    if (early && fits && items.length >= ITEMS.least && items.length <= ITEMS.most) {
      return items.map(({ start, end }) => ({ start, end }));
    }
  }
  return [];
}
