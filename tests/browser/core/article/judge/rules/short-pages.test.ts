/** lengthOf, shortPages: a page of a few sentences is read, in any script; a page without any is not. */
import { describe, expect, it } from 'vitest';
import { read } from '../../../../../../src/core/article/read.ts';
import { lengthOf } from '../../../../../../src/core/article/judge/rules/short-pages.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const text = (html: string) => {
  const result = read(parse(html), { url: 'https://short.example/note' });
  return result.ok ? result.value.text : null;
};
const MENU = '<nav><a href="/">Home</a> <a href="/news">News of the day</a></nav>';
const FOOT = '<footer><p>All rights reserved by the Courier. Printed in Lindholm. Made by hand.</p></footer>';

describe('a short page', () => {
  it('of three sentences is an article', () => {
    const page =
      `${MENU}<div><h1>Fog</h1><p>The quay is shut.</p><p>No ship leaves today.</p><p>Ask again ` +
      `at six.</p></div>${FOOT}`;
    expect(text(page)?.split('\n')).toEqual(['The quay is shut.', 'No ship leaves today.', 'Ask again at six.']);
  });
  it('in Chinese needs fewer letters', () => {
    expect(text(`${MENU}<article><p>今天港口关闭，没有船只出海。</p><p>请在六点钟再来询问。</p></article>`)).toContain(
      '今天港口关闭',
    );
  });
  it('without sentences is not an article', () => {
    expect(text(`${MENU}<p>Hello.</p>`)).toBeNull();
    expect(
      text(
        `${MENU}<h1>Sign in</h1><form><p>Name</p><p>Forgot your password? Ask us.</p><p>Be quick.</p></form>${FOOT}`,
      ),
    ).toBeNull();
  });
});

describe('length', () => {
  it('depends on the script and the sentences', () => {
    const of = (html: string) => {
      const page = survey(parse(html));
      return lengthOf(
        page,
        page.runs.map(() => ({ keep: true, score01: 1, reason: 'navigation' as const })),
      );
    };
    expect(of(`<p>${'word '.repeat(25)}</p>`)).toBe('whole');
    expect(of('<p>今天港口关闭，没有船只出海。请在六点钟再来询问，谢谢大家，明天见。</p>')).toBe('whole');
    expect(of('<p>The quay is shut until the fog lifts</p><p>Ask us again later on</p>')).toBe('none');
    expect(of('<p>The quay is shut until the fog lifts.</p><p>Ask us again later on.</p>')).toBe('short');
  });
});
