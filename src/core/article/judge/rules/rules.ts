/** The rules after the models, in the order in which they are applied. */
import { captions } from './figures.ts';
import { code } from './code.ts';
import { disclosures } from './disclosures.ts';
import { formulas } from './formulas.ts';
import { headings } from './headings.ts';
import { linkedSentences } from './linked-sentences.ts';
import { lists } from './lists.ts';
import { notes } from './notes.ts';
import { recipes } from './recipes.ts';
import { repeatedTitle } from './repeated-title.ts';
import { posts, threads } from './posts.ts';
import type { JudgedPage, Rule, Verdicts } from './rule.ts';
import { secondOpinion } from './second-opinion.ts';
import { shortPages } from './short-pages.ts';
import { sources } from './sources.ts';
import { standfirst } from './standfirst.ts';
import { tables } from './tables.ts';
import { terms } from './terms.ts';

/**
 * First the rules that find an article at all, then those that add to kept text, then those that need all of that text.
 */
export const RULES: readonly Rule[] = [
  ...[recipes, tables, secondOpinion, shortPages, threads],
  ...[code, formulas, disclosures, terms, sources, lists, linkedSentences, notes],
  ...[headings, repeatedTitle, standfirst, captions, posts],
];

/** Applies all rules. The verdicts that are given do not change. */
export function applyRules(judged: JudgedPage, verdicts: Verdicts): Verdicts {
  return RULES.reduce((before, rule) => rule.apply(judged, before), verdicts);
}
