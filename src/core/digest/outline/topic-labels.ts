/**
 * Labels a part of a text that has no heading, with a whole sentence that can be read alone or a phrase that it
 * repeats. Labels are ranges, never new words.
 */
import type { Article } from '../../article/article.ts';
import { leansBack } from '../language/anaphora.ts';
import { leansOnNoun } from '../language/definite-nouns.ts';
import { clauseEnd } from './labels.ts';
import { comparableTerms, widthOf } from './line-context.ts';
import { pattern } from '../language/pattern.ts';
import { stopWords } from '../language/stop-words.ts';

/** A label's width at least: fewer characters seldom say what a part is about. */
const LABEL_NARROWEST = 18;
/** A repeated phrase says it in fewer. */
const PHRASE_NARROWEST = 8;
/** Labels are taken from this many characters at the start of the part. */
const LABEL_REACH = 900;
/** A sentence's beginning: of a line, or after a stop. */
const SENTENCE = /(?:^|\n|[.!?…]["'”’»)]*\s+|[。！？।؟۔]["”’」』）]*\s*)(?=\S)/gu;

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
    |you|you['’]\p{L}+|your|there (?:is|are|was|were)|here (?:is|are)
    |wenn|während|als|obwohl|weil|nachdem|bevor|um|laut|si|quand|lorsque|bien que|pour|selon|vous|cuando|aunque|para
    |según|usted|quando|embora|segundo|você|sebbene|per|secondo|jeśli|jeżeli|gdy|kiedy|chociaż|ponieważ|według|aby
    |если|когда|хотя|чтобы|пока|поскольку|вы|αν|όταν|ενώ|αφού|για να|σύμφωνα|nếu|khi|mặc dù|để|theo|bạn)(?![\p{L}\p{M}])
    |如果|当|當|虽然|雖然|因为|因為|为了|為了|もし|만약)
  `;

/** Words anywhere in a sentence that refer to something earlier, or rank the subject instead of naming it. */
const LEANS_INSIDE = pattern('iu')`
    (?<![\p{L}\p{M}'’-])(?:this|these|those|such|above|diese[nmrs]?|solche[nmrs]?|cette|ces|tel(?:le)?s?
    |est[aeo]s?|ess[ae]s?|quest[aeio]|t(?:en|ych|ego|ej|ymi)|эт(?:от|а|о|и|их|ого|ой|ому|им|ими)
    |αυτ(?:ός|ή|ό|οί|ές|ά|ών|ού|ής|όν|ήν)|này|đó)
    (?![\p{L}\p{M}])|这|這|该|該|此|この|その|이런|(?<![\p{L}])too$
    |^(?:the (?:only|most|main|key|first|second|third|last|next|other|same|hard(?:est)?|best|biggest)
    |an? (?:important|other|good|great|big|key)|one|other|another|today|now|just|also|so|first|next
    |finally|let|each one|what follows|see|don['’]t)(?![\p{L}\p{M}])
  `;
/** No phrase: code, a mark or date first, lines run together, own doings, half a quotation, a cut abbreviation. */
const NO_PHRASE = pattern('u')`
    [{}=<>_\\\t:：·|]|\(\)|^[^\p{L}\p{N}]|^\d{2,4}-|\p{Ll}\p{Lu}\p{Ll}
    |(?<![\p{L}])(?:I['’]|I(?![\p{L}])|[Ww]e(?![\p{L}]))
    |\p{Lu}\.\p{Lu}$|^[^"“”]*["“][^"“”]*$
  `;

/** What a term says of its part and of no other; 0 for nothing. */
export type Weight = (term: string) => number;
/** The summed weight of the terms of a phrase, each counted once. */
export const weightOf = (phrase: string, weight: Weight) =>
  [...new Set(comparableTerms(phrase))].reduce((sum, term) => sum + weight(term), 0);

/** True if a label ends with its sentence, or with a clause of a script that sets no spaces. */
function isWhole(text: string, from: number, to: number): boolean {
  const next = text[to] ?? '\n';
  return /[.!…。！।؟۔\n;；]/u.test(next) || (next === '，' && /\p{Script=Han}/u.test(text.slice(from, to)));
}

/**
 * A whole sentence near the start of a part that can be read alone and has most of the terms that set the part apart
 * from the others. Returns its range.
 */
export function sentenceLabel(
  { text, title }: Pick<Article, 'text' | 'title'>,
  start: number,
  end: number,
  language: string,
  weight: Weight,
) {
  let best: [number, number] | undefined;
  let most = 0;
  for (const found of text.slice(start, Math.min(end, start + LABEL_REACH)).matchAll(SENTENCE)) {
    const from = start + found.index + found[0].length;
    const to = clauseEnd(text, from, end);
    const clause = text.slice(from, to);
    // A sentence that opens in small letters is half of one; a question or a quotation names nothing; "then" and
    // "this" need what went before.
    if (
      widthOf(clause) < LABEL_NARROWEST ||
      /^[\p{Ll}"“«「『‘']/u.test(clause) ||
      /^[?？]/u.test(text.slice(to, to + 1)) ||
      !isWhole(text, from, to) ||
      NO_PHRASE.test(clause) ||
      LEANS_INSIDE.test(clause) ||
      leansOnNoun(clause, language, title) ||
      text.indexOf(clause) !== text.lastIndexOf(clause) ||
      NARRATES.test(clause) ||
      OPENS_ASIDE.test(clause) ||
      leansBack(clause, language)
    )
      continue;
    const score = weightOf(clause, weight) / Math.sqrt(40 + widthOf(clause)) / (1 + found.index / LABEL_REACH);
    if (score > most) {
      most = score;
      best = [from, to];
    }
  }
  return best;
}

/**
 * Limits for a phrase that names a part: its words, its occurrences in the part, and the weight of its first and last
 * word relative to the part's heaviest word.
 */
const PHRASE_WORDS = 4;
const PHRASE_TIMES = 3;
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
    if (score > most && range[1] - range[0] >= PHRASE_NARROWEST) [best, most] = [range, score];
  }
  return best;
}
