/** posts, headsOfPosts: each post of a thread keeps its author and time; an article's byline is not a post. */
import { describe, expect, it } from 'vitest';
import { headsOfPosts, posts, threads } from '../../../../../../src/core/article/judge/rules/posts.ts';
import { read } from '../../../../../../src/core/article/read.ts';
import { afterRules, judgedPage, verdictsOf } from '../../../../../fakes/judged-page.ts';

const SAID = ['I scraped the pan in May and got a week of sun.', 'Ours gave less, since the pump stood still.'];

/** The lines that stay in addition to the posts' text. */
function kept(html: string): string[] {
  const judged = judgedPage(html);
  const verdicts = verdictsOf(judged.page, (run) => SAID.some((words) => run.text === words));
  const after = afterRules([posts], judged, verdicts);
  return judged.page.runs.filter((run) => after[run.index]?.keep && !SAID.includes(run.text)).map(({ text }) => text);
}
const thread = (post: (at: number) => string) => `<main>${post(0)}${post(1)}</main>`;

describe('posts of a thread', () => {
  it("keep a line with the author's name and the time", () => {
    const post = (at: number) =>
      `<div class="topic-body"><div class="meta">
       <span class="creator"><a href="/u/pan${at}"><span>pan${at}</span></a></span>
       <time>May ${at + 1}, 2024, 4:55pm</time> <span>${at + 1}</span></div>
       <div><p>${SAID[at]}</p></div><div>1 Like</div></div>`;
    expect(kept(thread(post))).toEqual(['pan0 May 1, 2024, 4:55pm 1', 'pan1 May 2, 2024, 4:55pm 2']);
  });

  it('keep a separate name and time, without portrait, rank and edit notes', () => {
    const post = (at: number) =>
      `<article class="message message-${at}">
       <header><ul>
        <li><time datetime="2024-05-0${at + 1}">May ${at + 1}, 2024</time></li><li>#${at + 1}</li></ul></header>
       <div class="inner"><section><div><a href="/members/pan.${at}/" class="avatar">P</a></div>
       <h4><a class="username" href="/members/pan.${at}/">pan${at}</a></h4>
       <h5 class="user-title">Salt master</h5></section><div><p>${SAID[at]}</p>
       <div class="lastEdit">Last edited: <time>May 9, 2024</time></div></div></div></article>`;
    expect(kept(thread(post))).toEqual(['May 1, 2024', 'pan0', 'May 2, 2024', 'pan1']);
  });

  it('embedded in a page keep their author', () => {
    const tweet = (words: string) =>
      `<blockquote class="twitter-tweet"><p>${words}</p>— Pan (@pan)
       <a href="https://twitter.com/pan/status/1">May 1</a></blockquote>`;
    expect(kept(`<main><p>${SAID[0]}</p>${tweet(SAID[1] ?? '')}${tweet('Not kept at all.')}</main>`)).toEqual([
      '— Pan (@pan) May 1',
    ]);
  });

  it('keep names and times of nested answers', () => {
    const tagline = (at: number) =>
      `<p class="tagline"><a class="author" href="/user/pan${at}">pan${at}</a> <time>${at + 2} days ago</time></p>`;
    const thing = (at: number, answers = '') =>
      `<div class="thing"><div>${tagline(at)}<p>${SAID[at]}</p></div>${answers}</div>`;
    const html = `<main>${thing(0, `<div class="child">${thing(1)}</div>`)}</main>`;
    expect(kept(html)).toEqual(['pan0 2 days ago', 'pan1 3 days ago']);
  });

  it('do not exist on a page with one article, or without text of their own', () => {
    const byline = '<div class="meta"><a rel="author" href="/authors/ida">Ida Voss</a> <time>May 1, 2024</time></div>';
    expect(kept(`<article>${byline}<p>${SAID[0]}</p><p>${SAID[1]}</p></article>`)).toEqual([]);
    const card = (at: number) => `<div class="card"><h3>Salt ${at}</h3>${byline}</div>`;
    expect(kept(`<main><p>${SAID[0]}</p></main><aside>${card(0)}${card(1)}</aside>`)).toEqual([]);
  });
});

it('distinguishes a post in plain text from a link to an author elsewhere', () => {
  const { page } = judgedPage(
    thread(
      (at) => `<div class="post"><a class="author-link" href="https://x.example">Twitter</a><p>${SAID[at]}</p></div>`,
    ),
  );
  const verdicts = verdictsOf(page, (run) => SAID.includes(run.text));
  expect([...headsOfPosts(page, verdicts, 'https://forum.example/').keys()]).toEqual([]);
});

it('become captions, not headings, in the tree of a thread that is read as a whole', () => {
  const long = (at: number) =>
    `${SAID[at % 2]} ${SAID[(at + 1) % 2]} Nobody here calls it a craft, and answer ${at} agrees.`;
  const post = (at: number) =>
    `<article class="message"><h4 class="message-name"><a class="username" href="/members/pan.${at}/">pan${at}</a></h4>
     <div class="message-date"><time datetime="2024-05-0${at + 1}T10:00">May ${at + 1}, 2024</time></div>
     <div><p>${long(at)}</p></div></article>`;
  const html = `<title>Salt</title><main><h1>Which pan is best?</h1>${[0, 1, 2, 3].map(post).join('')}</main>`;
  const result = read(new DOMParser().parseFromString(html, 'text/html'), { url: 'https://forum.example/t/1' });
  if (!result.ok) throw new Error(result.error.kind);
  const { text, blocks, tree } = result.value;
  for (const at of [0, 1, 2, 3]) expect(text).toContain(`pan${at}\nMay ${at + 1}, 2024\n${long(at)}`);
  const kinds = blocks.filter(({ start, end }) => /^pan\d$/.test(text.slice(start, end))).map(({ kind }) => kind);
  expect(kinds).toEqual(['caption', 'caption', 'caption', 'caption']);
  expect(JSON.stringify(tree)).toMatch(/"role":"post".*"role":"byline"/);
});

const OPENING = 'The pump stops after an hour, whatever the level of the brine in the pan may be.';
const ANSWER = 'Ours stopped too until somebody cleaned the sieve behind it.';
const ARTICLE = 'Salt was made on this shore for nine hundred years, and the pans can still be seen at low water.';

const comment = (name: string, words: string, at: number) =>
  `<div class="comment"><h3><a class="author" href="/u/${name}">${name}</a></h3><div>May ${at}</div><p>${words}</p>
   <button>Reply to this post</button></div>`;

/** The lines that stay if the judge keeps only the opening post or the article. */
function keptInThread(html: string, score01 = 0.25): string[] {
  const judged = judgedPage(html);
  const verdicts = verdictsOf(judged.page, ({ text }) => text === OPENING || text === ARTICLE).map((verdict) =>
    verdict.keep ? verdict : { ...verdict, score01 },
  );
  const after = afterRules([threads], judged, verdicts);
  return judged.page.runs.filter((run) => after[run.index]?.keep).map(({ text }) => text);
}

describe('threads', () => {
  it('keep the answers to an opening post, without names, times and buttons', () => {
    expect(keptInThread(`<main>${comment('ida', OPENING, 1)}${comment('ole', ANSWER, 2)}</main>`)).toEqual([
      OPENING,
      ANSWER,
    ]);
  });

  it('leave out comments below an article, and what the judge is sure of', () => {
    const comments = comment('ida', ANSWER, 1) + comment('ole', ANSWER, 2);
    expect(keptInThread(`<main><article><p>${ARTICLE}</p></article>${comments}</main>`)).toEqual([ARTICLE]);
    expect(keptInThread(`<main>${comment('ida', OPENING, 1)}${comment('ole', ANSWER, 2)}</main>`, 0.05)).toEqual([
      OPENING,
    ]);
  });
});
