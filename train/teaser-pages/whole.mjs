/**
 * Pages without teasers that look as if they had some: lists of links, dates and titles that are the article itself.
 * Each takes an article, similar articles and the kit, and returns `{html, body}` of the part after, or instead of, the
 * article's own blocks.
 */
import { sharedWords01 } from './teasers.mjs';

const sentences = (article) =>
  article.blocks
    .filter(({ kind }) => kind === 'p')
    .flatMap(({ text }) => text.match(/[^.!?。！？।]+[.!?。！？।]*/gu) ?? [])
    .map((text) => text.trim())
    .filter((text) => text.length > 12);
const plain = (article, kit) => article.blocks.map((block) => kit.block(block)).join('');
const bodyOf = (article) => article.blocks.map(({ text }) => text);
/** Makes elements from texts, and collects the lines that they add to the body. */
const maker = (kit) => {
  const body = [];
  return {
    body,
    el: (tag, text, inner) => {
      body.push(text);
      return `<${tag}>${inner ?? kit.esc(text)}</${tag}>`;
    },
  };
};
const year = (kit) => String(kit.whole(1968, 2024));
const HEADINGS = { references: 'References', notes: 'Notes', reading: 'Further reading', films: 'Filmography' };

/** An entry of a reference list, in the style of one of several disciplines. */
function reference(other, kit, at) {
  const [name, title, when] = [kit.words.name(), other.title, year(kit)];
  return kit.pick([
    () => ({ text: `${name} (${when}). ${title}. ${kit.words.site()}, ${at + 3}(2), 11–${at + 30}.`, link: '' }),
    () => ({ text: `[${at + 1}] ${name}: ${title}, ${when}`, link: title }),
    () => ({ text: `^ ${title}. ${kit.words.site()}. ${when}.`, link: title }),
    () => ({
      text: `${title}, https://archive.example/${kit.letters(5)}`,
      link: `https://archive.example/${kit.letters(5)}`,
    }),
  ])();
}
const linked = ({ text, link }, kit) =>
  link && text.includes(link)
    ? kit.esc(text).replace(kit.esc(link), `<a href="https://source.example/${kit.letters(6)}">${kit.esc(link)}</a>`)
    : kit.esc(text);

/** Kinds that follow an article. */
const AFTER = {
  references(article, near, kit) {
    const { body, el } = maker(kit);
    const head = el('h2', HEADINGS.references);
    const items = near.slice(0, kit.whole(4, 10)).map((other, at) => reference(other, kit, at));
    const list = items.map((item) => el('li', item.text, linked(item, kit))).join('');
    return { html: `${head}<ol>${list}</ol>`, body };
  },
  footnotes(article, near, kit) {
    const { body, el } = maker(kit);
    const notes = sentences(article).slice(0, kit.whole(3, 6));
    const marked = (text, n) => `<sup id="fn${n}">${n}.</sup> ${kit.esc(text)} <a href="#ref${n}">↩</a>`;
    const lines = notes.map((text, at) => el('p', `${at + 1}. ${text} ↩`, marked(text, at + 1)));
    return {
      html: `<hr>${lines.join('')}`,
      body: body.map((line) => line.replace(/ ↩$/, '')),
    };
  },
  'further-reading'(article, near, kit) {
    const { body, el } = maker(kit);
    const head = el('h3', HEADINGS.reading);
    const list = near.slice(0, kit.whole(3, 6)).map((other) => {
      const why = kit.pick(sentences(article)) ?? '';
      return el(
        'li',
        `${other.title} – ${why}`,
        `<a href="https://books.example/${kit.letters(5)}">${kit.esc(other.title)}</a> – ${kit.esc(why)}`,
      );
    });
    return { html: `${head}<ul>${list.join('')}</ul>`, body };
  },
  filmography(article, near, kit) {
    const { body, el } = maker(kit);
    const head = el('h2', HEADINGS.films);
    const films = near.slice(0, kit.whole(5, 12)).map((other) => `${other.title.slice(0, 60)} (${year(kit)})`);
    return { html: `${head}<ul>${films.map((film) => el('li', film, `<i>${kit.esc(film)}</i>`)).join('')}</ul>`, body };
  },
  signature(article, near, kit) {
    const { body, el } = maker(kit);
    return { html: `${el('p', kit.words.name())}${el('p', kit.words.sections(2).join(', '))}`, body };
  },
};

/** Kinds that replace the article, made of its sentences. */
const INSTEAD = {
  listicle(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    const html = near.slice(0, kit.whole(4, 8)).map((other, at) => {
      const title = `${at + 1}. ${other.title}`;
      const head = el(
        'h2',
        title,
        `${at + 1}. <a href="https://shop.example/${kit.letters(5)}">${kit.esc(other.title)}</a>`,
      );
      return head + el('p', lines.slice(at * 3, at * 3 + 3).join(' ') || other.blocks[0].text);
    });
    return { html: el('p', lines.slice(-2).join(' ')) + html.join(''), body };
  },
  'questions-and-answers'(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    const html = near
      .slice(0, kit.whole(4, 7))
      .map(
        (other, at) =>
          el('h3', `${other.title.replace(/[.!?]$/, '')}?`) +
          el('p', lines.slice(at * 2, at * 2 + 3).join(' ') || other.blocks[0].text),
      );
    return { html: html.join(''), body };
  },
  recipe(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    const things = lines
      .slice(0, 7)
      .map((line) => `${kit.whole(1, 500)} g ${line.split(/\s+/).slice(0, 3).join(' ').slice(0, 24)}`);
    const intro = el('p', lines.slice(-3).join(' '));
    const list = `<ul>${things.map((thing) => el('li', thing)).join('')}</ul>`;
    return {
      html: `${intro}${list}<ol>${lines
        .slice(7, 14)
        .map((line) => el('li', line))
        .join('')}</ol>`,
      body,
    };
  },
  'live-blog'(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    let minute = 17 * 60 + 40;
    const html = Array.from({ length: kit.whole(6, 10) }, (_, at) => {
      minute -= kit.whole(3, 24);
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const title = (near[at]?.title ?? article.title).slice(0, 70);
      return (
        `<div>${el('time', time)}${kit.maybe(0.6) ? el('h3', title) : ''}` +
        `${el('p', lines.slice(at * 2, at * 2 + 2).join(' ') || article.title)}</div>`
      );
    });
    return { html: html.join(''), body };
  },
  transcript(article, near, kit) {
    const { body, el } = maker(kit);
    const [one, two] = [kit.words.name(), kit.words.name()];
    return {
      html: sentences(article)
        .slice(0, 26)
        .map((line, at) =>
          el('p', `${at % 2 ? one : two}: ${line}`, `<b>${kit.esc(at % 2 ? one : two)}:</b> ${kit.esc(line)}`),
        )
        .join(''),
      body,
    };
  },
  interview(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    return {
      html: lines
        .slice(0, 8)
        .map(
          (line, at) =>
            el('p', `${line.replace(/[.。]$/, '')}?`, `<strong>${kit.esc(`${line.replace(/[.。]$/, '')}?`)}</strong>`) +
            el('p', lines.slice(8 + at * 2, 10 + at * 2).join(' ') || article.title),
        )
        .join(''),
      body,
    };
  },
  'essay-full-of-links'(article, near, kit) {
    const body = bodyOf(article);
    const html = article.blocks.map(({ kind, text }) => {
      const parts = text.split(/(?<=[,，、;] )/);
      const inner = parts
        .map((part) =>
          part.length > 12 && kit.maybe(0.45)
            ? `<a href="https://other.example/${kit.letters(5)}">${kit.esc(part)}</a>`
            : kit.esc(part),
        )
        .join('');
      return kind === 'h' ? `<h2>${kit.esc(text)}</h2>` : `<p>${inner}</p>`;
    });
    return { html: html.join(''), body };
  },
  glossary(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    const terms = near.slice(0, 10).map(
      (other, at) =>
        el(
          'dt',
          other.title
            .split(/[\s:：,，]/)
            .slice(0, 2)
            .join(' ')
            .slice(0, 24),
        ) + el('dd', lines[at] ?? other.blocks[0].text.slice(0, 160)),
    );
    return { html: `${el('p', lines.slice(-3).join(' '))}<dl>${terms.join('')}</dl>`, body };
  },
  poem(article, near, kit) {
    const lines = sentences(article)
      .map((line) => line.slice(0, 48).replace(/[\s,，]\S*$/, ''))
      .slice(0, 24);
    return {
      html: [0, 6, 12, 18]
        .map(
          (at) =>
            `<p>${lines
              .slice(at, at + 6)
              .map((line) => kit.esc(line))
              .join('<br>')}</p>`,
        )
        .join(''),
      body: lines,
    };
  },
  changelog(article, near, kit) {
    const { body, el } = maker(kit);
    const lines = sentences(article);
    const html = Array.from({ length: 5 }, (_, at) => {
      const head = el('h3', `v${5 - at}.${kit.whole(0, 9)}.0 (20${24 - at}-0${at + 1}-1${at})`);
      return `${head}<ul>${lines
        .slice(at * 3, at * 3 + 3)
        .map((line) =>
          el('li', line, kit.maybe(0.5) ? `${kit.esc(line)} <a href="/issues/${at}">#${100 + at}</a>` : kit.esc(line)),
        )
        .join('')}</ul>`;
    });
    return { html: html.join(''), body: body.slice() };
  },
  thread(article, near, kit) {
    const { body, el } = maker(kit);
    const html = [article, ...near.slice(0, 4)].map((other) => {
      const text = other.blocks
        .filter(({ kind }) => kind === 'p')
        .slice(0, 2)
        .map((block) => block.text);
      const user = `<div class="user"><a href="/u/${kit.letters(4)}">${kit.letters(7)}</a></div>`;
      return `<div class="post">${user}<div class="message">${text.map((line) => el('p', line)).join('')}</div></div>`;
    });
    return { html: html.join(''), body };
  },
  timetable(article, near, kit) {
    const { body, el } = maker(kit);
    const intro = sentences(article)
      .slice(0, 5)
      .map((line) => el('p', line))
      .join('');
    const rows = near.slice(0, 8).map((other, at) => {
      const cells = [`${9 + at}:00`, other.title.slice(0, 60), kit.words.name()];
      body.push(...cells);
      return `<tr>${cells.map((cell) => `<td>${kit.esc(cell)}</td>`).join('')}</tr>`;
    });
    return { html: `${intro}<table>${rows.join('')}</table>`, body };
  },
  untouched(article, near, kit) {
    return { html: plain(article, kit), body: bodyOf(article) };
  },
  'headings-and-links-of-its-own'(article, near, kit) {
    const { body, el } = maker(kit);
    const heads = article.blocks.filter(({ kind }) => kind === 'h');
    const contents =
      heads.length > 1
        ? `<ul>${heads.map(({ text }, at) => `<li><a href="#s${at}">${kit.esc(text)}</a></li>`).join('')}</ul>`
        : '';
    const html = article.blocks.map(({ kind, text }) => el(kind === 'h' ? 'h2' : 'p', text)).join('');
    return { html: contents + html, body };
  },
};

export const WHOLE = [...Object.keys(AFTER), ...Object.keys(INSTEAD)];

/** The inner HTML of a page that must stay whole, with the lines of its body. */
export function wholePage(kind, article, pool, kit) {
  const near = kit
    .sample(
      pool.filter((other) => other !== article && other.title !== article.title),
      40,
    )
    .toSorted((a, b) => sharedWords01(article, b) - sharedWords01(article, a));
  if (AFTER[kind]) {
    const { html, body } = AFTER[kind](article, near, kit);
    return { html: plain(article, kit) + html, body: [...bodyOf(article), ...body] };
  }
  return INSTEAD[kind](article, near, kit);
}
