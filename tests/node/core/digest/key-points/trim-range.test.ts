import { describe, expect, it } from 'vitest';
import { trimRange } from '../../../../../src/core/digest/key-points/trim-range.ts';

const own = (sentence: string, byline?: string): string => {
  const { from, to } = trimRange(sentence, byline);
  return sentence.slice(from, to);
};

describe('trimRange', () => {
  it.each([
    ['BERLIN — German officials warn of heat.', 'German officials warn of heat.'],
    ['LONDON (Reuters) - Elton John will write a book.', 'Elton John will write a book.'],
    ['KOCHI/CHANDIGARH: Poultry firms are careful.', 'Poultry firms are careful.'],
    ['New Delhi, Jan. 15: India’s health ministry faces a dilemma.', 'India’s health ministry faces a dilemma.'],
    ['新华网北京1月12日电 （记者 张三）大雾天气将在北方出现。', '大雾天气将在北方出现。'],
    ['Tip #1: Install updates as soon as they come.', 'Install updates as soon as they come.'],
    ['Step 2 - Choose a password nobody else knows.', 'Choose a password nobody else knows.'],
    ['3.Choose a password nobody else knows.', 'Choose a password nobody else knows.'],
    ['3) Back up your files every week.', 'Back up your files every week.'],
    ['✔ You travel often and forget the heating.', 'You travel often and forget the heating.'],
    ['Screens are off an hour before bed.1', 'Screens are off an hour before bed.'],
    ['The method works.[12]', 'The method works.'],
    ['A great day for all! 🎉🎉', 'A great day for all!'],
    ['Berlin (dpa) - Die Ärzte warnen vor großer Hitze.', 'Die Ärzte warnen vor großer Hitze.'],
    ['PARIS, 12 janvier (Reuters) - Les médecins alertent sur la chaleur.', 'Les médecins alertent sur la chaleur.'],
    ['Madrid, 12 ene (EFE).- Los médicos avisan del calor.', 'Los médicos avisan del calor.'],
    ['ΑΘΗΝΑ, 12 Ιανουαρίου - Οι γιατροί προειδοποιούν.', 'Οι γιατροί προειδοποιούν.'],
    ['القاهرة (رويترز) - حذر الأطباء من الحرارة.', 'حذر الأطباء من الحرارة.'],
    ['(VnExpress) - Bác sĩ cảnh báo nắng nóng.', 'Bác sĩ cảnh báo nắng nóng.'],
    ['(서울=연합뉴스) 김철수 기자 = 의사들이 더위를 경고했다.', '의사들이 더위를 경고했다.'],
    ['【東京時事】医師は暑さを警告した。', '医師は暑さを警告した。'],
    ['2023-06-12 Doctors warn of heat this year.', 'Doctors warn of heat this year.'],
    ['27.11.2011 19:48 Врачи предупреждают о жаре.', 'Врачи предупреждают о жаре.'],
    ['Published on June 12, 2023 Doctors warn of heat.', 'Doctors warn of heat.'],
    ['2026年1月12日　医師は暑さを警告した。', '医師は暑さを警告した。'],
    ['Jan. 15, 2026 — Doctors warn of heat.', 'Doctors warn of heat.'],
    ['الخطوة 1: أضف الدقيق إلى الماء.', 'أضف الدقيق إلى الماء.'],
    ['ステップ1：小麦粉を入れる。', '小麦粉を入れる。'],
    ['팁 1: 모자를 쓰세요.', '모자를 쓰세요.'],
    ['①加入面粉搅拌均匀。', '加入面粉搅拌均匀。'],
    ['Tip 1. Wear a hat in the sun.', 'Wear a hat in the sun.'],
    ['34.Meditation programs help people sleep.', 'Meditation programs help people sleep.'],
    ['[4] A score of 100 meant that all was well.', 'A score of 100 meant that all was well.'],
    ['The result was clear to all.¹', 'The result was clear to all.'],
    ['研究表明这种方法有效。[3]', '研究表明这种方法有效。'],
  ])('cuts what is not the sentence’s own: %s', (sentence, rest) => {
    expect(own(sentence)).toBe(rest);
  });
  it('cuts the article’s byline', () => {
    expect(own('By Ada Moss, The bridge closes on Monday for two years.', 'Ada Moss')).toBe(
      'The bridge closes on Monday for two years.',
    );
    expect(own('Ada Moss wrote the book in 1990 and sold it.', 'Ada Moss')).toBe(
      'Ada Moss wrote the book in 1990 and sold it.',
    );
  });
  it.each([
    'Five ways to save: turn the heating down at night.',
    'NASA says that the rocket flew for 12 minutes.',
    'It cost 3.5 million in 2012.',
    '1.FC Köln won the cup again last night.',
    '5.am is too early for most of us.',
    '2012年新车销量达到1.5万辆。',
    'The U.S. economy grew by 2.',
    'June 12, 2023 was the hottest day on record.',
    '2026年1月12日医師は暑さを警告した。',
    'Meta (formerly Facebook) sold the company.',
    'The GPU beats the older GeForce®',
    '(This was the point) and nobody saw it.',
  ])('leaves the rest as it is: %s', (sentence) => {
    expect(own(sentence)).toBe(sentence);
  });
});
