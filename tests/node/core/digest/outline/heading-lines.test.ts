import { expect, test } from 'vitest';
import type { Article } from '../../../../../src/core/article/article.ts';
import { headingMarks } from '../../../../../src/core/digest/outline/headings.ts';
import { lineMarks } from '../../../../../src/core/digest/outline/heading-lines.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const sentences: Record<string, string> = {
  en:
    'The harbour was built for sailing ships, and for a hundred years nothing larger came in. When steam ' +
    'arrived, the quay was made longer twice, and the old pilots were asked to learn the new channel by heart.',
  zh: '这座港口原本是为帆船修建的，一百年来没有更大的船进来过。蒸汽船出现以后，码头加长了两次，老领航员也不得不重新记住新的航道。',
  ru:
    'Гавань строили для парусников, и сто лет ничего больше сюда не заходило. Когда появились пароходы, ' +
    'причал дважды удлиняли, а старым лоцманам пришлось заново учить фарватер.',
  vi:
    'Bến cảng được xây cho thuyền buồm, và suốt một trăm năm không có tàu nào lớn hơn vào đây. Khi tàu ' +
    'hơi nước đến, cầu cảng được kéo dài hai lần và các hoa tiêu già phải học lại luồng mới.',
  ja: 'この港は帆船のために造られ、百年のあいだ大きな船は入ってこなかった。蒸気船が来ると岸壁は二度延ばされ、年老いた水先案内人も新しい水路を覚え直すことになった。',
};
const page = (lang: string, lines: string[]) =>
  lines.map((line) => `${line}\n${`${sentences[lang]}\n`.repeat(3)}`).join('\n');
const labels = (article: Article) =>
  lineMarks(article, headingMarks(article)).map((m) => article.text.slice(m.start, m.labelEnd));

test.each([
  ['en', ['Building the quay', 'Learning the channel', 'What the pilots remember']],
  ['en', ['I. Building the quay', 'II. Learning the channel', 'III. What the pilots remember']],
  ['zh', ['一、修建码头', '二、重新学习航道', '三、领航员的回忆']],
  ['zh', ['（一）修建码头', '（二）重新学习航道', '（三）领航员的回忆']],
  ['ru', ['Глава 1. Причал', 'Глава 2. Фарватер', 'Глава 3. Лоцманы']],
  ['vi', ['Bước 1: Xây cầu cảng', 'Bước 2: Học luồng mới', 'Bước 3: Kể lại']],
  ['ja', ['岸壁を延ばす', '水路を覚え直す', '水先案内人の思い出']],
])('%s: %j', (lang, lines) => {
  const article = articleOf(`${sentences[lang]}\n${page(lang, lines)}`, { title: 'Harbour', lang });
  expect(labels(article)).toEqual(lines);
});

test('a single line is not an outline, nor is a poem', () => {
  expect(labels(articleOf(`${sentences.en}\nA line alone\n${sentences.en}`))).toEqual([]);
  const poem =
    'The river took my father’s hat\nand gave it to the sea\nthe sea was never proud of that\nand sent it back to me\n';
  expect(labels(articleOf(poem.repeat(6)))).toEqual([]);
});

test('between true headings only bold or larger lines count, one level deeper', () => {
  const source =
    `## Building\n${sentences.en}\nWooden piles\n${sentences.en}\nStone ` +
    `walls\n${sentences.en}\n## Learning\n${sentences.en}`;
  expect(labels(articleOf(source))).toEqual([]);
  const article = articleOf(source);
  for (const i of [2, 4]) Object.assign(article.blocks[i] ?? {}, { bold: true });
  expect(labels(article)).toEqual(['Wooden piles', 'Stone walls']);
  expect(lineMarks(article, headingMarks(article)).map((m) => m.depth)).toEqual([2, 2]);
});

test('a repeated title is not a section', () => {
  const source = `The old harbour\n${page('en', [
    'Building the quay',
    'Learning the channel',
    'What the pilots remember',
  ])}`;
  expect(labels(articleOf(source, { title: 'The old harbour' }))).toEqual([
    'Building the quay',
    'Learning the channel',
    'What the pilots remember',
  ]);
});

test('a dash before a line is not part of its label', () => {
  const lines = ['—Building the quay', '—Learning the channel', '—What the pilots remember'];
  const article = articleOf(`${sentences.en}\n${page('en', lines)}`, { title: 'Harbour' });
  expect(labels(article)).toEqual(lines.map((line) => line.slice(1)));
  const marks = lineMarks(article, []);
  expect(marks.map((m) => m.start - m.from)).toEqual([1, 1, 1]);
});

test('a line with nothing below it is not a section', () => {
  const lines = ['Building the quay', 'Learning the channel', 'What the pilots remember'];
  const article = articleOf(`${sentences.en}\n${page('en', lines)}The crew of the pilot boat`, { title: 'Harbour' });
  expect(labels(article)).toEqual(lines);
});
