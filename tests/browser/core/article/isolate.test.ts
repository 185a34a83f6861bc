/**
 * isolate: the second opinion on which boxes have the story. It leaves the page unchanged, and finds nothing if there
 * is no story or too much.
 */
import { describe, expect, it } from 'vitest';
import { isolate } from '../../../../src/core/article/isolate.ts';
import { survey } from '../../../../src/core/article/page/survey.ts';

const english = 'The harbour master counts the boats each morning, and he writes their names down in a ledger. ';
const chinese = '港口的主管每天早晨都会数一数停泊的船只，然后把它们的名字写进一本很长的账本里。';
const arabic = 'يعد مدير الميناء القوارب كل صباح، ثم يكتب أسماءها في دفتر طويل يحفظه في مكتبه. ';
const around = '<nav><ul><li><a href="/">Home</a><li><a href="/t">Tides</a></ul></nav>';
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');

function opinion(html: string, plain = false) {
  const document = parse(html);
  const before = document.documentElement.cloneNode(true);
  const page = survey(document, { plain });
  const kept = isolate(page);
  expect(document.documentElement.isEqualNode(before)).toBe(true);
  return {
    kept,
    texts: page.runs.filter((run) => kept?.[run.box.index] === 1).map((run) => run.text),
    boxes: page.boxes,
  };
}
const story = (words: string, inside = '') =>
  `<title>T</title>${around}<article>${`<p>${words.repeat(3)}</p>`.repeat(4)}${inside}</article><footer>© ` +
  'Gazette</footer>';

describe('isolate', () => {
  it.each([
    ['English', english],
    ['Chinese', chinese],
    ['Arabic', arabic],
  ])('keeps the story and leaves the menu: %s', (_, words) => {
    const { kept, texts, boxes } = opinion(story(words));
    expect(kept).toHaveLength(boxes.length);
    expect(texts.filter((text) => text.startsWith(words.slice(0, 9)))).toHaveLength(4);
    expect(texts).not.toContain('Home');
    expect(texts).not.toContain('© Gazette');
  });
  it('gives a box that was merged into its parent its share', () => {
    const { texts } = opinion(story(english, `<div><div><p>${english.repeat(2)}</p></div></div>`));
    expect(texts).toHaveLength(5);
  });
  it('ignores scripts, styles and form fields, and runs nothing', () => {
    const { texts } = opinion(
      story(english, '<script>document.title = "run"</script><style>p{}</style><textarea>x</textarea>'),
    );
    expect(texts).toHaveLength(4);
    expect(document.title).not.toBe('run');
  });
  it('is not misled by markers that a page already has', () => {
    const { kept, texts } = opinion(
      story(english, `<p data-lede-box="999999">${english}</p><p data-lede-box="-1">${english}</p>`),
    );
    expect(kept).toBeDefined();
    expect(texts.length).toBeGreaterThanOrEqual(4);
    expect(texts).not.toContain('Home');
  });
  it('is not misled by a form whose fields are called like its own properties', () => {
    const { texts } = opinion(
      story(english, '<form><input name="attributes"><input name="parentNode"><p>Sign up</p></form>'),
    );
    expect(texts.length).toBeGreaterThanOrEqual(4);
  });
  it('has no opinion on plain text, on an empty page, or on one that is too deep or too large', () => {
    expect(opinion(story(english), true).kept).toBeUndefined();
    expect(opinion('').kept).toBeUndefined();
    expect(opinion(story(english, '<i></i>'.repeat(20_000))).kept).toBeUndefined();
    expect(opinion(`${story(english)}${'<div>'.repeat(500)}deep`).kept).toBeUndefined();
  });
});
