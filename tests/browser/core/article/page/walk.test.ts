/**
 * walk: every node once, in reading order, through shadow roots, slots and frames, at any depth, without what nobody
 * reads.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { isElement, isSilent, walk } from '../../../../../src/core/article/page/walk.ts';

afterEach(() => document.body.replaceChildren());

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html').body;
/** The walk as text: `<p>`, its texts, `</p>`. */
function told(root: Element, passed?: string): string {
  let out = '';
  walk(root, {
    enter(element) {
      if (element.localName === passed) return false;
      out += `<${element.localName}>`;
      return true;
    },
    leave: (element) => (out += `</${element.localName}>`),
    text: (node) => (out += node.data),
  });
  return out;
}
const fill = (root: Node, html: string) => root.appendChild(document.createRange().createContextualFragment(html));
function placed(tag: string): HTMLElement {
  return document.body.appendChild(document.createElement(tag));
}

describe('walk', () => {
  it('visits each node once, in order, and closes every element it opened', () => {
    const html = '<div>a<p>b<em>c</em></p>d<br>e</div><p></p>';
    expect(told(parse(html))).toBe('<body><div>a<p>b<em>c</em></p>d<br></br>e</div><p></p></body>');
  });
  it('stays within its root', () => {
    const paragraph = parse('<div><p>a</p><p>b</p></div>').querySelector('p');
    expect(isElement(paragraph) && told(paragraph)).toBe('<p>a</p>');
  });
  it('skips what it is told to skip, and does not close it', () => {
    expect(told(parse('a<nav>b<p>c</p></nav>d'), 'nav')).toBe('<body>ad</body>');
    expect(told(parse('<nav>a</nav>'), 'body')).toBe('');
  });
  it('skips elements that nobody reads', () => {
    const silent =
      '<script>x</script><style>x</style><template>x</template><svg><text>x</text></svg><textarea>x' +
      '</textarea><select><option>x</select>';
    expect(told(parse(`<p>a</p>${silent}<p>b</p>`))).toBe('<body><p>a</p><p>b</p></body>');
  });
  it('reads a shadow root in place of the children, with slotted ones in their slots', () => {
    const host = placed('div');
    fill(host, '<b slot="last">z</b><i>a</i>unslotted');
    fill(
      host.attachShadow({ mode: 'open' }),
      '<p>港</p><slot></slot><hr><slot name="last"></slot><slot name="none">else</slot>',
    );
    expect(told(host)).toBe(
      '<div><p>港</p><slot><i>a</i>unslotted</slot><hr></hr><slot><b>z</b></slot><slot>else</slot></div>',
    );
  });
  it('reads a frame of the same origin and goes on after it', () => {
    const frame = placed('iframe');
    if (!(frame instanceof HTMLIFrameElement) || !frame.contentDocument) throw new Error('no frame');
    fill(frame.contentDocument.body, '<p>in</p>');
    placed('p').textContent = 'after';
    expect(told(document.body)).toBe('<body><iframe><body><p>in</p></body></iframe><p>after</p></body>');
  });
  it('skips a frame that it may not access', () => {
    const frame = placed('iframe');
    frame.setAttribute('sandbox', '');
    frame.setAttribute('srcdoc', '<p>secret</p>');
    placed('p').textContent = 'after';
    expect(told(document.body)).not.toContain('secret');
    expect(told(document.body)).toContain('<p>after</p>');
  });
  it('can walk very deep trees', () => {
    const root = document.createElement('div');
    let deepest: Element = root;
    for (let at = 0; at < 20_000; at++) deepest = deepest.appendChild(document.createElement('div'));
    deepest.append('bottom');
    let depth = 0;
    let found = 0;
    walk(root, {
      enter: () => ++depth > 0,
      leave: () => depth--,
      text: () => (found = depth),
    });
    expect([found, depth]).toEqual([20_001, 0]);
  });
  it('is not misled by a form whose fields are called like its own properties', () => {
    const body = parse(
      '<form><input name="nodeName"><input name="nextSibling"><input name="firstChild"><p>a</p></form><p>b</p>',
    );
    expect(told(body)).toContain('<p>a</p>');
    expect(told(body)).toContain('<p>b</p>');
  });
});

describe('isSilent', () => {
  const silent = (html: string) => {
    const element = parse(`<main>${html}</main>`).querySelector('main > *');
    return isElement(element) && isSilent(element);
  };
  it('reads TeX kept in a script, and no other script', () => {
    const script = document.createElement('script');
    expect(isSilent(script)).toBe(true);
    script.type = 'math/tex; mode=display';
    expect(isSilent(script)).toBe(false);
  });
  it('leaves out the second drawing of a formula, by its exact class', () => {
    const drawn = parse('<b><i class="katex-mathml">a</i><span class="x katex-html">a</span></b>').querySelector(
      'span',
    );
    expect(drawn && isSilent(drawn)).toBe(true);
    expect(silent('<span class="katex-html-like">a</span>')).toBe(false);
    expect(silent('<p class="katex-html">a</p>')).toBe(false);
  });
  it("reads a noscript with the page's content, but not one with a notice", () => {
    expect(silent('<noscript><p>Turn scripts on.</p></noscript>')).toBe(true);
    expect(silent(`<noscript><p>${'港口的主管每天数船。'.repeat(30)}</p></noscript>`)).toBe(false);
  });
});
