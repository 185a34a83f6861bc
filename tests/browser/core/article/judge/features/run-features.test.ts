/** skeleton, names, boxes, around, facts, page-facts, second, third: what the judge sees of a page. */
import { describe, expect, it } from 'vitest';
import { AT, FIRST, type FirstFact, tagCode } from '../../../../../../src/core/article/judge/features/feature-list.ts';
import { firstFacts } from '../../../../../../src/core/article/judge/features/run-features.ts';
import { isolate } from '../../../../../../src/core/article/isolate.ts';
import { Names } from '../../../../../../src/core/article/judge/features/class-names.ts';
import {
  SECOND,
  type SecondFact,
  breaksOff,
  secondFacts,
} from '../../../../../../src/core/article/judge/features/refined-features.ts';
import { skeleton } from '../../../../../../src/core/article/judge/snapshot.ts';
import { survey } from '../../../../../../src/core/article/page/survey.ts';
import { THIRD, thirdFacts } from '../../../../../../src/core/article/judge/features/stray-features.ts';
import { vocabulary } from '../../../../../../src/core/article/judge/features/vocabulary.ts';

const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const leanings = {
  names: new Map([
    ['story', 20],
    ['menu', -30],
  ]),
  words: new Map<number, number>(),
};
const long = 'The harbour master counts the boats each morning, and he writes their names down in a ledger.';

function seen(html: string) {
  const page = survey(parse(html));
  const bones = skeleton(page, page.document.title);
  const rows = firstFacts(bones, leanings);
  const at = (text: string) => {
    const index = page.runs.findIndex((run) => run.text.includes(text));
    if (index < 0) throw new Error(`no run with ${text}`);
    return index;
  };
  const fact = (text: string, name: FirstFact) => rows[at(text) * FIRST.length + AT[name]];
  return { page, bones, rows, at, fact };
}

describe('the facts of the first pass', () => {
  const { fact } = seen(`<title>Boats of the bay - Harbour News</title><body>
    <nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/t">Tides</a></li><li><a href="/w">Winds</a></li></ul></nav>
    <div class="story"><h1>Boats of the bay</h1><p>${long}</p><p>${long} <a href="/x">See</a></p>
    <h2>More</h2><p>Said twice</p><p>Said twice</p><p>Cut off in the middle of a sentence that would have gone on for a good while yet had</p></div>`);

  it('tell links, tags, headings and lists', () => {
    expect(fact('Home', 'linkShare')).toBe(1);
    expect(fact('Home', 'lists')).toBe(1);
    expect(fact('Home', 'inNav')).toBe(1);
    expect(fact('Boats of the bay', 'heading')).toBe(1);
    expect(fact('See', 'linkShare')).toBeLessThan(0.1);
    expect(fact('See', 'tag')).toBe(tagCode('p'));
  });

  it('tell what the boxes around are called', () => {
    expect(fact('Home', 'nameWorst')).toBe(-30);
    expect(fact('See', 'nameSum')).toBe(20);
  });

  it('tell the title, copies side by side, and cards of one make', () => {
    expect(fact('Boats of the bay', 'isTitle')).toBe(1);
    expect(fact('Said twice', 'copyBeside')).toBe(2);
    expect(fact('Said twice', 'copies')).toBe(2);
    expect(fact('Tides', 'cards')).toBe(3);
  });

  it('are numbers, every one', () => {
    const { rows } = seen(`<p>${long}</p><p>.</p><p>1</p><p>港</p>`);
    expect([...rows].every(Number.isFinite)).toBe(true);
  });
});

describe('the facts of the second and third pass', () => {
  it('carry the scores of neighbours, of cards and of sections', () => {
    const { bones, rows, at } = seen(`<div><h2>One</h2><p>${long}</p><p>Short line</p></div>`);
    const second = secondFacts(bones, rows, FIRST.length, Float32Array.from([0.9, 0.8, 0.1]));
    const fact = (text: string, name: SecondFact) => second[at(text) * SECOND.length + SECOND.indexOf(name)];
    expect(fact('Short line', 's')).toBeCloseTo(0.1);
    expect(fact('Short line', 's-1')).toBeCloseTo(0.8);
    expect(fact('Short line', 's+1')).toBe(-1);
    expect(fact('Short line', 'keptBefore')).toBe(1);
    expect(fact('One', 'untilKept')).toBe(0);
  });

  it('carry suspicions only of what may be content', () => {
    const { bones, rows, page } = seen(`<div><p>${long}</p><p>${long}!</p><p>Menu</p></div>`);
    const second = secondFacts(bones, rows, FIRST.length, Float32Array.from([0.9, 0.9, 0.01]));
    const width = FIRST.length + SECOND.length;
    const both = new Float32Array(page.runs.length * width);
    page.runs.forEach((_, at) => {
      both.set(rows.subarray(at * FIRST.length, (at + 1) * FIRST.length), at * width);
      both.set(second.subarray(at * SECOND.length, (at + 1) * SECOND.length), at * width + FIRST.length);
    });
    const third = thirdFacts(bones, both, Float32Array.from([0.2, 0.7, 0.9]));
    expect(third[THIRD.length + THIRD.indexOf('t-1')]).toBeCloseTo(0.2);
    expect(third[THIRD.length + THIRD.indexOf('t+1')]).toBe(-1);
    expect([...third].every(Number.isFinite)).toBe(true);
  });

  it('see where a line breaks off, in any script', () => {
    const { bones } = seen(
      `<p>${long}</p><p>${long.slice(0, -1)}</p><p>港口的主管每天早晨都会数一数停泊的船只并且把它们的名字写在一本很长的账本里面然后再去喝茶吃早饭看报纸休息一会儿再回来继续他的工作直到</p><p>港口的主管每天早晨都会数一数停泊的船只并且把它们的名字写在一本很长的账本里面然后再去喝茶吃早饭看报纸休息一会儿再回来继续他的工作直到晚上。</p>`,
    );
    expect(bones.runs.map(breaksOff)).toEqual([false, true, true, false]);
  });
});

describe('vocabulary', () => {
  it('knows a line about something else, by what the rest of the page speaks of', () => {
    const boats = [
      'The ferry and the harbour master',
      'A harbour with a ferry and a pier',
      'The pier where the ferry lies',
      'Bakers knead dough overnight',
      'The master of the ferry on the pier',
    ];
    const { bones } = seen(boats.map((text) => `<p>${text}</p>`).join(''));
    const words = vocabulary(bones.runs, () => 1);
    const kin = boats.map((_, at) => words.of(at));
    expect(Math.min(...kin)).toBe(kin[3]);
    expect(words.between(0, 1)).toBeGreaterThan(words.between(0, 3));
  });
});

describe('names', () => {
  it('splits classes in every way of writing them, and leaves numbers out', () => {
    const element = parse(
      '<div class="postBody related-posts_list x7 col-12" id="Main" role="MAIN"></div>',
    ).querySelector('div');
    if (!element) throw new Error('no div');
    expect(new Names().of(element)).toEqual([
      '<div>',
      'role=main',
      'post',
      'body',
      'related',
      'posts',
      'list',
      'col',
      'main',
    ]);
  });
});

describe('the second opinion', () => {
  it('says which boxes Readability would keep, and leaves the document as it was', () => {
    const document = parse(
      `<title>T</title><nav><a href="/">Home</a></nav><article>${`<p>${long.repeat(4)}</p>`.repeat(5)}</article>`,
    );
    const before = document.documentElement.outerHTML;
    const page = survey(document);
    const kept = isolate(page);
    expect(page.runs.filter((run) => kept?.[run.box.index] === 1)).toHaveLength(5);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
