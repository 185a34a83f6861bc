/** What stands around a sentence without being part of it: a dateline, a byline, a number of a list, a mark, a note's number. */

/** "BERLIN — ", "LONDON (Reuters) - ", "KOCHI/CHANDIGARH: ", "New Delhi, Jan. 15: ". */
const DATELINE_LATIN =
  /^(?:[\p{Lu}][\p{Lu}\p{M}.'’/ -]{2,40}(?:,\s?\p{Lu}[\p{L}.]*(?:\s\d{1,2})?)?(?:\s?\([^()]{2,24}\))?|\p{Lu}\p{L}+(?:\s\p{Lu}\p{L}+)?,\s\p{Lu}\p{L}{2,8}\.?\s\d{1,2})\s*(?:--|[—–-]|:)\s+(?=["“«]?\p{Lu})/u;
/** "新华网北京1月12日电（记者…）", "本报讯(记者 …)", "大江网讯 实习生…报道：". */
const DATELINE_HAN =
  /^(?:[^。！？，]{0,24}(?:\d+日[电電]|日讯|本[报報][讯訊]|[网網][讯訊]|[综綜]合[讯訊]|[讯訊])\s*[（(][^）)]{1,60}[）)]\s*|[^。！？，]{0,16}\d+日[电電][，\s]+|[^。！？]{0,24}(?:记者|記者)[^。！？，：:]{2,20}(?:报道|報導|报导)[：:]\s*)/u;
/** "Tip #1: ", "Step 2 - ", "3. ", "第一步：", "№ 4) ". */
const NUMBERED =
  /^(?:(?:step|tip|part|rule|lesson|reason|myth|fact|schritt|tipp|teil|grund|étape|conseil|raison|paso|consejo|passo|dica|consiglio|шаг|совет|krok|rada|bước|mẹo|βήμα|συμβουλή|خطوة|चरण)\s*(?:#|№|no\.?\s)?\s?\d{1,2}\s*[.:)–—-]+\s*|第[\d一二三四五六七八九十]{1,3}[步招条條点點]?[：:、，]\s*|(?:#|№)?\s?\d{1,2}[.)]\s+(?=\p{L})|[（(][\d一二三四五六七八九十]{1,2}[)）]\s*(?=\p{L}))/iu;
/** Bullets, ticks, arrows, emoji and dashes before or after a sentence. */
const MARKS_BEFORE =
  /^(?:[\s•·*▪■□●○◆◇►▶»›→✔✓☑✅❗‼⚠–—-]|\p{Extended_Pictographic}|\uFE0F|\u200D)+(?=[\p{L}\p{N}"“«„「『‘(（])/u;
const MARKS_AFTER = /(?<=[.!?。！？…"”»」』)）]\s*)(?:\s|\p{Extended_Pictographic}|\uFE0F|\u200D)+$/u;
/** The number of a note after the full stop: "… before bed.1", "… of returns.[12]". */
const NOTE_AFTER = /(?<=\p{L}["”’)]?[.!?]["”’)]?)(?:\[?\d{1,3}\]?,?)+$/u;

/**
 * The part of a sentence that is its own, as `[from, to)` in it; the whole where nothing is to be cut. `byline` is the article's.
 * "BERLIN — Doctors warn of heat.1" gives "Doctors warn of heat."
 */
export function ownPart(sentence: string, byline = ''): { from: number; to: number } {
  let from = 0;
  let to = sentence.length;
  const cutBefore = (pattern: RegExp): void => {
    from += pattern.exec(sentence.slice(from, to))?.[0].length ?? 0;
  };
  cutBefore(MARKS_BEFORE);
  const by = byline.length > 3 ? sentence.slice(from).toLowerCase().indexOf(byline.toLowerCase()) : -1;
  if (by >= 0 && by <= 4 && /^(?:by\s+)?$/iu.test(sentence.slice(from, from + by))) {
    const after = from + by + byline.length;
    if (/^\s*[,|·:—–-]?\s*\p{Lu}/u.test(sentence.slice(after))) {
      from = after + (/^[\s,|·:—–-]*/u.exec(sentence.slice(after))?.[0].length ?? 0);
    }
  }
  cutBefore(DATELINE_LATIN);
  cutBefore(DATELINE_HAN);
  cutBefore(NUMBERED);
  cutBefore(MARKS_BEFORE);
  const tail = MARKS_AFTER.exec(sentence.slice(from, to)) ?? NOTE_AFTER.exec(sentence.slice(from, to));
  if (tail) to = from + tail.index;
  return to - from < sentence.length / 3 ? { from: 0, to: sentence.length } : { from, to };
}
