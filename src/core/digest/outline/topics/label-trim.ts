/** Cuts off what a page adds to a heading for its own use: edit links, anchor signs, "Copy link". */
import { pattern } from '../../language/pattern.ts';

/** "[edit]", "[править | править код]": in brackets, at the end, as wikis set them. */
const EDIT = pattern('iu')`
    \s*[[［](?:edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|rediger|muokkaa|edytuj|editovat
    |szerkesztés|modificare|править|ред\.|редагувати|επεξεργασία|düzenle|değiştir|עריכה|تعديل|عدل|ویرایش
    |संपादित करें|sửa|sunting|แก้ไข|编辑|編輯|編集|편집)(?:(?: source| section)?|\s*[|·]\s*[^[\]［］]{1,40})[\]］]$
  `;

/** Anchor signs at the end. A "#" counts after a space or a word in small letters ("Setup#"), not in "C#". */
const SIGN = /(?:\s*(?:[¶§⚓🔗]\uFE0F?)+|\s+#|(?<=\p{Ll}{3})#)$/u;
/** Anchor signs before the first word: "# Setup"; "#1" and "§ 3" are numbers, "#word" is a tag. */
const LEADING_SIGN = /^(?:(?:[¶⚓🔗]\uFE0F?)+\s*|[#§]\s+)(?=\p{L})/u;

/** Buttons at the end, with the capital of a label of their own: "Setup Copy link", "SetupDirect link to Setup". */
const BUTTON = pattern('u')`
    \s*(?:(?<=[\s\p{Ll}])(?:Copy (?:section )?[Ll]ink(?: to (?:clipboard|heading|section|this section))?
    |Link copied!?|Copied!|Link to (?:this )?(?:heading|headline|section)
    |Permalink(?: to this (?:heading|headline|section))?
    |Anchor link(?: to .{1,160})?|Direct link to .{1,160}|Section titled .{1,160}|Share this section|Back to top
    |Link kopieren|Link in die Zwischenablage kopieren|Copier le lien|Copiar (?:el )?enlace|Copiar (?:o )?link
    |Copia (?:il )?link|Kopiuj link|Скопировать ссылку|Копировать ссылку|Копіювати посилання|Bağlantıyı kopyala
    |Αντιγραφή συνδέσμου)|\s(?:نسخ الرابط|העתק קישור)|复制链接|複製連結|リンクをコピー|링크 복사)$
  `;

/** What stays must say something: three letters, or two of a script that needs fewer, and no open end. */
const SAYS = /\p{Lo}{2}|\p{L}.*\p{L}.*\p{L}/su;
const OPEN_END = pattern('iu')`
    [:：–—,，(\p{Pd}]\s*$|^\p{L}*\s*\p{N}+[.):]?\s*$|(?<![\p{L}])(?:a|an|the|to|and|or|with|by|your|of)\s*$
  `;

/** Additions of each kind that are cut off one line: hostile pages may set thousands. */
const MOST_ADDITIONS = 3;
/** Code units at the end of a line in which an addition is looked for: longer than any. */
const LONGEST_ADDITION = 300;

/**
 * The part `[start, end)` of a heading's line that is its own words, given as positions in `text`. Several additions
 * may follow one another ("Setup [edit] #"). The line as it is where nothing would be left. O(length of the line).
 *
 * @example trimmedLabel('History[edit]', 0, 13) // [0, 7]
 */
export function trimmedLabel(text: string, start: number, end: number): [number, number] {
  let line = text.slice(start, end);
  for (let pass = 0; pass < MOST_ADDITIONS; pass++) {
    for (const addition of [EDIT, SIGN, BUTTON]) {
      const tail = line.slice(-LONGEST_ADDITION);
      const found = addition.exec(tail);
      const rest = found ? line.slice(0, line.length - tail.length + found.index) : line;
      if (found && SAYS.test(rest) && !OPEN_END.test(rest)) line = rest;
    }
  }
  const lead = LEADING_SIGN.exec(line)?.[0].length ?? 0;
  return [start + lead, start + line.length];
}
