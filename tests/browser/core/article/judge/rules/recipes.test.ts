/** recipes: the text of a recipe in a page's metadata stays where the page shows it. */
import { describe, expect, it } from 'vitest';
import { recipes } from '../../../../../../src/core/article/judge/rules/recipes.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';

const RECIPE = {
  '@graph': [
    {
      '@type': 'Recipe',
      recipeIngredient: ['1/4 cup butter, melted', '2 cups rye flour', '1 pinch of salt'],
      recipeInstructions: [{ '@type': 'HowToStep', text: 'Stir flour and salt. Add the butter.' }],
    },
  ],
};
const CARD =
  '<div><div>Ingredients</div><ul><li><span>1/4</span> <span>cup</span> butter, melted</li><li>2 ' +
  `cups rye flour</li>
  <li>1 pinch of salt</li></ul><div>Method</div><ol><li>Stir flour and salt. Add the butter.</li></ol><p>` +
  'Rate this recipe</p></div>';

/** The lines that stay although the judge would drop them. */
function kept(html: string, json: unknown = null): string[] {
  const script = json ? `<script type="application/ld+json">${JSON.stringify(json)}</script>` : '';
  const page = survey(new DOMParser().parseFromString(script + html, 'text/html'));
  const verdicts = page.runs.map(() => ({ keep: false, score01: 0.1, reason: 'byline' as const }));
  const after = recipes.apply({ page, url: '', title: '', tables: new Set() }, verdicts);
  return page.runs.filter(({ index }) => after[index]?.keep).map(({ text }) => text);
}

describe('a recipe', () => {
  it('keeps its ingredients, steps and the labels between', () => {
    expect(kept(CARD, RECIPE)).toEqual([
      '1/4 cup butter, melted',
      '2 cups rye flour',
      '1 pinch of salt',
      'Method',
      'Stir flour and salt. Add the butter.',
    ]);
  });
  it('is recognised by microdata too', () => {
    const items = ['2 cups flour', '1 egg', 'salt'].map((text) => `<li itemprop="recipeIngredient">${text}</li>`);
    expect(kept(`<ul>${items.join('')}</ul><p>Other words</p>`)).toEqual(['2 cups flour', '1 egg', 'salt']);
  });
  it('is not found if the page does not show it, or has no data for one', () => {
    expect(kept('<p>2 cups rye flour</p><p>Other words</p>', RECIPE)).toEqual([]);
    expect(kept(CARD)).toEqual([]);
    expect(
      kept(CARD, { '@type': 'Article', step: ['2 cups rye flour', '1 pinch of salt', '1/4 cup butter, melted'] }),
    ).toEqual([]);
  });
});
