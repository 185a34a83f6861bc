/** Applies rules to a page given as HTML, with verdicts chosen by the test. */
import type { JudgedPage, Rule } from '../../src/core/article/judge/rules/rule.ts';
import type { Verdict } from '../../src/core/article/judge/verdict.ts';
import type { Page, Run } from '../../src/core/article/page/model.ts';
import { survey } from '../../src/core/article/page/survey.ts';
import { dataTables } from '../../src/core/article/tree/tables.ts';

export const URL_OF_PAGE = 'https://gazette.example/stories/cliff';
export const SAID = 'The cliff loses most of its ground in the quiet weeks after rain, and hardly any in a storm. ';
/** A paragraph of the article. */
export const said = (times = 2) => `<p>${SAID.repeat(times)}</p>`;
/** A run with the article's text. */
export const isSaid = ({ text }: Run) => text.startsWith(SAID.trim());

export function judgedPage(html: string, title = ''): JudgedPage {
  const page = survey(new DOMParser().parseFromString(html, 'text/html'));
  return { page, url: URL_OF_PAGE, title, tables: dataTables(page) };
}

/** Verdicts that keep the runs for which `isKept` is true. */
export function verdictsOf(page: Page, isKept: (run: Run) => boolean, score01 = 0.2): Verdict[] {
  return page.runs.map((run) => ({ keep: isKept(run), score01, reason: 'other-topic' }));
}

/** The verdicts after applying the rules in order. Fails if a rule changes its input. */
export function afterRules(rules: readonly Rule[], judged: JudgedPage, verdicts: readonly Verdict[]) {
  return rules.reduce<readonly Verdict[]>((before, rule) => {
    const copy = JSON.stringify(before);
    const after = rule.apply(judged, before);
    if (JSON.stringify(before) !== copy) throw new Error(`the rule "${rule.name}" changes its argument`);
    return after;
  }, verdicts);
}

/** The texts that rules restore, if the judge keeps `SAID` and texts that contain one of `kept`. */
export function broughtBack(rules: readonly Rule[], html: string, kept: readonly string[] = [], score01 = 0.2) {
  const judged = judgedPage(html);
  const before = verdictsOf(
    judged.page,
    (run) => isSaid(run) || kept.some((words) => run.text.includes(words)),
    score01,
  );
  const after = afterRules(rules, judged, before);
  return judged.page.runs.filter(({ index }) => after[index]?.keep && !before[index]?.keep).map(({ text }) => text);
}
