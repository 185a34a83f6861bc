/**
 * Labels a part of a text that has no heading, with a whole sentence that can be read alone or a phrase that it
 * repeats. Labels are ranges, never new words.
 */
import type { Article, Block } from '../../../article/article.ts';
import { leansBack } from '../../language/anaphora.ts';
import { leansOnNoun } from '../../language/definite-nouns.ts';
import { clauseEnd } from '../labels.ts';
import { comparableTerms, widthOf } from '../line-context.ts';
import { saysBoilerplate } from '../../key-points/self-contained.ts';
import { pattern } from '../../language/pattern.ts';
import { stopWords } from '../../language/stop-words.ts';

/** A label's width at least: fewer characters seldom say what a part is about. */
const LABEL_NARROWEST = 18;
/** A repeated phrase says it in fewer. */
const PHRASE_NARROWEST = 8;
/**
 * Labels begin within this many characters of the part: a sentence further in is about less than the part. One at
 * `LABEL_NEAR` counts half as much as the first.
 */
const LABEL_REACH = 100;
const LABEL_NEAR = 60;
/**
 * A sentence about the writer's own actions is not a label: "Then I installed …". Matches the first word, in languages
 * that write the pronoun.
 */
const NARRATES = pattern('u')`
    ^["'“‘«„]*(?:I|I['’]\p{L}+|[Ww]e|[Mm]y|[Oo]ur|[Ii]ch|[Ww]ir|[Jj]e|[Jj]['’]\p{L}+|[Nn]ous|[Yy]o|[Nn]osotros
    |[Ee]u|[Nn]ós|[Ii]o|[Nn]oi|[Ii]k|[Ww]ij|[Яя]|[Мм]ы|[Εε]γώ|[Εε]μείς|[Bb]en|[Bb]iz|[Tt]ôi|أنا
    |نحن)(?![\p{L}\p{M}])|^(?:我|私|僕|俺|나는|저는|우리)
  `;

/**
 * A sentence that begins with a condition, a circumstance or "you" says too late, or not at all, what its part is
 * about.
 */
const OPENS_ASIDE = pattern('iu')`
    ^["'“‘«„]*(?:(?:if|when|while|as|although|though|because|since|once|after|before|unless|until|whether|with|without
    |by|for|to|depending|imagine|out of|in some|each year|explore|discover|in addition|according to|for example|example
    |especially|particularly|including|along|together|like|unlike|besides|despite|due to|thanks to|wie|comme|como
    |come|zoals|jak|как|όπως|như|even|lately|recently|sometimes|often|usually|typically|traditionally|beyond|aside
    |welcome|a lot of|some people
    |manchmal|oft|meist(?:ens)?|parfois|souvent|a veces|a menudo|às vezes|a volte|spesso|soms|vaak|czasami|często
    |иногда|часто|обычно|μερικές φορές|συχνά|đôi khi|thường
    |you|you['’]\p{L}+|your|there (?:is|are|was|were)|here (?:is|are)
    |wenn|während|als|obwohl|weil|nachdem|bevor|um|laut|si|quand|lorsque|bien que|pour|selon|vous|cuando|aunque|para
    |según|usted|quando|embora|segundo|você|sebbene|per|secondo|jeśli|jeżeli|gdy|kiedy|chociaż|ponieważ|według|aby
    |если|когда|хотя|чтобы|пока|поскольку|вы|αν|όταν|ενώ|αφού|για να|σύμφωνα|nếu|khi|mặc dù|để|theo|bạn)(?![\p{L}\p{M}])
    |如果|当|當|虽然|雖然|因为|因為|为了|為了|もし|만약)
  `;

/** Words anywhere in a sentence that refer to something earlier, or rank the subject instead of naming it. */
const LEANS_INSIDE = pattern('iu')`
    (?<![\p{L}\p{M}'’-])(?:this|these|those|such|above|here|hier|ici|aquí|aqui|tutaj|здесь|тут|εδώ|burada
    |diese[nmrs]?|solche[nmrs]?|cette|ces|tel(?:le)?s?
    |est[aeo]s?|ess[ae]s?|quest[aeio]|t(?:en|ych|ego|ej|ymi)|эт(?:от|а|о|и|их|ого|ой|ому|им|ими)
    |αυτ(?:ός|ή|ό|οί|ές|ά|ών|ού|ής|όν|ήν)|này|đó)
    (?![\p{L}\p{M}])|这|這|该|該|此|この|その|이런|(?<![\p{L}])too$
    |^(?:the (?:only|most|main|key|first|second|third|final|last|next|other|same|hard(?:est)?|best|biggest)
    |an? (?:important|other|good|great|big|key)|one|other|another|today|now|just|also|so|first|next
    |finally|let|each one|what follows|what(?:['’]s| is)|following (?:is|are)|gone are|not (?:everything|all)|see
    |don['’]t)(?![\p{L}\p{M}])
  `;
/**
 * Sends the reader elsewhere, or says of a picture whose it is: "Read my review …", "Image provided by …". Matches the
 * first words.
 */
const POINTS_AWAY = pattern('iu')`
    ^(?:read|find out|check|click|visit|watch|download|remember|note|learn (?:more|how|about)|follow|take a look
    |have a look|keep (?:in mind|reading)|(?:images?|photos?|pictures?|videos?|courtesy) (?:provided|by|from|of|via)
    |lesen|klicken|beachten|erfahren sie|schauen|foto|lisez|cliquez|voir|découvrez|photo|lea|vea|haga clic|descubra
    |recuerde|leia|veja|clique|descubra|leggi|clicca|scopri|guarda|lees|klik|bekijk|czytaj|zobacz|sprawdź|kliknij
    |pamiętaj|читайте|смотрите|нажмите|узнайте|помните|διαβάστε|δείτε|μάθετε|xem|đọc|tìm hiểu|nhấp|okuyun|tıklayın
    |اقرأ|شاهد|اضغط|קראו|לחצו)(?![\p{L}\p{M}])|^(?:点击|點擊|阅读|閱讀|请看|查看|クリック|詳しくは)
  `;

/** What a page says of itself or its writer: interests, partners, who made it. */
const NOTICE = pattern('iu')`
    \b(?:has no position|holds? (?:no|a|shares)|disclos(?:e|es|ed|ure)|disclaimer|affiliates?|sponsored
    |in (?:collaboration|partnership) with|all opinions|editorial (?:policy|team)|our (?:team|site|website|newsletter
    |experts|readers)|free trial|contact us|get in touch|create your|book your|sign up|made by)\b
    |(?<![\p{L}])(?:Haftungsausschluss|Werbung|Anzeige|publicité|sponsorisé|publicidad|patrocinado|pubblicità
    |reklama|sponsorowan[ye]|реклама|на правах рекламы|χορηγούμεν|διαφήμιση|tài trợ)|免责声明|免責|广告|廣告|제휴|광고
  `;

/** Words that name no thing: a sentence around one says little. */
const VAGUE = pattern('iu')`
    (?<![\p{L}\p{M}])(?:things?|something|anything|everything|stuff|dinge?|etwas|choses?|cosas?|coisas?|cos[ae]
    |qualcosa|dingen|rzecz(?:y|ą)?|coś|вещ[ьи]|что-то|πράγματα?|κάτι|điều gì|şeyler?)(?![\p{L}\p{M}])|事情|东西|東西|こと$
  `;
/** A share first: "94% of …". A counted point first: "2) Slipcovers are …". */
const SHARE = /^\p{N}+(?:[.,]\p{N}+)?\s?[%٪]/u;
const COUNTED = /^\p{N}+[.)、）]\s?/u;

/**
 * A circumstance set before a comma: "In reality, …", "Typically, …", "En général, …", "近年来，…". One to four words,
 * or up to six characters of a script that sets no spaces.
 */
const ASIDE_COMMA =
  /^(?:[\p{L}\p{M}\p{N}'’-]+(?: [\p{L}\p{M}\p{N}'’-]+){0,3}[,،] |[\p{Script=Han}\p{Script=Hiragana}]{1,6}[，、])/u;
/** Cut or run on: a second sentence within, or a last letter that is an abbreviation's ("201 E" of "201 E. Main"). */
const RUNS_ON = /[?!;？！；].|\s\p{Lu}$/u;

/** No phrase: code, a mark or date first, lines run together, own doings, half a quotation, a cut abbreviation. */
const NO_PHRASE = pattern('u')`
    [{}=<>_\\\t:：·|]|\(\)|^[^\p{L}\p{N}]|^\d{2,4}-|\p{Ll}\p{Lu}\p{Ll}
    |(?<![\p{L}])(?:I['’]|I(?![\p{L}])|[Ww]e(?![\p{L}]))
    |\p{Lu}\.\p{Lu}$|^[^"“”]*["“][^"“”]*$
  `;

/** A label: where it begins and ends in the text. */
export type Label = [start: number, end: number];
/** What no label is by its form. */
const UNFIT = [NO_PHRASE, LEANS_INSIDE, NARRATES, OPENS_ASIDE, POINTS_AWAY, NOTICE, VAGUE, SHARE, ASIDE_COMMA, RUNS_ON];

/** What a term says of its part and of no other; 0 for nothing. */
export type Weight = (term: string) => number;
/** The summed weight of the terms of a phrase, each counted once. */
export const weightOf = (phrase: string, weight: Weight) =>
  [...new Set(comparableTerms(phrase))].reduce((sum, term) => sum + weight(term), 0);

/** True if a label ends with its sentence, or is the only clause before a Han comma. */
function isWhole(text: string, from: number, to: number): boolean {
  const next = text[to] ?? '\n';
  return /[.!…。！।؟۔\n;；]/u.test(next) || (next === '，' && !text.slice(from, to).includes('，'));
}

/** True if a sentence can be read alone and names what follows it, by its form. */
function canName(clause: string, language: string, title: string): boolean {
  return (
    widthOf(clause) >= LABEL_NARROWEST &&
    // A sentence that opens in small letters is half of one; a quotation names nothing.
    !/^[\p{Ll}"“«「『‘']/u.test(clause) &&
    !UNFIT.some((form) => form.test(clause)) &&
    !saysBoilerplate(clause) &&
    !leansOnNoun(clause, language, title) &&
    !leansBack(clause, language)
  );
}

/**
 * The first sentence of a paragraph, without its stop, if by its form it can stand over what follows: a whole one, no
 * question, that can be read alone. O(1).
 */
export function openingSentence(
  { text, title }: Pick<Article, 'text' | 'title'>,
  { kind, start, end }: Block,
  language: string,
): Label | undefined {
  if (kind !== 'paragraph') return undefined;
  const to = clauseEnd(text, start, end);
  const whole = isWhole(text, start, to) && !/^[?？؟]/u.test(text.slice(to, to + 1));
  const clause = text.slice(start, to);
  // A counted point that is a line of its own is a heading in all but its tag.
  if (!whole || (COUNTED.test(clause) && end - to > 1)) return undefined;
  return canName(clause, language, title) ? [start, to] : undefined;
}

/**
 * The one of some paragraphs' opening sentences (in the text's order) near the start of a part that has most of the
 * terms that set the part apart from the others. A line that the text repeats is none.
 */
export function sentenceLabel(text: string, start: number, openings: readonly Label[], weight: Weight) {
  let best: Label | undefined;
  let most = 0;
  for (const [from, to] of openings) {
    if (from > start + LABEL_REACH) break;
    const clause = text.slice(from, to);
    const score = weightOf(clause, weight) / Math.sqrt(40 + widthOf(clause)) / (1 + (from - start) / LABEL_NEAR);
    if (score > most && text.indexOf(clause) === text.lastIndexOf(clause)) [best, most] = [[from, to], score];
  }
  return best;
}

/**
 * Limits for a phrase that names a part: its words, its occurrences in the part, and the weight of its first and last
 * word relative to the part's heaviest word.
 */
const PHRASE_WORDS = 4;
const PHRASE_TIMES = 3;
/** The first place of such a phrase is within this many characters of the part. */
const PHRASE_REACH = 60;
const PHRASE_ENDS01 = 0.4;

/**
 * The phrase of two to four words that a part repeats and that holds most of what it speaks of: its first place
 * there. Only in scripts that set spaces.
 */
export function phraseLabel(
  text: string,
  start: number,
  end: number,
  language: string,
  heaviest: number,
  weight: Weight,
) {
  const stops = stopWords(language);
  const opens = (word: string) =>
    !stops.has(word) && /\p{L}/u.test(word) && weightOf(word, weight) >= PHRASE_ENDS01 * heaviest;
  const words = [...text.slice(start, end).matchAll(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu)].map(
    (found) => ({
      low: found[0].toLowerCase(),
      from: start + found.index,
      to: start + found.index + found[0].length,
    }),
  );
  const phrases = new Map<string, { times: number; range: [number, number] }>();
  words.forEach((first, i) => {
    if (!opens(first.low)) return;
    for (let k = i + 1; k < Math.min(words.length, i + PHRASE_WORDS); k++) {
      const last = words[k];
      if (!last || !/^[ \u00A0]$/.test(text.slice(words[k - 1]?.to, last.from))) return;
      if (stops.has(last.low)) return;
      if (!opens(last.low)) continue;
      const key = text.slice(first.from, last.to).toLowerCase();
      const old = phrases.get(key);
      phrases.set(key, { times: (old?.times ?? 0) + 1, range: old?.range ?? [first.from, last.to] });
    }
  });
  let best: [number, number] | undefined;
  let most = 0;
  for (const [phrase, { times, range }] of phrases) {
    const score = times < PHRASE_TIMES ? 0 : weightOf(phrase, weight) * Math.log(times);
    if (score > most && range[1] - range[0] >= PHRASE_NARROWEST && range[0] - start <= PHRASE_REACH)
      [best, most] = [range, score];
  }
  return best;
}
