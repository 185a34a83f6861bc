/** Reads pages of a few sentences, which give the judge too little evidence. */
import { THAI, WIDE } from '../../../scripts.ts';
import { type Verdicts, keepRun, ruleOf, setKeep } from './rule.ts';
import type { Box, Page, Run } from '../../page/model.ts';

/** How many letters of an alphabet one letter of a script without spaces counts as. */
const DENSE_WEIGHT = 3;
const DENSE = new RegExp(`[${WIDE}${THAI}]`, 'gu');
/** Text of the first length is an article, text below the second is not (in letters of an alphabet). */
const WHOLE = 80;
const SHORTEST = 45;
/** Minimum sentences in so short a text; one is enough if the page marks where its text is. */
const FEWEST_SENTENCES = 2;
const STOP = /[\p{L}\p{N}](?:[.!?…:]["”’)\]]*(?=\s|$)|[。！？：])/gu;
/** With more of its text than this in links a line is a menu's; a sentence may hold more (0–1). */
const LINKED01 = 0.5;
const LINKED_SENTENCE01 = 0.75;
const OUTSIDE = /^(?:nav|footer|aside|form|header|button|dialog)$/;

/** How much a text says, in letters of an alphabet; white space aside. */
function weightOf(text: string): number {
  const dense = text.match(DENSE)?.length ?? 0;
  return text.replace(/\s+/g, '').length + dense * (DENSE_WEIGHT - 1);
}

const sentencesIn = (run: Run): number => run.text.match(STOP)?.length ?? 0;

/** The length of a page's kept text: `whole` is an article of the usual length, `short` one of a few sentences. */
export function lengthOf(page: Page, verdicts: Verdicts): 'none' | 'short' | 'whole' {
  let [weight, sentences] = [0, 0];
  for (const run of page.runs) {
    if (!verdicts[run.index]?.keep) continue;
    weight += weightOf(run.text);
    if (weight >= WHOLE) return 'whole';
    sentences += sentencesIn(run) * (isMain(run.box) ? FEWEST_SENTENCES : 1);
  }
  return weight >= SHORTEST && sentences >= FEWEST_SENTENCES ? 'short' : 'none';
}

/** Whether a box is in a menu, form or footer. */
export function isOutside(box: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (OUTSIDE.test(at.tag)) return true;
  return false;
}

/** Whether a box is in the part of the page with its text. */
function isMain(box: Box): boolean {
  for (let at: Box | undefined = box; at; at = at.parent) if (at.tag === 'main' || at.tag === 'article') return true;
  return false;
}

function isText(run: Run): boolean {
  const links01 = sentencesIn(run) > 0 ? LINKED_SENTENCE01 : LINKED01;
  return !run.hidden && run.linkChars <= run.chars * links01 && run.buttonChars * 2 <= run.chars && !isOutside(run.box);
}

/** Keeps all text of a short page except its menus, forms and footers, if it has sentences and nothing else is kept. */
export const shortPages = ruleOf(
  'short pages',
  'On a page of a few sentences there is too little for the models to go by.',
  ({ page }, verdicts) => {
    if (lengthOf(page, verdicts) !== 'none') return;
    const texts = page.runs.filter(isText);
    const sentences = texts.reduce((sum, run) => sum + sentencesIn(run) * (isMain(run.box) ? FEWEST_SENTENCES : 1), 0);
    if (sentences < FEWEST_SENTENCES) return;
    setKeep(verdicts, { firstRun: 0, endRun: verdicts.length }, false);
    for (const { index } of texts) keepRun(verdicts, index);
  },
);
