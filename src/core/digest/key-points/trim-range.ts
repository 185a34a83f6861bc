/**
 * What stands around a sentence without being part of it: a dateline, a byline, a number of a list, a mark, a note's
 * number.
 */
import { pattern } from '../language/pattern.ts';

/** "BERLIN — ", "LONDON (Reuters) - ", "KOCHI/CHANDIGARH: ", "New Delhi, Jan. 15: ". */
const DATELINE_LATIN = pattern('u')`
    ^(?:[\p{Lu}][\p{Lu}\p{M}.'’/ -]{2,40}(?:,\s?\p{Lu}[\p{L}.]*(?:\s\d{1,2})?)?(?:\s?\([^()]{2,24}\))?
    |\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?,\s\p{Lu}\p{L}{2,8}\.?\s\d{1,2})\s*(?:--|[—–-]|:)\s+(?=["“«]?\p{Lu})
  `;
/** "新华网北京1月12日电（记者…）", "本报讯(记者 …)", "大江网讯 实习生…报道：". */
const DATELINE_HAN = pattern('u')`
    ^(?:[^。！？，]{0,24}(?:\d+日[电電]|日讯|本[报報][讯訊]|[网網][讯訊]|[综綜]合[讯訊]|[讯訊])\s*[（(][^）)]{1,60}[）)]\s*
    |[^。！？，]{0,16}\d+日[电電][，\s]+|[^。！？]{0,24}(?:记者|記者)[^。！？，：:]{2,20}(?:报道|報導|报导)[：:]\s*)
  `;
/** What a page calls its own summary: "摘要：". */
const SUMMARY = /^(?:摘\s?要|导读|導讀|核心提示|内容提要|提要)\s*[：:]\s*/u;
/** "Tip #1: ", "Step 2 - ", "3. ", "第一步：", "№ 4) ". */
const NUMBERED = pattern('iu')`
    ^(?:(?:step|tip|part|rule|lesson|reason|myth|fact|schritt|tipp|teil|grund|étape|conseil|raison|paso|consejo
    |passo|dica|consiglio|шаг|совет|krok|rada|bước|mẹo|βήμα|συμβουλή|خطوة|चरण)\s*(?:#|№
    |no\.?\s)?\s?\d{1,2}\s*[.:)–—-]+\s*|第[\d一二三四五六七八九十]{1,3}[步招条條点點]?[：:、，]\s*|(?:#|№)?\s?\d{1,2}[.)]\s+(?=\p{L})
    |[（(][\d一二三四五六七八九十]{1,2}[)）]\s*(?=\p{L}))
  `;
/** Bullets, ticks, arrows, emoji and dashes before or after a sentence. */
const MARKS_BEFORE =
  /^(?:[\s•·*▪■□●○◆◇►▶»›→✔✓☑✅❗‼⚠–—-]|\p{Extended_Pictographic}|\uFE0F|\u200D)+(?=[\p{L}\p{N}"“«„「『‘(（])/u;
const MARKS_AFTER = /(?<=[.!?。！？…"”»」』)）]\s*)(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D)+$/u;
/** The number of a note after the full stop: "… before bed.1", "… of returns.[12]". */
const NOTE_AFTER = /(?<=\p{L}["”’)]?[.!?]["”’)]?)(?:\[?\d{1,3}\]?,?)+$/u;

/**
 * Characters looked at before and after a sentence: longer than any dateline, and than any row of emoji that means
 * something.
 */
const BEFORE_LONGEST = 100;
const AFTER_LONGEST = 40;
/** Most sentences end like this, and have nothing after them. */
const PLAIN_END = /[.!?。！？…:：;,\p{L}”"»」』)）]$/u;

/**
 * The part of a sentence that is its own, as `[from, to)` in it; the whole where nothing is to be cut. `byline` is
 * the article's.
 * "BERLIN — Doctors warn of heat.1" gives "Doctors warn of heat."
 */
export function trimRange(sentence: string, byline = ''): { from: number; to: number } {
  let from = 0;
  let to = sentence.length;
  const cutBefore = (pattern: RegExp): void => {
    from += pattern.exec(sentence.slice(from, Math.min(to, from + BEFORE_LONGEST)))?.[0].length ?? 0;
  };
  const head = sentence.slice(0, BEFORE_LONGEST);
  const marked = /^[^\p{L}\p{N}]/u.test(head);
  if (marked) cutBefore(MARKS_BEFORE);
  from = afterByline(sentence, from, byline);
  if (/[:—–-]/u.test(head)) cutBefore(DATELINE_LATIN);
  if (/[讯訊电電道導导摘提]/u.test(head)) {
    cutBefore(DATELINE_HAN);
    cutBefore(SUMMARY);
  }
  if (/[\d第（(]/u.test(head)) cutBefore(NUMBERED);
  if (marked) cutBefore(MARKS_BEFORE);
  if (!PLAIN_END.test(sentence)) {
    const end = sentence.slice(Math.max(from, to - AFTER_LONGEST), to);
    const tail = MARKS_AFTER.exec(end) ?? NOTE_AFTER.exec(end);
    if (tail) to -= end.length - tail.index;
  }
  return to - from < sentence.length / 3 ? { from: 0, to: sentence.length } : { from, to };
}

/** Where a sentence goes on after the article's byline, if it begins with it: "By Ada Moss, The bridge …". */
function afterByline(sentence: string, from: number, byline: string): number {
  const by = byline.length > 3 ? sentence.slice(from, from + 4 + byline.length).toLowerCase() : '';
  const at = by.indexOf(byline.toLowerCase());
  if (by === '' || at < 0 || !/^(?:by\s+)?$/iu.test(by.slice(0, at))) return from;
  const after = from + at + byline.length;
  if (!/^\s*[,|·:—–-]?\s*\p{Lu}/u.test(sentence.slice(after))) return from;
  return after + (/^[\s,|·:—–-]*/u.exec(sentence.slice(after))?.[0].length ?? 0);
}
