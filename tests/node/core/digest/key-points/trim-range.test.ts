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
    ['3) Back up your files every week.', 'Back up your files every week.'],
    ['✔ You travel often and forget the heating.', 'You travel often and forget the heating.'],
    ['Screens are off an hour before bed.1', 'Screens are off an hour before bed.'],
    ['The method works.[12]', 'The method works.'],
    ['A great day for all! 🎉🎉', 'A great day for all!'],
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
    '2012年新车销量达到1.5万辆。',
    'The U.S. economy grew by 2.',
  ])('leaves the rest as it is: %s', (sentence) => {
    expect(own(sentence)).toBe(sentence);
  });
});
