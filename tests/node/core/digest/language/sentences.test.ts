import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, BlockKind } from '../../../../../src/core/article/article.ts';
import { endsAsSentence, sentenceRanges, sentences } from '../../../../../src/core/digest/language/sentences.ts';

const split = (text: string, language: string) =>
  sentenceRanges(text, language).map(({ start, end }) => text.slice(start, end));

/**
 * Each entry is one text, given as the sentences it must be split into. They are joined by a space, or by nothing in
 * scripts without spaces.
 */
const SPACED: Record<string, string[][]> = {
  en: [
    ['Dr. Ada Moss met Mr. Bell at St. Ives.', 'She was late.'],
    ['The price rose 3.5 percent to $4.20.', 'Nobody minded.'],
    ['See No. 5 and Fig. 2 for the plan.', 'It is large.'],
    ['J. R. Marlow wrote it in the U.S. Senate library.', 'The book sold well.'],
    ['He came home at 5 p.m. on Friday.', 'The house was dark.'],
    ['“Is it over?” she asked.', 'Nobody answered.'],
    ['He said, "Go home!" and left.', 'We stayed.'],
    ['They waited… and nothing came.', 'Then they left.'],
    ['Wait… Something moved.'.slice(0, 5), 'Something moved.'],
    ['The ship (it was old. Very old.) sank at noon.', 'All were saved.'],
    ['Bring water, food, e.g. bread, and a lamp.', 'Leave the rest.'],
    ['We met Acme Inc. lawyers in Dover.', 'Talks failed.'],
    ['He moved to the U.S. The weather suited him.'.slice(0, 20), 'The weather suited him.'],
    ['Do you know why?', 'I do not!', 'Good.'],
    ['1. Wash the rice.', 'Dry it well.'],
    ['Tip 1. Wear a hat.', '#2. Drink water.', 'Rest at noon.'],
    ['Call (330) 836. 8000 today.', 'We serve Akron.'],
    ['Reach us at 1.800.555.0199.', 'Our team answers.'],
    ['The result was clear.[4]', 'A score of 100 meant all.'],
    ['The result was clear.4,5', 'Another trial agrees.'],
    ['The result was clear.¹', 'A score of 100 meant all.'],
    ['It works😀', 'And it is cheap.'],
    ['We ship 📦 Boxes and 🏠 Homes.', 'Nobody minds.'],
    ['The report of the board was read.', 'Approval of the plan followed.'],
  ],
  de: [
    ['Am 3. Oktober kam Dr. Weber nach Köln.', 'Er blieb bis zum 12. November.'],
    ['Das kostet z. B. 3,50 Euro.', 'Mehr zahlt niemand.'],
    ['„Kommst du?“, fragte sie.', 'Er schwieg.'],
    ['Die Firma liefert Schrauben, Nägel usw. an Händler.', 'Der Umsatz steigt.'],
  ],
  fr: [
    ['M. Dupont habite au 3, av. Foch.', 'Il y est bien.'],
    ['« Où vas-tu ? » demanda-t-elle.', 'Il ne répondit pas.'],
    ['Mme Petit paya 4,50 euros.', 'C’était cher.'],
  ],
  es: [
    ['El Sr. Ruiz llegó a las 9.30.', '¿Quién lo esperaba?', 'Nadie.'],
    ['¡Qué frío!', 'La Dra. Soto cerró la ventana.'],
    ['Véase la pág. 12 del libro.', 'Allí está todo.'],
  ],
  ru: [
    ['А. С. Громов родился в 1920 г. в Туле.', 'Он рано начал писать.'],
    ['— Что это? — спросил он.', 'Никто не ответил.'],
    ['Дом стоит на ул. Мира, д. 5.', 'Его построили до войны.'],
    ['Это стоит 3,5 млн руб. в год.', 'Денег нет.'],
  ],
  el: [
    ['Πού πας;', 'Δεν ξέρω.', 'Ίσως στο χωριό.'],
    ['Ο κ. Νίκου ήρθε στις 5 μ.μ. στο σπίτι.', 'Ήταν κουρασμένος.'],
    ['Πολλά φρούτα, π.χ. μήλα, είναι φθηνά.', 'Τα αγοράζουμε.'],
  ],
  pl: [
    ['Prof. Kowal mieszka przy ul. Długiej.', 'Przyjechał 3 maja.'],
    ['Kupił m.in. chleb, ser itp. produkty.', 'Wrócił późno.'],
    ['Urodził się w 1920 r. w Łodzi.', 'Zmarł młodo.'],
  ],
  ar: [
    ['هل وصل القطار؟', 'وصل القطار متأخرا.', 'عاد الناس إلى بيوتهم.'],
    ['ارتفع السعر بنسبة 3.5 في المئة.', 'لم يتوقع أحد ذلك!'],
  ],
  hi: [['बारिश रात भर होती रही।', 'क्या नदी भर गई?', 'गाँव सुरक्षित है।']],
  vi: [
    ['Ông Nam đến TP. Huế lúc 9.30 sáng.', 'Trời mưa to.'],
    ['Giá tăng 3,5 phần trăm.', 'Ai cũng lo.'],
  ],
  ko: [
    ['기차가 3.5시간 늦었다.', '사람들은 기다렸다.', '왜 늦었을까?'],
    ['“비가 온다.”라고 그가 말했다.', '우리는 집에 있었다.'],
  ],
  he: [['הרכבת איחרה ב-3.5 שעות.', 'מי חיכה?', 'כולם חיכו.']],
};
const UNSPACED: Record<string, string[][]> = {
  zh: [
    ['雨下了一夜。', '河水涨到3.5米。', '村子安全吗？', '安全！'],
    ['他说：“我们走吧。”', '大家都起身了。'],
    ['“下雨了吗？”他问。', '没有人回答。'],
    ['这座桥（建于1920年。后来重修。）很老。', '它还能用。'],
    ['价格上涨……没有人知道原因。', '市场关门了。'],
    ['（会议结束。）', '大家回家了。'],
  ],
  ja: [
    ['雨は一晩中降った。', '川は3.5メートルまで上がった。', '村は無事か？'],
    ['「はい。」と彼は言った。', '皆が笑った。'],
    ['駅（古い建物。今は店。）の前で会った。', '寒かった。'],
  ],
  th: [['ฝนตกทั้งคืน']],
};

describe('sentences', () => {
  for (const [language, texts] of Object.entries(SPACED)) {
    it(`splits ${language}`, () => {
      for (const parts of texts) expect(split(parts.join(' '), language)).toEqual(parts);
    });
  }
  for (const [language, texts] of Object.entries(UNSPACED)) {
    it(`splits ${language}`, () => {
      for (const parts of texts) expect(split(parts.join(''), language)).toEqual(parts);
    });
  }
  it('finds the end of a sentence if the space after it is missing', () => {
    expect(split('They read the report.Approval of the plan followed.', 'en')).toHaveLength(2);
    expect(split('Call System.Text or visit example.com today.', 'en')).toHaveLength(1);
  });
  it('cuts a long Thai paragraph at spaces', () => {
    const text = Array.from({ length: 12 }, () => 'ฝนตกทั้งคืนและน้ำในแม่น้ำก็สูงขึ้นมาก').join(' ');
    const parts = split(text, 'th');
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part.length).toBeLessThan(300);
  });
  it('splits code into lines, and names the block', () => {
    const text = 'Run it. Then wait.\na = 1. b\nc = 2';
    const blocks: Block[] = [
      { kind: 'paragraph', start: 0, end: 18 },
      { kind: 'code', start: 19, end: 33 },
    ];
    expect(sentences({ text, blocks }).map((s) => [s.block, text.slice(s.start, s.end)])).toEqual([
      [0, 'Run it.'],
      [0, 'Then wait.'],
      [1, 'a = 1. b'],
      [1, 'c = 2'],
    ]);
  });
  it('handles a whole book in one block', () => {
    const text = 'The ferry left the island at noon with nobody aboard. '.repeat(4000);
    const from = performance.now();
    expect(sentenceRanges(text, 'en')).toHaveLength(4000);
    expect(performance.now() - from).toBeLessThan(2000);
  });
});

const piece = fc.oneof(
  fc.constantFrom(
    '. ',
    '! ',
    '? ',
    '。',
    '！”',
    '…',
    '... ',
    '(',
    ')',
    '“',
    '”',
    '「',
    '」',
    ' ',
    '\n',
    'Dr. ',
    'No. 5',
    'U.S. ',
    'z. B. ',
    'г. ',
  ),
  fc.constantFrom('😀', '👩‍🚀', '𠮷', '我们', 'ไทย', 'यह', 'هذا', 'слово', 'Word', 'word', '3.14', '1.'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

describe('ranges of any text', () => {
  it('cover everything except whitespace, in order, without overlap, and split no surrogate pair', () => {
    const languages = fc.constantFrom(
      'en',
      'zh',
      'ja',
      'ko',
      'de',
      'fr',
      'es',
      'ru',
      'el',
      'pl',
      'ar',
      'hi',
      'th',
      'vi',
      'x!',
      '',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), languages, (pieces, language) => {
        const text = pieces.join('');
        let at = 0;
        for (const { start, end } of sentenceRanges(text, language)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start).trim()).toBe('');
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          expect(/^[\uDC00-\uDFFF]/.test(text.slice(start)) && /[\uD800-\uDBFF]$/.test(text.slice(0, start))).toBe(
            false,
          );
          at = end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 400 },
    );
  });
  it('work on blocks of every kind', () => {
    const kinds: BlockKind[] = [
      'heading',
      'paragraph',
      'item',
      'quote',
      'code',
      'table',
      'figure',
      'caption',
      'term',
      'maths',
    ];
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...kinds), fc.array(piece, { maxLength: 8 })), { maxLength: 8 }),
        (list) => {
          let text = '';
          const blocks: Block[] = list.map(([kind, pieces]) => {
            const start = text.length;
            text += pieces.join('');
            const block = { kind, start, end: text.length };
            text += '\n';
            return block;
          });
          for (const { start, end, block } of sentences({ text, blocks })) {
            expect(start).toBeGreaterThanOrEqual(blocks[block]?.start ?? Infinity);
            expect(end).toBeLessThanOrEqual(blocks[block]?.end ?? -1);
          }
        },
      ),
    );
  });
});

describe('endsAsSentence', () => {
  it('looks behind closing marks', () => {
    expect(endsAsSentence('He left.”')).toBe(true);
    expect(endsAsSentence('（完。）')).toBe(true);
    expect(endsAsSentence('Contents')).toBe(false);
  });
});
