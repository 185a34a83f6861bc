import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../../../../src/core/article/article.ts';
import { unmarked } from '../../../../../src/core/digest/key-points/takeaway-lists.ts';
import { authorsTakeaways } from '../../../../../src/core/digest/key-points/takeaways.ts';

type Line = [BlockKind, string];

/** The points found; headings have level 2, and the ones after the first `deeper`. */
function said(lines: Line[], lang: string, deeper = 2) {
  let text = '';
  const blocks: Block[] = lines.map(([kind, line], at) => {
    if (text) text += '\n';
    const start = text.length;
    text += line;
    const level = lines.findIndex(([other]) => other === 'heading') === at ? 2 : deeper;
    return { kind, start, end: text.length, ...(kind === 'heading' ? { level } : {}) };
  });
  return authorsTakeaways({ text, blocks, lang }).map(({ start, end }) => text.slice(start, end));
}
const story = (line: string): Line[] => Array.from({ length: 12 }, () => ['paragraph', line]);
const EN = story('The ferry ran all day, and the people of the valley waited for it on both banks of the river.');
const items = (...lines: string[]) => lines.map((line): Line => ['item', line]);

/** What a person would take for the author's own points: name, language, the lines before the story, the points. */
const SHAPES: [string, string, Line[], string[]][] = [
  [
    'paragraphs with dashes under a heading, up to the next heading',
    'de',
    [
      ['heading', 'Das Wichtigste in Kürze'],
      ['paragraph', '– Die Brücke schließt am Montag für zwei Jahre.'],
      ['paragraph', '– Eine Fähre fährt alle zehn Minuten.'],
      ['paragraph', '– Die Stadt zahlt 40 Millionen Euro.'],
      ['heading', 'Warum die Brücke schließt'],
    ],
    [
      'Die Brücke schließt am Montag für zwei Jahre.',
      'Eine Fähre fährt alle zehn Minuten.',
      'Die Stadt zahlt 40 Millionen Euro.',
    ],
  ],
  [
    'paragraphs with dashes after a label, and the story right after them',
    'fr',
    [
      ['paragraph', "L'essentiel"],
      ['paragraph', '- Le pont ferme lundi pour deux ans.'],
      ['paragraph', '- Un bac passe toutes les dix minutes.'],
    ],
    ['Le pont ferme lundi pour deux ans.', 'Un bac passe toutes les dix minutes.'],
  ],
  [
    'a list under words that say what it is of',
    'es',
    [
      ['heading', 'Lo esencial de la noticia'],
      ...items('El puente cierra el lunes por dos años.', 'Un barco pasa cada diez minutos.'),
    ],
    ['El puente cierra el lunes por dos años.', 'Un barco pasa cada diez minutos.'],
  ],
  [
    'a word in quotation marks over a list',
    'ru',
    [
      ['paragraph', '«Главное»'],
      ...items('Мост закроют в понедельник на два года.', 'Паром ходит каждые десять минут.'),
    ],
    ['Мост закроют в понедельник на два года.', 'Паром ходит каждые десять минут.'],
  ],
  [
    'one paragraph of numbered points after a label in brackets',
    'zh',
    [['paragraph', '【要点】①大桥周一起关闭两年。②渡船每十分钟一班。③全市出资四千万元。']],
    ['大桥周一起关闭两年。', '渡船每十分钟一班。', '全市出资四千万元。'],
  ],
  [
    'a list with a lead line',
    'ja',
    [
      ['heading', '■ この記事のポイント'],
      ['paragraph', '要点は次の通りです。'],
      ...items('橋は月曜日から二年間閉鎖される。', '渡し船が十分おきに出る。'),
    ],
    ['橋は月曜日から二年間閉鎖される。', '渡し船が十分おきに出る。'],
  ],
  [
    'three numbered paragraphs',
    'ko',
    [
      ['heading', '핵심 요약'],
      ['paragraph', '1. 다리는 월요일부터 2년 동안 닫힌다.'],
      ['paragraph', '2. 나룻배가 10분마다 다닌다.'],
      ['paragraph', '3. 시가 4천만 원을 낸다.'],
    ],
    ['다리는 월요일부터 2년 동안 닫힌다.', '나룻배가 10분마다 다닌다.', '시가 4천만 원을 낸다.'],
  ],
  [
    'a list under a heading with a colon',
    'ar',
    [['heading', 'النقاط الرئيسية:'], ...items('يغلق الجسر يوم الاثنين لمدة عامين.', 'تعبر عبارة كل عشر دقائق.')],
    ['يغلق الجسر يوم الاثنين لمدة عامين.', 'تعبر عبارة كل عشر دقائق.'],
  ],
  [
    'short lines of a box, up to a longer paragraph',
    'en',
    [
      ['paragraph', 'IN BRIEF'],
      ['paragraph', 'The old bridge closes on Monday for two years.'],
      ['paragraph', 'A ferry runs every ten minutes.'],
      ['paragraph', 'The city pays 40 million for the repairs.'],
    ],
    [
      'The old bridge closes on Monday for two years.',
      'A ferry runs every ten minutes.',
      'The city pays 40 million for the repairs.',
    ],
  ],
  [
    'terms that each have a sentence',
    'en',
    [
      ['heading', 'Key takeaways'],
      ['term', 'The bridge'],
      ['paragraph', 'It closes on Monday for two years.'],
      ['term', 'The ferry'],
      ['paragraph', 'It runs every ten minutes from both banks.'],
      ['heading', 'Why the bridge closes'],
    ],
    ['The bridge\nIt closes on Monday for two years.', 'The ferry\nIt runs every ten minutes from both banks.'],
  ],
];

describe('unmarked', () => {
  const points = (...lines: string[]) => {
    const text = lines.join('\n');
    let start = 0;
    const ranges = lines.map((line) => ({ start, end: (start += line.length + 1) - 1 }));
    return unmarked(text, ranges).map((range) => text.slice(range.start, range.end));
  };
  it('cuts off a bullet, and numbers where every point has one', () => {
    expect(points('• One', 'Two', '— three')).toEqual(['One', 'Two', 'three']);
    expect(points('1. One', '2) Two')).toEqual(['One', 'Two']);
    expect(points('3. Oktober ist Feiertag.', 'Die Fähre fährt.')).toEqual([
      '3. Oktober ist Feiertag.',
      'Die Fähre fährt.',
    ]);
    expect(points('-5 degrees', '1.5 million')).toEqual(['-5 degrees', '1.5 million']);
  });
});

describe('listAfter', () => {
  it.each(SHAPES)('takes %s (%s)', (_, lang, lines, points) => expect(said([...lines, ...EN], lang)).toEqual(points));
  it('takes headings of a deeper level that are sentences, and a summary at the end', () => {
    const under = (...headings: string[]): Line[] =>
      headings.flatMap((line): Line[] => [
        ['heading', line],
        ['paragraph', 'It says so in many words.'],
      ]);
    const deep = (lines: Line[]) => said([...EN, ...lines], 'en', 3);
    const sentences = ['The bridge closes on Monday.', 'A ferry runs every ten minutes.'];
    expect(deep([['heading', 'Key takeaways'], ...under(...sentences)])).toEqual(sentences);
    expect(deep([['heading', 'Key takeaways'], ...under('The bridge', 'The ferry')])).toEqual([]);
    expect(deep([['heading', 'Key takeaways'], ...under('Why does the bridge close?', 'Who pays?')])).toEqual([]);
    expect(said([...EN, ['heading', 'Key insights and conclusions'], ...items(...sentences)], 'en')).toEqual(sentences);
  });
  it.each<[string, Line[]]>([
    [
      'properties in marked lines',
      [
        ['paragraph', '- Made by hand'],
        ['paragraph', '- Materials: clay'],
      ],
    ],
    ['questions that lead to sections', items('Why does the old bridge close on Monday?', 'Who pays for the repairs?')],
    [
      'short lines that are no sentences',
      [
        ['paragraph', 'Bridge: closed'],
        ['paragraph', 'Ferry: every ten minutes'],
      ],
    ],
    ['one short paragraph before the story', [['paragraph', 'The bridge closes on Monday.']]],
  ])('takes no %s', (_, lines) => expect(said([['heading', 'Highlights'], ...lines, ...EN], 'en')).toEqual([]));
});
