import { describe, expect, it } from 'vitest';
import { leansBack } from '../../../../../src/core/digest/language/anaphora.ts';
import { faultOf } from '../../../../../src/core/digest/key-points/self-contained.ts';
import { endsAsSentence } from '../../../../../src/core/digest/language/sentences.ts';
import { Lexicon } from '../../../../../src/core/digest/language/terms.ts';

const fault = (text: string, language = 'en') =>
  faultOf({ text, units: new Lexicon(language).units(text).all, ends: endsAsSentence(text) }, language);

describe('leansBack', () => {
  const leaning: Record<string, string[]> = {
    en: [
      'This means a long way round for many people.',
      'It’ll be easier to cross by ferry next year.',
      'He added that nobody was to blame for it.',
      'However, the bridge stays closed until spring.',
      'According to him, the bridge was safe last year.',
      'The town also pays for the ferry across the river.',
      'For example, lorries must use the motorway bridge.',
    ],
    de: ['Das kostet die Stadt viel Geld.', 'Die Stadt zahlt auch die Fähre.', 'Außerdem fährt eine Fähre.'],
    fr: ['Cela coûte cher à la ville.', 'C’est un long détour pour tous.', 'La ville paie également le bac.'],
    es: ['Esto cuesta mucho dinero.', 'La ciudad también paga la barca.'],
    pt: ['Ele pagou a balsa.', 'A cidade também paga a balsa.'],
    it: ['Questo costa molto.', 'La città paga anche il traghetto.'],
    ru: ['Это стоит городу дорого.', 'По его словам, мост был прочным.', 'Город также платит за паром.'],
    pl: ['To kosztuje miasto dużo.', 'Miasto płaci także za prom.'],
    el: ['Αυτό κοστίζει πολύ στην πόλη.', 'Ωστόσο, η γέφυρα μένει κλειστή.'],
    ar: ['هذا يكلف المدينة كثيرا.', 'ولكن الجسر مغلق.'],
    he: ['זה עולה לעיר הרבה כסף.'],
    hi: ['यह शहर को महँगा पड़ता है।'],
    ko: ['이는 시에 큰 부담이다.', '그러나 다리는 닫혀 있다.'],
    vi: ['Điều này khiến nhiều người phải đi vòng.', 'Tuy nhiên, cầu vẫn đóng.', 'Thành phố cũng trả tiền phà.'],
    zh: ['这意味着许多人要绕路。', '但是大桥仍然关闭。', '在这里，我们谈谈大桥。'],
    ja: ['これは多くの人に遠回りとなる。', 'しかし橋は閉じたままだ。'],
    th: ['แต่สะพานยังปิดอยู่'],
  };
  for (const [language, list] of Object.entries(leaning)) {
    it(`recognises it in ${language}`, () => {
      for (const sentence of list) expect([sentence, leansBack(sentence, language)]).toEqual([sentence, true]);
    });
  }
  const statics: Record<string, string> = {
    en: 'The old bridge over the river will close on Monday.',
    de: 'Die alte Brücke über den Fluss wird am Montag gesperrt.',
    fr: 'Le vieux pont sur la rivière ferme lundi.',
    es: 'El viejo puente sobre el río cierra el lunes.',
    ru: 'Старый мост через реку закроют в понедельник.',
    pl: 'Stary most na rzece zostanie zamknięty w poniedziałek.',
    el: 'Η παλιά γέφυρα κλείνει τη Δευτέρα.',
    ar: 'الجسر القديم يغلق يوم الاثنين.',
    he: 'הגשר הישן ייסגר ביום שני.',
    hi: 'पुराना पुल सोमवार को बंद होगा।',
    ko: '오래된 다리가 월요일부터 닫힌다.',
    vi: 'Cầu cũ trên sông đóng cửa từ thứ Hai.',
    zh: '河上的老桥从星期一起关闭。',
    ja: '川の古い橋は月曜日に閉じる。',
    th: 'สะพานเก่าปิดวันจันทร์',
    tlh: 'Qapla jajvam maj.',
  };
  for (const [language, sentence] of Object.entries(statics)) {
    it(`accepts a plain sentence in ${language}`, () => expect(leansBack(sentence, language)).toBe(false));
  }
});

describe('faultOf', () => {
  it('names what is wrong', () => {
    expect(fault('Who will pay for the repair of the old bridge?')).toBe('question');
    expect(fault('Ποιος θα πληρώσει για την επισκευή της γέφυρας;', 'el')).toBe('question');
    expect(fault('These are the things a traveller must know:')).toBe('opens-list');
    expect(fault('What the engineers of the county found last spring')).toBe('fragment');
    expect(fault('and the ferry will run from six in the morning.')).toBe('fragment');
    expect(fault('The bridge is closed.')).toBe('short');
    expect(fault(`${'The bridge and the ferry and the river and the town '.repeat(6)}.`)).toBe('long');
    expect(fault('The mayor said “nobody is to blame for the state of the bridge.')).toBe('broken-quote');
    expect(fault('Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday.')).toBe('marks');
    expect(fault('“Nobody is to blame for the state of the bridge,” the mayor said.')).toBe('speech');
    expect(fault('„Niemand ist schuld an der Brücke“, sagte die Bürgermeisterin am Montag.', 'de')).toBe('speech');
    expect(fault('“The Old Bridge” opens in cinemas all over the country on Monday.')).toBeNull();
    expect(fault('Sign up for the newsletter of the county today.')).toBe('boilerplate');
    expect(fault('未经许可不得转载本网站的任何内容和图片。', 'zh')).toBe('boilerplate');
    expect(fault('Step 4: Put the boat into the river and wait.')).toBe('fragment');
    expect(fault('Photo: The old bridge in the winter of last year.')).toBe('fragment');
  });
  it('accepts good sentences', () => {
    expect(fault('Essex County will spend 14 million euros on the repair of the bridge.')).toBeNull();
    expect(fault('老桥从星期一起关闭两年，行人改乘渡船过河。', 'zh')).toBeNull();
    expect(fault('郡は橋の修理に千四百万ユーロを使う。', 'ja')).toBeNull();
  });
});
