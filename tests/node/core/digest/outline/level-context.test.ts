import { expect, test } from 'vitest';
import { CONTEXT_FEATURES, contextFeatures } from '../../../../../src/core/digest/outline/level-context.ts';
import { CLOSING, OPENING, QUESTIONS } from '../../../../../src/core/digest/outline/level-words.ts';
import { lineFeatures } from '../../../../../src/core/digest/outline/line-features.ts';
import { foundLines } from '../../../../../src/core/digest/outline/levels.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const body = 'The mill stands by the river and has ground the grain of four villages for two hundred years.';
/** Features of heading lines, by name; `makes` one letter each. */
function features(lines: string[], makes: string, title = 'Mills') {
  const article = articleOf(lines.map((line) => `${line}\n${body}`).join('\n'), { title });
  const rows = lineFeatures(article).filter(({ index }) => index % 2 === 0);
  const found = contextFeatures(foundLines(article, rows), [...makes], title);
  expect(found).toHaveLength(lines.length);
  return found.map((row) => {
    expect(row).toHaveLength(CONTEXT_FEATURES.length);
    return Object.fromEntries(CONTEXT_FEATURES.map((name, i) => [name, row[i]]));
  });
}

test.each([
  [
    'Conclusion',
    'Final thoughts',
    'References',
    'Fazit',
    'Заключение',
    '总结',
    'まとめ',
    '결론',
    'Kết luận',
    'الخلاصة',
  ],
])('what closes a text, in many languages', (...lines) => {
  for (const line of lines) expect([line, CLOSING.test(line)]).toEqual([line, true]);
  for (const line of ['Concluded deals', 'Relatedness of bees', 'Die Fazitfrage', '河流'])
    expect([line, CLOSING.test(line)]).toEqual([line, false]);
});

test('recognises a line before questions, and the opening of a text', () => {
  for (const line of ['FAQ', 'Frequently Asked Questions', 'Häufige Fragen', 'Часто задаваемые вопросы', '常见问题'])
    expect([line, QUESTIONS.test(line)]).toEqual([line, true]);
  expect(QUESTIONS.test('Faqir of the hills')).toBe(false);
  for (const line of ['Introduction', 'What is a mill?', 'Einleitung', 'Введение', '简介', 'はじめに'])
    expect([line, OPENING.test(line)]).toEqual([line, true]);
  expect(OPENING.test('Introductory offers')).toBe(false);
});

test('recognises a line with a number, followed by as many similar lines', () => {
  const rows = features(['3 kinds of mills', 'Water', 'Wind', 'Steam', '5 more ideas', 'Sails'], 'abbbac');
  expect(rows.map((row) => row.asManyFollow)).toEqual([1, 0, 0, 0, 0, 0]);
  expect(rows.map((row) => row.insideSo)).toEqual([0, 1, 1, 1, 0, 0]);
  expect(rows[4]?.saysHowMany).toBe(5);
});

test('recognises questions below a line that announces them, up to the closing line', () => {
  const rows = features(['Water', 'FAQ', 'How old?', 'How large?', 'Conclusion', 'Who?'], 'aabbab');
  expect(rows.map((row) => row.questionBelow)).toEqual([0, 0, 1, 1, 0, 0]);
  expect(rows[3]?.sinceAsksBelow).toBe(2);
  expect(rows.map((row) => row.closing)).toEqual([0, 1, 0, 0, 1, 0]);
});

test('measures the distance to the next similar line, and the shared words', () => {
  const rows = features(['Harvest mills', 'Water wheels', 'Wooden wheels', 'Harvest songs'], 'abba');
  expect(rows.map((row) => row.sameMakeAfter)).toEqual([3, 1, 30, 30]);
  expect(rows.map((row) => row.sameMakeBefore)).toEqual([30, 30, 1, 3]);
  expect(rows[1]?.endsAsNext).toBe(1);
  expect(rows[0]?.holdsTitle).toBe(1);
  expect(rows[0]?.sharesWithNext).toBe(1);
});

test('gives one row of numbers for each line, and none without lines', () => {
  expect(contextFeatures([], [], '')).toEqual([]);
  expect(features(['Alone'], 'a')[0]).not.toContain(NaN);
});
