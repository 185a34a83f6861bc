import { describe, expect, it } from 'vitest';
import { lettersOf, chooseTitle, namesSite, withoutSite } from '../../../../../src/core/article/metadata/title.ts';

const site = { siteName: 'The Daily Lark', host: 'www.dailylark.example' };

describe('withoutSite', () => {
  it.each([
    ['Bees return to the city | The Daily Lark', 'Bees return to the city'],
    ['Bees return to the city - Nature - The Daily Lark', 'Bees return to the city - Nature'],
    ['The Daily Lark: Bees return', 'The Daily Lark: Bees return'],
    ['The Daily Lark — Bees return', 'Bees return'],
    ['Bees return - dailylark.example', 'Bees return'],
    ['Self-made bees', 'Self-made bees'],
    ['The Daily Lark', 'The Daily Lark'],
  ])('%s', (title, left) => expect(withoutSite(title, site)).toBe(left));

  it('requires no spaces if the script has none', () => {
    const paper = { siteName: '云雀日报', host: 'lark.example' };
    expect(withoutSite('蜜蜂回到城市_云雀日报', paper)).toBe('蜜蜂回到城市');
    expect(withoutSite('蜜蜂回到城市-云雀日报', paper)).toBe('蜜蜂回到城市');
    expect(withoutSite('ミツバチが帰る｜云雀日报', paper)).toBe('ミツバチが帰る');
  });
});

describe('chooseTitle', () => {
  const clues = { ...site, told: [], headings: [], page: '' };
  it.each([
    ['Floods in the south / News / Herald', 'Floods in the south', 'Floods in the south'],
    ['Radio Lark / Floods in the south of the country', 'Floods in the south of the country', 'as shown'],
    ['南方的洪水退了 新闻 百灵', '南方的洪水退了', '南方的洪水退了'],
    ['Floods: how the south fared', 'how the south fared', 'Floods: how the south fared'],
    ['Floods in the south and north', 'Floods in the south', 'Floods in the south and north'],
    ['Floods in the south / News', 'News', 'Floods in the south / News'],
  ])('takes of “%s” the line “%s” only where a border parts it from the rest', (page, line, title) => {
    const lines = () => ['Home', line, 'Words of the article.'];
    expect(chooseTitle({ ...clues, page, lines })).toBe(title === 'as shown' ? line : title);
    expect(chooseTitle({ ...clues, page, lines: () => [...lines(), page] })).toBe(page);
  });

  it('prefers the heading that agrees with the head', () =>
    expect(
      chooseTitle({
        ...clues,
        page: 'Bees return to the city | The Daily Lark',
        headings: ['Nature', 'Bees Return to the City'],
      }),
    ).toBe('Bees Return to the City'));
  it('does not mistake the site’s logo for a heading', () =>
    expect(chooseTitle({ ...clues, page: 'Bees return - The Daily Lark', headings: ['The Daily Lark'] })).toBe(
      'Bees return',
    ));
  it("takes the head's title if headings say something else", () =>
    expect(
      chooseTitle({ ...clues, told: ['Bees return to the city'], page: 'x', headings: ['Subscribe now', 'Contact'] }),
    ).toBe('Bees return to the city'));
  it('takes the heading if there is nothing else', () =>
    expect(chooseTitle({ ...clues, headings: ['Bees'] })).toBe('Bees'));
  it('removes a label before the title in its heading, and a source and count after it', () => {
    const told = ['Bees return to the city'];
    for (const heading of [
      'Thread: Bees return to the city',
      'News Bees return to the city',
      'Bees return to the city (lark.example) 87',
    ])
      expect(chooseTitle({ ...clues, told, headings: [heading] }), heading).toBe(told[0]);
    for (const heading of ['8 Bees return to the city', '2025 Bees return to the city'])
      expect(chooseTitle({ ...clues, told, headings: [heading] }), heading).toBe(heading); // a number is not a label
    const whole = 'Bees return to the city and stay';
    expect(chooseTitle({ ...clues, told, headings: [whole] })).toBe(whole);
    expect(chooseTitle({ ...clues, told: ['Bees return'], headings: ['Why bees return'] })).toBe('Why bees return');
  });
  it('drops tags after a bar', () =>
    expect(chooseTitle({ ...clues, page: 'Bees return to the city | bees | city' })).toBe('Bees return to the city'));
  it('is empty for an empty page', () => expect(chooseTitle(clues)).toBe(''));
});

describe('namesSite and lettersOf', () => {
  it('compares letters alone, in any script', () => {
    expect(lettersOf('Été — “Été”!')).toBe('étéété');
    expect(namesSite('Daily Lark', site)).toBe(true);
    expect(namesSite('Bees', site)).toBe(false);
  });

  it('takes the only heading of an article if it can be a title', () => {
    const clues = { page: 'Ten ways to praise', told: ['Ten ways to praise'], host: 'lark.example', isArticle: true };
    expect(chooseTitle({ ...clues, headings: ['The power of a kind word'] })).toBe('The power of a kind word');
    expect(chooseTitle({ ...clues, headings: ['Fashion'] })).toBe('Ten ways to praise');
    expect(chooseTitle({ ...clues, isArticle: false, headings: ['The power of a kind word'] })).toBe(
      'Ten ways to praise',
    );
  });

  it("takes a lower heading that equals the head's title letter by letter", () =>
    expect(
      chooseTitle({
        page: 'Shame in a huge way!',
        told: ['Shame in a huge way!', 'Gulls return to the harbour'],
        headings: ['The Lark', 'Most read'],
        subheadings: ['Gulls return to the harbour'],
        host: 'lark.example',
      }),
    ).toBe('Gulls return to the harbour'));
});
