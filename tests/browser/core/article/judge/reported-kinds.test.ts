/**
 * Kinds of pages that readers of other tools reported: linked paragraphs, comments longer than the article, hidden
 * notices.
 */
import { describe, expect, it } from 'vitest';
import { read } from '../../../../../src/core/article/read.ts';

const url = 'https://courier.example/2024/lighthouse';
const story = [
  'A lighthouse is a tall house with one lamp, and its whole work is to say where the rocks are when nobody ' +
    'can see them.',
  'The keeper of the old days trimmed the wick every four hours, and wrote into his book how much oil each ' +
    'night had taken.',
  'When the lamp was made electric the book went on for eleven years, because nobody had told the last keeper to stop.',
  'Ships find their way by satellites now. Yet three captains of ten look for the light before they turn ' +
    'into the sound.',
  'In fog a lamp is of little use, and so the house was given a horn, which the village learned to sleep ' +
    'through in a month.',
];
const parse = (html: string) => new DOMParser().parseFromString(html, 'text/html');
const page = (inside: string, before = '', after = '') =>
  parse(
    `<!doctype html><html lang="en"><head><title>The house with one lamp</title></head><body>${before}
  <header><a href="/">Courier</a><nav><ul><li><a href="/sea">Sea</a></li><li><a href="/town">Town</a></li>` +
      `</ul></nav></header>
  <main><article><h1>The house with one lamp</h1><div class="q1">${inside}</div></article>${after}</main>
  <footer><p><a href="/terms">Terms of use</a></p></footer></body></html>`,
  );
function textOf(document: Document, isHidden?: (element: Element) => boolean): string {
  const result = read(document, { url, isHidden });
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.text;
}
const paragraphs = story.map((text) => `<p>${text}</p>`).join('');

describe('a paragraph that is one link', () => {
  const linked = 'The inspectors wrote in March that the lamp had been trusted for forty years and tested only twice.';
  it.each([
    ['in a box of its own make', (html: string) => `<div class="Wrap-x1"><p class="pay">${html}</p></div>`],
    ['as a bare paragraph', (html: string) => `<p>${html}</p>`],
    [
      'in nested boxes with a class each',
      (html: string) => `<div class="a${html.length}"><div><p>${html}</p></div></div>`,
    ],
  ])('stays %s', (_, set) => {
    const all = story
      .map((text, at) => (at === 2 ? set(`<a href="/2024/report">${linked}</a>`) : '') + set(text))
      .join('');
    const text = textOf(page(all));
    for (const one of [...story, linked]) expect(text).toContain(one);
  });
});

describe('paragraphs dense with links', () => {
  it('stay if they are in the middle of the text', () => {
    const link = (words: string, at: number) => `<a href="https://j.example.org/${at}">${words}</a>`;
    const dense = [
      `Lamps of lighthouses were found to be ${link('weaker in frost', 1)}, ${link(
        'stronger after rest',
        2,
      )} and ${link('quick to rust', 3)}, according to ${link('tests in three harbours', 4)}.`,
      `Keepers trust ${link('the bell of the clock', 5)}, ${link('the horn', 6)} and ${link('their own eyes', 7)}.`,
    ];
    const set = (html: string) => `<div data-part="text" class="sc-a"><p class="sc-b">${html}</p></div>`;
    const all = [...story.slice(0, 3), ...dense, ...story.slice(3)].map(set).join('');
    const text = textOf(page(all));
    for (const one of [...story, 'weaker in frost', 'tests in three harbours', 'the bell of the clock'])
      expect(text).toContain(one);
  });
});

describe('comments longer than the article', () => {
  const names = ['Tove', 'Ivo', 'Merl', 'Asa', 'Nils', 'Ruth', 'Ola', 'Pia', 'Sten', 'Vera'];
  const said = (name: string, at: number) => [
    `I read this on the ferry, ${name} here, and it made me think of the winter when I was ${20 + at} and ` +
      'gave up rowing for good.',
    'What helped me was an old teacher, and I wonder whether you would say the same. Thank you for putting ' +
      'it so well, as ever.',
  ];
  const makes: [string, (name: string, at: number) => string, (units: string) => string][] = [
    [
      'a list of terms',
      (name, at) =>
        `<dt class="comment"><span>${name}</span> <a href="#c${at}">March ${at + 1}, 2017 at 1:20 am</a>` +
        `</dt><dd class="comment">${said(name, at)
          .map((text) => `<p>${text}</p>`)
          .join('')}<p><a href="?reply=${at}#respond">Reply</a></p></dd>`,
      (units) => `<div id="comments"><dl>${units}</dl></div>`,
    ],
    [
      'boxes with classes that say nothing',
      (name, at) =>
        `<div class="x9f"><div class="k2">${name}</div><div class="k3">${at + 2} hours ago</div><div class="k4">${said(
          name,
          at,
        ).join(' ')}</div><div class="k5"><a href="#r${at}">Reply</a></div></div>`,
      (units) => `<div class="zz1">${units}</div>`,
    ],
    [
      'items with a time element and a button',
      (name, at) =>
        `<li class="u"><p><b>${name}</b> <time datetime="2024-05-0${(at % 9) + 1}">${(at % 9) + 1} May 2024` +
        `</time></p><p>${said(name, at).join(' ')}</p><button>Antworten</button></li>`,
      (units) => `<section><ol>${units}</ol></section>`,
    ],
  ];
  it.each(makes)('are removed if they are %s, and the article stays', (_, unit, box) => {
    const text = textOf(page(paragraphs, '', box(names.map(unit).join(''))));
    for (const one of story) expect(text).toContain(one);
    expect(text).not.toContain('gave up rowing');
    expect(text).not.toContain('Thank you for putting it so well');
  });

  it('are the article if the page has nothing else', () => {
    const [, unit = () => ''] = makes[1] ?? [];
    const posts = names.map((name, at) => unit(name, at)).join('');
    const html =
      '<!doctype html><html lang="en"><head><title>Who gave up rowing?</title></head><body><main>' +
      `<h1>Who gave up rowing?</h1><div class="zz1">${posts}</div></main></body></html>`;
    const text = textOf(parse(html));
    for (const name of names) expect(text).toContain(`${name} here`);
  });
});

describe('what the page hides', () => {
  const notice = [
    '<h2>We value your privacy</h2>',
    '<p>We and our partners store and read information on a device, such as cookies, and work with personal ' +
      'data to measure advertising.</p>',
    '<p>With your leave we and our partners may use exact places and find a device by scanning it, which ' +
      'helps us to learn about readers.</p>',
    '<p>You may press the button to agree to what we and our partners do, or press the other one to say no, ' +
      'or read more first.</p>',
  ].join('');
  const steps = [1, 2, 3, 4]
    .map(
      (step) =>
        `<section><h2>Step ${step}: Bend</h2><div><p>Bend the edge over a batten until it stands.</p></div></section>`,
    )
    .join('');
  const short = `<p>The tray keeps bits beside the drill and takes an hour to make.</p>${steps}`;
  it.each([
    ['style', `<div style="display:none"><div>${notice}</div></div>`],
    ['the hidden attribute', `<div hidden>${notice}</div>`],
    ['a closed dialog', `<dialog>${notice}</dialog>`],
    ['visibility', `<div style="visibility: hidden">${notice}</div>`],
  ])('by %s stays out of short steps', (_, hidden) => {
    const text = textOf(page(short, hidden));
    expect(text).toContain('takes an hour to make');
    expect(text).toContain('Step 3: Bend');
    expect(text).not.toContain('partners');
    expect(text).not.toContain('privacy');
  });
  it('with computed styles is left out', () => {
    const document = page(short, `<div class="veil">${notice}</div>`);
    const text = textOf(document, (element) => element.classList.contains('veil'));
    expect(text).toContain('Step 3: Bend');
    expect(text).not.toContain('partners');
  });
});
