/** isHeadingFurniture: a heading has its own words, without attached links and buttons. */
import { describe, expect, it } from 'vitest';
import { survey } from '../../../../../src/core/article/page/survey.ts';

const says = (inside: string) =>
  survey(new DOMParser().parseFromString(`<h2>${inside}</h2>`, 'text/html')).runs.map(({ text }) => text);

describe('a heading', () => {
  it.each([
    'History<span class="mw-editsection"><span>[</span><a href="/edit">edit</a><span>]</span></span>',
    'History<a class="headerlink" href="#history">¶</a>',
    '<a href="#history">#</a> History',
    'History <a href="#history" aria-label="Permalink">🔗</a>',
    'History <a class="heading-anchor" href="#history">Link</a>',
    'History<button>Copy link</button>',
    '<a class="header-anchor" href="#history">History</a>',
    '<a href="#history">History</a>',
  ])('says its words alone: %s', (inside) => expect(says(inside)).toEqual(['History']));
  it('has no edit link in it, and a term of a list keeps its words', () => {
    const lines = (html: string) =>
      survey(new DOMParser().parseFromString(html, 'text/html')).runs.map(({ text }) => text);
    const edit = '<span class="mw-editsection"><span>[</span><a href="/edit">edit</a><span>]</span></span>';
    expect(lines(`<div class="mw-heading"><h2>History</h2>${edit}</div><p>Salt.</p>`)).toEqual(['History', 'Salt.']);
    expect(lines('<dl><dt>open(path)<a class="headerlink" href="#open">¶</a></dt><dd>Opens.</dd></dl>')).toEqual([
      'open(path)',
      'Opens.',
    ]);
  });
  it('keeps words that are links, and numbers', () => {
    expect(says('The <a href="/edit">edit</a> war of <a href="#1">1806</a>')).toEqual(['The war of 1806']);
    expect(says('<span>2.</span> Editing')).toEqual(['2. Editing']);
  });
});
