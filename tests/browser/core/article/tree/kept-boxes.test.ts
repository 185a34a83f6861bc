import { expect, test } from 'vitest';
import { keptBoxes } from '../../../../../src/core/article/tree/kept-boxes.ts';
import { survey } from '../../../../../src/core/article/page/survey.ts';

test('a box counts as kept if a kept run or picture is in it, however deep', () => {
  const html =
    '<main><div id="a"><p>Kept.</p></div><div id="b"><p>Gone.</p></div><div id="c"><img src="a.jpg"></div></main>';
  const document = new DOMParser().parseFromString(html, 'text/html');
  const page = survey(document, {});
  const picture = document.querySelector('img');
  const keep = Uint8Array.from(page.runs, ({ text }) => (text === 'Kept.' ? 1 : 0));
  const holds = (media: Element[]) => {
    const test = keptBoxes(page, keep, new Set(media));
    return page.boxes.filter((box) => box.element.id && test(box)).map(({ element }) => element.id);
  };
  expect(holds([])).toEqual(['a']);
  expect(holds(picture ? [picture] : [])).toEqual(['a', 'c']);
});
