/**
 * Finds what surrounds a sentence without being part of it: a dateline, a byline, a list number, a bullet, a footnote
 * number.
 */
import { pattern } from '../language/pattern.ts';

/** "BERLIN — ", "LONDON (Reuters) - ", "KOCHI/CHANDIGARH: ", "New Delhi, Jan. 15: ". */
const DATELINE_LATIN = pattern('u')`
    ^(?:[\p{Lu}][\p{Lu}\p{M}.'’/ -]{2,40}(?:,\s?\p{Lu}[\p{L}.]*(?:\s\d{1,2})?)?(?:\s?\([^()]{2,24}\))?
    |\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?,\s\p{Lu}\p{L}{2,8}\.?\s\d{1,2})\s*(?:--|[—–-]|:)\s+(?=["“«]?\p{Lu})
  `;
/**
 * A place and an agency in brackets: "Berlin (dpa) - ", "PARIS, 12 janvier (Reuters) - ", "Madrid, 12 ene (EFE).- ",
 * "القاهرة (رويترز) - "; an agency alone: "(VnExpress) - "; a place in capitals and a day:
 * "ΑΘΗΝΑ, 12 Ιανουαρίου - "; a day alone: "Jan. 15, 2026 — ".
 */
const DATELINE_AGENCY = pattern('u')`
    ^(?:(?:[\p{Lu}\p{Lo}][\p{L}\p{M}.'’/-]*(?:\s[\p{Lu}\p{Lo}][\p{L}\p{M}.'’/-]*){0,2}
    (?:,\s?(?:\d{1,2}\.?\s[\p{L}\p{M}]{3,12}\.?|[\p{L}\p{M}]{3,12}\.?\s\d{1,2}))?\s?)?
    \([\p{L}\p{M}\s./-]{2,24}\)\s?\.?\s*(?:--|[—–-])
    |\p{Lu}[\p{Lu}\s/-]{2,24},\s?\d{1,2}\.?\s\p{L}{3,12}\.?\s*(?:--|[—–-])
    |\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}\s*(?:--|[—–-]))\s+(?=["“«]?[\p{Lu}\p{Lo}])
  `;
/** A date, and perhaps an hour, right before the text: "2023-06-12 08:00 ", "27.11.2011 19:48 ", "June 12, 2023 ". */
const DATE_BEFORE = pattern('u')`
    ^(?:(?:\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?:[T,]?\s?\d{1,2}:\d{2}(?::\d{2})?)?
    |(?:(?:[Pp]ublished|[Pp]osted|[Uu]pdated)(?:\son)?:?\s)?\p{Lu}\p{L}{2,8}\.?\s\d{1,2},\s\d{4}
    |\d{4}年\d{1,2}月\d{1,2}日(?:[（(][^）)]{1,3}[)）])?(?:\s?\d{1,2}[:：]\d{2})?)
    \s+(?=["“«「『]?[\p{Lu}\p{Lo}])
  `;
/** "(서울=연합뉴스) 김철수 기자 = ", "[서울=뉴시스] ". */
const DATELINE_KOREAN =
  /^[([][^()[\]]{1,12}=[^()[\]]{1,12}[)\]]\s*(?:\p{Script=Hangul}{2,5}\s?(?:특파원|기자)\s*=\s*)?/u;
/** A column's or an agency's name in lenticular brackets: "【東京時事】". */
const COLUMN = /^【[^】]{1,20}】\s*/u;
/** The number of a note before the sentence: "[4] A score …", "¹ A score …". */
const NOTE_BEFORE = /^(?:\[\d{1,3}\]|[⁰¹²³⁴-⁹]+)\s*(?=["“«]?[\p{L}])/u;
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
    |passo|dica|consiglio|шаг|совет|krok|rada|bước|mẹo|βήμα|συμβουλή|(?:ال)?خطوة|نصيحة|चरण|ステップ|ポイント
    |팁|단계|步骤|步驟)\s*(?:#|№
    |no\.?\s)?\s?\d{1,2}\s*[.:：)–—-]+\s*|第[\d一二三四五六七八九十]{1,3}[步招条條点點]?[：:、，]\s*|(?:#|№)?\s?\d{1,2}[.)]\s+(?=\p{L})
    |[（(][\d一二三四五六七八九十]{1,2}[)）]\s*(?=\p{L})
    |\d{1,2}、(?=\p{L})
    |[①-⑳❶-❿]\s*(?=\p{L}))
  `;
/** A number whose space was forgotten: "3.How to do it". "1.FC Köln" and "5.am" are words. */
const NUMBERED_TIGHT = /^\d{1,3}[.)](?=\p{Lu}\p{Ll})/u;
/** Bullets, ticks, arrows, emoji and dashes before or after a sentence. */
const MARKS_BEFORE = pattern('u')`
    ^(?:[\s•·*▪■□●○◆◇►▶»›→✔✓☑✅❗‼⚠–—-]|\p{Emoji_Presentation}|[\u{2600}-\u{27BF}]|\uFE0F|\u200D)+
    (?=[\p{L}\p{N}"“«„「『‘(（])
  `;
const MARKS_AFTER = /(?<=[.!?。！？…"”»」』)）]\s*)(?:\s|\p{Emoji_Presentation}|\uFE0F|\u200D)+$/u;
/** The number of a note after the full stop: "… before bed.1", "… of returns.[12]", "… at night.¹", "…有效。[3]". */
const NOTE_AFTER = pattern('u')`
    (?:(?<=\p{L}["”’)]?[.!?]["”’)]?)(?:\[?\d{1,3}\]?[,–-]?)+|(?<=[.!?।]["”’)]?)[⁰¹²³⁴-⁹][⁰¹²³⁴-⁹,–]*
    |(?<=[।。！？][」』”]?)(?:[[［]\d{1,3}[\]］])+)$
  `;

/** Characters examined at the start and the end of a sentence: longer than any dateline or meaningful row of emoji. */
const BEFORE_LONGEST = 100;
const AFTER_LONGEST = 40;
/** Most sentences end like this, and have nothing after them. */
const PLAIN_END = /[.!?。！？…:：;,\p{L}”"»」』)）]$/u;

/**
 * The sentence proper, as `[from, to)` in it; the whole if there is nothing to cut. `byline` is the article's. "BERLIN
 * — Doctors warn of heat.1" gives "Doctors warn of heat."
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
  if (marked) {
    cutBefore(NOTE_BEFORE);
    cutBefore(DATELINE_KOREAN);
    cutBefore(COLUMN);
  }
  if (/\d{4}/u.test(head)) cutBefore(DATE_BEFORE);
  if (/[:—–-]/u.test(head)) {
    cutBefore(DATELINE_LATIN);
    if (/[()\d]/u.test(head)) cutBefore(DATELINE_AGENCY);
  }
  if (/[讯訊电電道導导摘提]/u.test(head)) {
    cutBefore(DATELINE_HAN);
    cutBefore(SUMMARY);
  }
  if (/[\d第（(①-⑳❶-❿]/u.test(head)) {
    cutBefore(NUMBERED);
    cutBefore(NUMBERED_TIGHT);
  }
  if (marked) cutBefore(MARKS_BEFORE);
  if (!PLAIN_END.test(sentence)) {
    const end = sentence.slice(Math.max(from, to - AFTER_LONGEST), to);
    const tail = MARKS_AFTER.exec(end) ?? NOTE_AFTER.exec(end);
    if (tail) to -= end.length - tail.index;
  }
  return to - from < sentence.length / 3 ? { from: 0, to: sentence.length } : { from, to };
}

/** Where a sentence continues after the article's byline, if it begins with it: "By Ada Moss, The bridge …". */
function afterByline(sentence: string, from: number, byline: string): number {
  const by = byline.length > 3 ? sentence.slice(from, from + 4 + byline.length).toLowerCase() : '';
  const at = by.indexOf(byline.toLowerCase());
  if (by === '' || at < 0 || !/^(?:by\s+)?$/iu.test(by.slice(0, at))) return from;
  const after = from + at + byline.length;
  if (!/^\s*[,|·:—–-]?\s*\p{Lu}/u.test(sentence.slice(after))) return from;
  return after + (/^[\s,|·:—–-]*/u.exec(sentence.slice(after))?.[0].length ?? 0);
}
