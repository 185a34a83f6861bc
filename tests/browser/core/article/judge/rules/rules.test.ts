/** rules: every rule is listed once, has a name and a reason, and does not change its input. */
import { describe, expect, it } from 'vitest';
import { RULES, applyRules } from '../../../../../../src/core/article/judge/rules/rules.ts';
import { secondOpinion } from '../../../../../../src/core/article/judge/rules/second-opinion.ts';
import { afterRules, isSaid, judgedPage, said, verdictsOf } from '../../../../../fakes/judged-page.ts';

describe('the rules', () => {
  it('have unique names and say why they are needed', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { name, reason } of RULES) expect(reason, name).toMatch(/^[A-Z].{20,}\.$/);
  });
  it('are pure functions, each and all together', () => {
    const code = '<pre>edge(60)</pre>';
    const judged = judgedPage(`<main><h1>Cliffs</h1><h2>Results</h2>${said()}${code}${said()}</main>`, 'Cliffs');
    const verdicts = verdictsOf(judged.page, isSaid);
    const after = applyRules(judged, verdicts);
    expect(afterRules(RULES, judged, verdicts)).toEqual(after);
    const kept = judged.page.runs.filter(({ index }) => after[index]?.keep).map(({ box }) => box.tag);
    expect(kept).toEqual(['h2', 'p', 'pre', 'p']);
    expect(verdicts).toEqual(verdictsOf(judged.page, isSaid));
  });
});

describe('the second opinion', () => {
  const story = Array.from({ length: 6 }, () => said()).join('');
  const html = `<nav><a href="/">Home of the news</a></nav><div><h1>Cliffs</h1>${story}</div>`;
  it('is used if the models keep nothing', () => {
    const judged = judgedPage(html);
    const after = secondOpinion.apply(
      judged,
      verdictsOf(judged.page, () => false),
    );
    expect(judged.page.runs.filter((run) => after[run.index]?.keep && isSaid(run))).toHaveLength(6);
    expect(after[0]?.keep).toBe(false);
  });
  it('is not used if they find an article', () => {
    const judged = judgedPage(html);
    const verdicts = verdictsOf(judged.page, ({ index }) => index === 2);
    expect(secondOpinion.apply(judged, verdicts)).toEqual(verdicts);
  });
});
