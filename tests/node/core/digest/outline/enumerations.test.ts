import { expect, test } from 'vitest';
import { countedPoints } from '../../../../../src/core/digest/outline/enumerations.ts';
import { articleOf } from '../../../../fakes/article-of.ts';

const labels = (source: string) => {
  const { text, blocks } = articleOf(source);
  return countedPoints(text, blocks).map((list) => list.map((p) => text.slice(p.start, p.labelEnd)));
};
const more = ' It then goes on for a while so that the paragraph has a body of its own.';

test('paragraphs that open with a cue; the label is the point, not the cue', () => {
  expect(
    labels(
      `Firstly, the bridge must carry lorries.${more}\nSecondly, it must let ships pass.${more}\nFifth, nobody counts.`,
    ),
  ).toEqual([['the bridge must carry lorries', 'it must let ships pass']]);
});

test('cues inside one paragraph', () => {
  expect(
    labels(
      'Three things went wrong that night in the harbour. First, the warning lights had been switched off ' +
        'for repair. Second, the pilot had never seen the new basin. Third, the wind turned north within ' +
        'minutes of departure.',
    ),
  ).toEqual([
    [
      'the warning lights had been switched off for repair',
      'the pilot had never seen the new basin',
      'the wind turned north within minutes of departure',
    ],
  ]);
});

test('a point may take several paragraphs, and "finally" closes the list', () => {
  const list = labels(
    `First, the soil is turned by hand.${more}\nNobody hurries this.\nSecond, the seed is washed in ` +
      `milk.${more}\nThat is old.\nFinally, the gate is shut.${more}\nAfter.`,
  );
  expect(list).toEqual([['the soil is turned by hand', 'the seed is washed in milk', 'the gate is shut']]);
});

test('a single cue, one out of order, or one without its comma is not a list', () => {
  expect(labels(`Firstly, the bridge must carry lorries.${more}\nThe end came soon.${more}`)).toEqual([]);
  expect(labels(`Secondly, it rained.${more}\nThirdly, it snowed.${more}`)).toEqual([]);
  expect(
    labels(`First light came at six over the old harbour.${more}\nSecond thoughts came later that day.${more}`),
  ).toEqual([]);
  expect(labels(`Finally, it rained on the parade.${more}\nFinally, it snowed there.${more}`)).toEqual([]);
});

test.each([
  [
    'en hand',
    'On the one hand, towns want the tax money now.',
    'On the other hand, nobody wants the smell of it.',
    'towns want the tax money now',
  ],
  [
    'zh',
    '首先，城市需要更多的公共空间供居民使用和休息。',
    '其次，交通系统应当优先照顾步行的人和骑车的人。',
    '城市需要更多的公共空间供居民使用和休息',
  ],
  [
    'zh 第',
    '第一，城市需要更多的公共空间供居民使用和休息。',
    '第二，交通系统应当优先照顾步行的人和骑车的人。',
    '城市需要更多的公共空间供居民使用和休息',
  ],
  [
    'ja',
    'まず、町の図書館は夜も開いている必要があると思います。',
    '次に、子どもが静かに座れる場所を増やすことが大切です。',
    '町の図書館は夜も開いている必要があると思います',
  ],
  [
    'ko',
    '첫째, 도서관은 밤에도 열려 있어야 한다고 생각한다.',
    '둘째, 아이들이 조용히 앉을 자리를 늘려야 한다고 본다.',
    '도서관은 밤에도 열려 있어야 한다고 생각한다',
  ],
  [
    'ru',
    'Во-первых, мост должен выдерживать грузовики.',
    'Во-вторых, под ним должны проходить корабли.',
    'мост должен выдерживать грузовики',
  ],
  [
    'de',
    'Erstens muss die Brücke schwere Lastwagen tragen.',
    'Zweitens müssen Schiffe unter ihr hindurch.',
    'muss die Brücke schwere Lastwagen tragen',
  ],
  [
    'fr',
    'Premièrement, le pont doit porter des camions lourds.',
    'Deuxièmement, les bateaux doivent passer dessous.',
    'le pont doit porter des camions lourds',
  ],
  [
    'fr d’abord',
    'D’abord, le pont doit porter des camions lourds.',
    'Ensuite, les bateaux doivent passer dessous.',
    'le pont doit porter des camions lourds',
  ],
  [
    'es',
    'En primer lugar, el puente debe soportar camiones.',
    'En segundo lugar, los barcos deben pasar por debajo.',
    'el puente debe soportar camiones',
  ],
  [
    'pt',
    'Em primeiro lugar, a ponte deve suportar camiões.',
    'Em segundo lugar, os barcos devem passar por baixo.',
    'a ponte deve suportar camiões',
  ],
  [
    'it',
    'In primo luogo, il ponte deve reggere i camion.',
    'In secondo luogo, le navi devono passare sotto.',
    'il ponte deve reggere i camion',
  ],
  [
    'ar',
    'أولاً، يجب أن يتحمل الجسر الشاحنات الثقيلة.',
    'ثانياً، يجب أن تمر السفن من تحته بسهولة.',
    'يجب أن يتحمل الجسر الشاحنات الثقيلة',
  ],
  [
    'el',
    'Πρώτον, η γέφυρα πρέπει να αντέχει φορτηγά.',
    'Δεύτερον, τα πλοία πρέπει να περνούν από κάτω.',
    'η γέφυρα πρέπει να αντέχει φορτηγά',
  ],
  [
    'pl',
    'Po pierwsze, most musi wytrzymać ciężarówki.',
    'Po drugie, statki muszą przepływać pod nim.',
    'most musi wytrzymać ciężarówki',
  ],
  [
    'hi',
    'पहला, पुल को भारी ट्रक सहने चाहिए और टिकना चाहिए।',
    'दूसरा, जहाज़ उसके नीचे से निकल सकें यह ज़रूरी है।',
    'पुल को भारी ट्रक सहने चाहिए और टिकना चाहिए',
  ],
  [
    'vi',
    'Thứ nhất, cây cầu phải chịu được xe tải nặng.',
    'Thứ hai, tàu thuyền phải đi qua được bên dưới.',
    'cây cầu phải chịu được xe tải nặng',
  ],
  ['th', 'ประการแรก สะพานต้องรับน้ำหนักได้', 'ประการที่สอง เรือต้องลอดผ่านข้างใต้ได้', 'สะพานต้องรับน้ำหนักได้'],
  [
    'tr',
    'Birincisi, köprü ağır kamyonları taşımalıdır.',
    'İkincisi, gemiler altından geçebilmelidir bence.',
    'köprü ağır kamyonları taşımalıdır',
  ],
  [
    'uk',
    'По-перше, міст має витримувати вантажівки.',
    'По-друге, під ним мають проходити кораблі.',
    'міст має витримувати вантажівки',
  ],
  [
    'nl',
    'Ten eerste moet de brug vrachtwagens dragen.',
    'Ten tweede moeten schepen eronderdoor kunnen.',
    'moet de brug vrachtwagens dragen',
  ],
  [
    'he',
    'ראשית, הגשר חייב לשאת משאיות כבדות מאוד.',
    'שנית, ספינות חייבות לעבור מתחתיו בקלות.',
    'הגשר חייב לשאת משאיות כבדות מאוד',
  ],
])('%s', (_, first, second, label) => {
  const found = labels(`${first}\n${second}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toHaveLength(2);
  expect(found[0]?.[0]).toBe(label);
});

test('ranges nest in their blocks and never overlap', () => {
  const { text, blocks } = articleOf(
    `Firstly, one thing is the water of the lake.${more}\nSecondly, another is the road along it.${more}\nRest.`,
  );
  const [list] = countedPoints(text, blocks);
  expect(list?.map((p) => text.slice(p.from, p.from + 7))).toEqual(['Firstly', 'Secondl']);
  expect(list?.[0]?.end).toBeLessThan(list?.[1]?.from ?? 0);
  expect(list?.[1]?.end).toBe(blocks[1]?.end);
});
