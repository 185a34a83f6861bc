import { expect, test } from 'vitest';
import { leansOnNoun } from '../../../../../src/core/digest/language/definite-nouns.ts';

const leaning: Record<string, string[]> = {
  en: [
    'The state has the lowest level of debt.',
    'The company provides boxes and tape.',
    'The company, a family’s, was sold.',
    'The first is a large garden.',
    'The two met in Ghent.',
  ],
  de: [
    'Das Unternehmen bietet Kisten an.',
    'Die Studie zeigt, dass Kinder mehr lesen.',
    'Der Mann, ein Lehrer, kam spät.',
  ],
  fr: ['L’entreprise fournit des cartons.', 'La ville paie le bac.'],
  es: ['La empresa ofrece cajas.', 'El estudio muestra que los niños leen más.'],
  pt: ['A empresa oferece caixas.', 'O estudo mostra mais.'],
  it: ['L’azienda fornisce scatole.', 'La città paga il traghetto.'],
  nl: ['Het bedrijf levert dozen.', 'De stad betaalt de veerpont.'],
  ru: ['Компания предлагает коробки.', 'Исследование не показало разницы.'],
  pl: ['Firma oferuje pudła.', 'Badanie nie potwierdziło różnicy.'],
  el: ['Η εταιρεία παρέχει κουτιά.'],
  tr: ['Şirket kutu sağlıyor.'],
  ar: ['الشركة تقدم الصناديق.'],
  vi: ['Công ty cung cấp hộp.'],
  zh: ['公司表示将提供纸箱。', '两者都很重要。'],
  ja: ['両社は合意した。'],
  ko: ['회사는 상자를 제공한다.'],
};
const standing: Record<string, string[]> = {
  en: [
    'The state of Nevada has the lowest level of debt.',
    'The company Apple provides tools.',
    'The old bridge over the river will close.',
    'The study by Oxford shows more.',
    'Companies provide boxes.',
    'The companies that move pianos ask for more.',
  ],
  de: ['Das Unternehmen Siemens bietet mehr.', 'Die Stadt der Engel ist groß.', 'Die alte Brücke wird gesperrt.'],
  fr: ['La ville de Gand paie le bac.', 'L’entreprise Renault fournit des voitures.'],
  es: ['La ciudad de Lima paga.', 'El puente viejo cierra.'],
  pt: ['A cidade de Lisboa paga.'],
  it: ['La città di Roma paga.'],
  nl: ['De stad Gent betaalt.', 'Het bedrijf van Jansen levert.'],
  ru: ['Компания «Яндекс» предлагает.', 'Город воинской славы стоит на реке.'],
  pl: ['Firma Allegro oferuje pudła.', 'Miasto nad Wisłą rośnie.'],
  el: ['Η εταιρεία του Παπαδόπουλου παρέχει κουτιά.', 'Η παλιά γέφυρα κλείνει.'],
  tr: ['Şirketler kutu sağlıyor.'],
  ar: ['شركة أرامكو تقدم النفط.'],
  vi: ['Công ty Vinamilk cung cấp sữa.'],
  zh: ['腾讯公司表示将提供纸箱。', '公司法规定了股东的权利。'],
  ja: ['トヨタは合意した。'],
  ko: ['삼성은 상자를 제공한다.'],
};

test.each(Object.entries(leaning))('a definite noun refers back in %s', (language, list) => {
  for (const sentence of list) expect([sentence, leansOnNoun(sentence, language)]).toEqual([sentence, true]);
});

test.each(Object.entries(standing))('a noun that is explained, or not definite, does not in %s', (language, list) => {
  for (const sentence of list) expect([sentence, leansOnNoun(sentence, language)]).toEqual([sentence, false]);
});

test('a title with the same noun explains it, one with another form does not', () => {
  expect(leansOnNoun('The study shows that children read more.', 'en', 'A study of children who read')).toBe(false);
  expect(leansOnNoun('The state has the lowest level.', 'en', 'The fifty states compared')).toBe(true);
  expect(leansOnNoun('The state has the lowest level.', 'xx')).toBe(false);
});
