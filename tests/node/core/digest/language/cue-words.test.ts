import { describe, expect, it } from 'vitest';
import { type Cue, CUES, cuesOf } from '../../../../../src/core/digest/language/cue-words.ts';

const cues = (text: string, language: string) => {
  const { counts, opens } = cuesOf(text, language);
  const named = (list: Uint8Array): Cue[] => CUES.filter((_, k) => (list[k] ?? 0) > 0);
  return { counted: named(counts), opening: named(opens) };
};

describe('cuesOf', () => {
  it.each<[string, string, Cue]>([
    ['en', 'We recommended it to our readers.', 'us'],
    ['en', 'You should recommend it.', 'advise'],
    ['de', 'Ich habe den Zug verpasst.', 'me'],
    ['fr', 'Il faut éviter les trains.', 'advise'],
    ['ru', 'Врачи рекомендуют больше спать.', 'advise'],
    ['pl', 'Lekarze zalecają sen.', 'advise'],
    ['el', 'Ο υπουργός δήλωσε ότι η γέφυρα κλείνει.', 'say'],
    ['ar', 'قال الوزير إن الجسر سيغلق.', 'say'],
    ['zh', '专家表示，这座桥需要修理。', 'say'],
    ['ja', '例えば、この橋は古い。', 'example'],
    ['ko', '우리 마을의 다리는 오래되었다.', 'us'],
  ])('counts what a sentence does in %s: %s', (language, text, cue) => {
    expect(cues(text, language).counted).toContain(cue);
  });
  it('distinguishes the opening from the rest', () => {
    expect(cues('The old bridge over the river will close today, he said.', 'en').opening).not.toContain('say');
    expect(cues('He said that the bridge will close.', 'en').opening).toEqual(expect.arrayContaining(['third', 'say']));
  });
  it('counts a word in every list that contains it, and gives zeros in other languages', () => {
    const { counts } = cuesOf('because because', 'en');
    expect(counts[CUES.indexOf('cause')]).toBe(2);
    expect(cues('Bonjour à tous', 'xx').counted).toEqual([]);
  });
});
