import { afterEach, describe, expect, it } from 'vitest';
import { DomReader } from '../../../../src/core/anchor/dom-reader.ts';
import { domText } from '../../../../src/core/anchor/dom-text.ts';

/** Builds a page from markup without running it. */
function page(markup: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(markup, 'text/html');
  const root = document.createElement('main');
  root.append(...[...parsed.body.childNodes].map((node) => document.importNode(node, true)));
  document.body.append(root);
  return root;
}
afterEach(() => {
  for (const root of document.querySelectorAll('main')) root.remove();
});
const textOf = (markup: string): string => domText(page(markup)).text;

describe('the text of a document', () => {
  it.each([
    [
      'one block a line',
      '<h1>Title</h1><p>One <b>bold</b>\n word.</p>\n<div>Two<p>Three</p>Four</div>',
      'Title\nOne bold word.\nTwo\nThree\nFour',
    ],
    ['line breaks', 'a<br>b<br><br>c', 'a\nb\nc'],
    ['cells and rows', '<table><tr><th>A</th><td>1</td></tr><tr><td>B</td><td>2</td></tr></table>', 'A\t1\nB\t2'],
    ['code as it is set', '<p>x</p><pre>  if a:\n    b()\n</pre><p>y</p>', 'x\n  if a:\n    b()\n\ny'],
    [
      'no scripts, styles, fields',
      'a<script>s</script><style>t</style><noscript>n</noscript><textarea>f</textarea><template>g</template>b',
      'ab',
    ],
    ['nothing hidden', 'a<p hidden>h</p><p style="display: none">i</p><span>b</span>', 'ab'],
    ['nothing of our own', 'a<div data-lede>toolbar</div>b', 'ab'],
    [
      'what stands for an image',
      '<figure><img alt="A grey  seal"><figcaption>On the sand</figcaption></figure>',
      'A grey seal\nOn the sand',
    ],
    ['Arabic', '<p dir="rtl">مرحبا <b>بالعالم</b></p>', 'مرحبا بالعالم'],
  ])('holds %s', (_, markup, text) => {
    expect(textOf(markup)).toBe(text);
  });

  it('changes nothing', () => {
    const root = page('<p>One <b>two</b></p><pre> x </pre>');
    const before = new XMLSerializer().serializeToString(root);
    const seen: MutationRecord[] = [];
    const observer = new MutationObserver((records) => seen.push(...records));
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
    domText(root).rangeAt(1, 5);
    seen.push(...observer.takeRecords());
    observer.disconnect();
    expect(seen).toEqual([]);
    expect(new XMLSerializer().serializeToString(root)).toBe(before);
  });

  it('maps every position to a range, and every range back to the text', () => {
    const root = page(
      '<h2> The  title </h2>\n<p> One <i> two </i> three\n\n four</p><ul><li>a b</li><li> c</li></ul><pre>d\n  e</pre>',
    );
    const { text, rangeAt, offsetOf } = domText(root);
    for (let start = 0; start < text.length; start++) {
      if (/\s/.test(text.charAt(start))) continue;
      for (let end = start + 1; end <= text.length; end++) {
        if (/\s/.test(text.charAt(end - 1))) continue;
        const range = rangeAt(start, end);
        expect(range).not.toBeNull();
        if (!range) continue;
        expect(range.toString().replaceAll(/\s+/g, '')).toBe(text.slice(start, end).replaceAll(/\s+/g, ''));
        expect(offsetOf(range.startContainer, range.startOffset)).toBe(start);
        expect(offsetOf(range.endContainer, range.endOffset)).toBe(end);
      }
    }
  });

  it('maps a boundary between elements to the beginning of the next words', () => {
    const root = page('<p>One</p><p>Two</p><hr><p>Three</p>');
    const { text, offsetOf } = domText(root);
    expect(offsetOf(root, 0)).toBe(0);
    expect(offsetOf(root, 1)).toBe(text.indexOf('Two'));
    expect(offsetOf(root, 2)).toBe(text.indexOf('Three'));
    expect(offsetOf(root, 4)).toBe(text.length);
  });

  it('reads open shadow roots and slotted content', () => {
    const root = page('<section id="host"><b slot="s">slotted</b> plain</section><p>after</p>');
    const host = root.querySelector('#host');
    const shadow = host?.attachShadow({ mode: 'open' });
    const slot = document.createElement('slot');
    slot.name = 's';
    const p = document.createElement('p');
    p.append('before ', slot, ' inside');
    shadow?.append(p);
    const { text, rangeAt, piecesAt, offsetOf } = domText(root);
    expect(text).toBe('before slotted inside\nafter');
    const range = rangeAt(0, 6);
    expect(range?.startContainer.getRootNode()).toBe(shadow);
    expect(piecesAt(0, text.length).map(({ node, start, end }) => node.data.slice(start, end))).toEqual([
      'before ',
      'slotted',
      ' inside',
      'after',
    ]);
    expect(offsetOf(p.lastChild ?? p, 3)).toBe(text.indexOf('inside') + 2);
  });

  it('knows the headings and the images', () => {
    const root = page('<h1>One</h1><p>x</p><div role="heading">Two</div><p>y <img alt="seal"></p>');
    const { text, headings, imagesAt } = domText(root);
    expect(headings.map(({ start, end }) => text.slice(start, end))).toEqual(['One', 'Two']);
    expect(imagesAt(0, text.length)).toEqual([root.querySelector('img')]);
    expect(imagesAt(0, 3)).toEqual([]);
  });

  it('is read in steps of a given number of nodes', () => {
    const root = page('<p>one</p><p>two <b>three</b></p>');
    const reader = new DomReader(root, () => false);
    let steps = 1;
    while (reader.step(2)) steps++;
    expect(steps).toBeGreaterThan(2);
    expect(reader.text).toBe(domText(root).text);
  });

  it('checks once for each element whether it is hidden', () => {
    const root = page('<p class="x">a</p><p>b <i class="x">c</i></p>');
    let asked = 0;
    const { text } = domText(root, {
      isHidden: (element) => {
        asked++;
        return element.classList.contains('x');
      },
    });
    expect(text).toBe('b');
    expect(asked).toBe(4);
  });
});
