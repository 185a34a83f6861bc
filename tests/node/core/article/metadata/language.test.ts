import { describe, expect, it } from 'vitest';
import { languageOf, languageTag } from '../../../../../src/core/article/metadata/language.ts';

const SAMPLES = {
  en: 'The bees have come back to the roofs of the city, and nobody quite knows why.',
  zh: '蜜蜂回到了城市的屋顶，没有人知道为什么。今年春天，养蜂人数到了比往年更多的蜂箱，市政府也开始在公园里种花，供它们采蜜。',
  ja: 'ミツバチが街の屋上に戻ってきたが、その理由は誰にもわからない。今年の春、養蜂家たちは例年よりも多くの巣箱を数えた。',
  ko: '꿀벌이 도시의 지붕으로 돌아왔지만 그 이유는 아무도 모른다. 올봄 양봉가들은 예년보다 더 많은 벌통을 세었다고 한다.',
  ru:
    'Пчёлы вернулись на крыши города, и никто толком не знает, почему. Этой весной ульев стало больше, ' +
    'чем когда-либо.',
  uk: 'Бджоли повернулися на дахи міста, і ніхто не знає чому. Цієї весни вуликів стало більше, ніж будь-коли раніше.',
  ar: 'عاد النحل إلى أسطح المدينة ولا أحد يعرف السبب. أحصى النحالون هذا الربيع خلايا أكثر من أي وقت مضى في الحدائق.',
  fa:
    'زنبورها به پشت‌بام‌های شهر بازگشته‌اند و هیچ‌کس دلیل آن را نمی‌داند. امسال بهار کندوهای بیشتری در ' +
    'پارک‌ها شمرده شد.',
  he: 'הדבורים חזרו אל גגות העיר ואיש אינו יודע מדוע. באביב הזה ספרו הדבוראים יותר כוורות מאי פעם בגנים ובחצרות.',
  th: 'ผึ้งกลับมาที่หลังคาของเมืองอีกครั้งและไม่มีใครรู้ว่าทำไม ฤดูใบไม้ผลินี้คนเลี้ยงผึ้งนับรังได้มากกว่าทุกปี',
  hi:
    'मधुमक्खियाँ शहर की छतों पर लौट आई हैं और कोई नहीं जानता कि क्यों। इस वसंत में पालकों ' +
    'ने ' +
    'पहले ' +
    'से ' +
    'अधिक ' +
    'छत्ते गिने।',
  el:
    'Οι μέλισσες επέστρεψαν στις στέγες της πόλης και κανείς δεν ξέρει το γιατί. Φέτος την άνοιξη ' +
    'μετρήθηκαν περισσότερες κυψέλες.',
};

describe('languageOf', () => {
  it.each(Object.entries(SAMPLES))('guesses %s from the script alone, and nothing from Latin letters', (lang, sample) =>
    expect(languageOf([], sample, '').lang).toBe(lang === 'en' ? undefined : lang),
  );
  it.each(Object.entries(SAMPLES).filter(([lang]) => lang !== 'en'))(
    'rejects a declaration that %s is English',
    (lang, sample) => expect(languageOf(['en-US'], sample, '').lang).toBe(lang),
  );
  it('accepts a declaration that fits the script', () => {
    expect(languageOf(['zh-TW'], SAMPLES.zh, '').lang).toBe('zh-TW');
    expect(languageOf([undefined, 'de_AT'], 'Die Bienen', '').lang).toBe('de-AT');
    expect(languageOf(['fr'], SAMPLES.en, '').lang).toBe('fr');
    expect(languageOf(['en', 'ru'], SAMPLES.ru, '').lang).toBe('ru');
    expect(languageOf(['ja'], SAMPLES.ja, '').lang).toBe('ja');
    expect(languageOf(['ko-KR'], SAMPLES.ko, '').lang).toBe('ko-KR');
  });
  it('takes the direction from the script, then the page, then the language', () => {
    expect(languageOf(['en'], SAMPLES.ar, 'ltr').dir).toBe('rtl');
    expect(languageOf([], 'short', 'rtl').dir).toBe('rtl');
    expect(languageOf(['he'], 'short', '').dir).toBe('rtl');
    expect(languageOf(['en'], SAMPLES.en, 'auto').dir).toBe('ltr');
  });
});

describe('languageTag', () => {
  it('normalises tags and rejects invalid ones', () => {
    expect(languageTag('EN_us')).toBe('en-US');
    expect(languageTag('zh-hans-cn')).toBe('zh-Hans-CN');
    expect(languageTag('en, de')).toBe('en');
    for (const none of ['', undefined, 'und', 'x', 'a b', '<script>', 'e'.repeat(5000)])
      expect(languageTag(none)).toBeUndefined();
  });
});
