/** Teasers as cards: boxes of many kinds, with pictures, dates, names, counts and prices. */

const both = (teasers) => teasers.flatMap(({ title, excerpt }) => [title, excerpt]);
const titles = (teasers) => teasers.map(({ title }) => title);
/**
 * Cards in a container. `make` gets the class names of one card. As on real sites, they are the same for all cards, or
 * hashed for each.
 */
const cards = (holder, make, told) => (teasers, kit) => {
  const [open, close] = holder(kit);
  return {
    html: `${kit.heading()}${open}${teasers.map((teaser, at) => make(teaser, kit, at)).join('')}${close}`,
    told: told(teasers),
  };
};
const div = (kit) => [`<div${kit.cls('list', 'grid', 'related', 'feed')}>`, '</div>'];
const bare = () => ['', ''];
const list = (kit) => [`<ul${kit.cls('list', 'items', 'news')}>`, '</ul>'];
const image = ({ image: src }) => `<img src="${src}" width="320" height="180">`;

export const CARDS = {
  'card-div': cards(
    div,
    (t, k) =>
      `<div${k.cls('item', 'card')}><a href="${t.href}">${image(t)}<h3>${k.esc(t.title)}</h3></a>` +
      `<p>${k.esc(t.excerpt)}</p><span>${k.words.date()}</span></div>`,
    both,
  ),
  'card-list-item': cards(
    list,
    (t, k) =>
      `<li><a href="${t.href}">${image(t)}</a><a href="${t.href}">${k.esc(t.title)}</a><p>${k.esc(t.excerpt)}</p></li>`,
    both,
  ),
  'card-table': cards(
    () => ['<table>', '</table>'],
    (t, k) => `<tr><td>${image(t)}</td><td><a href="${t.href}">${k.esc(t.title)}</a><br>${k.esc(t.excerpt)}</td></tr>`,
    both,
  ),
  'card-table-columns': (teasers, k) => ({
    html: `<table width="100%"><tr>${teasers
      .map((t) => `<td valign="top">${image(t)}<br><b><a href="${t.href}">${k.esc(t.title)}</a></b></td>`)
      .join('')}</tr></table>`,
    told: titles(teasers),
  }),
  'card-paragraphs': cards(
    bare,
    (t, k) => `<p>${image(t)}</p><p><a href="${t.href}">${k.esc(t.title)}</a></p><p>${k.esc(t.excerpt)}</p>`,
    both,
  ),
  'card-definition': cards(
    () => ['<dl>', '</dl>'],
    (t, k) => `<dt><a href="${t.href}">${k.esc(t.title)}</a></dt><dd>${k.esc(t.excerpt)}</dd>`,
    both,
  ),
  'card-figure': cards(
    div,
    (t, k) => `<figure><a href="${t.href}">${image(t)}</a><figcaption>${k.esc(t.title)}</figcaption></figure>`,
    titles,
  ),
  'card-section': cards(
    bare,
    (t, k) =>
      `<section><h2>${k.esc(t.title)}</h2><p>${k.esc(t.excerpt)}</p><a href="${t.href}">${k.arrow}</a></section>`,
    both,
  ),
  'card-hashed-deep': cards(
    (k) => [`<div class="${k.letters(6)}"><div class="${k.letters(5)}">`, '</div></div>'],
    (t, k) =>
      `<div class="${k.letters(6)}"><div class="${k.letters(6)}"><a href="${t.href}"><div ` +
      `class="${k.letters(5)}">${k.esc(t.title)}</div></a><div ` +
      `class="${k.letters(7)}">${k.esc(t.excerpt)}</div></div></div>`,
    both,
  ),
  'card-no-class': cards(
    () => ['<div>', '</div>'],
    (t, k) => `<div><div><a href="${t.href}">${k.esc(t.title)}</a></div><div>${k.esc(t.excerpt)}</div></div>`,
    both,
  ),
  'card-no-link': cards(
    () => ['<div>', '</div>'],
    (t, k) => `<div><div>${k.esc(t.title)}</div><div>${k.esc(t.excerpt)}</div></div>`,
    both,
  ),
  'card-article': cards(
    bare,
    (t, k) =>
      `<article><header><h4><a href="${t.href}">${k.esc(t.title)}</a></h4><time>${k.words.date()}</time>` +
      `</header><p>${k.esc(t.excerpt)}</p></article>`,
    both,
  ),
  'card-whole-link': cards(
    div,
    (t, k) => `<a href="${t.href}"><div>${k.esc(t.title)}</div><div>${k.esc(t.excerpt)}</div></a>`,
    both,
  ),
  'card-details': cards(
    bare,
    (t, k) => `<details><summary>${k.esc(t.title)}</summary><p>${k.esc(t.excerpt)}</p></details>`,
    both,
  ),
  'card-spans': cards(
    bare,
    (t, k) => `<p><span><a href="${t.href}">${k.esc(t.title)}</a></span> <span>${k.words.date()}</span></p>`,
    titles,
  ),
  'pictures-and-titles': cards(
    div,
    (t, k) => `<div><a href="${t.href}">${image(t)}</a><p>${k.esc(t.title)}</p></div>`,
    titles,
  ),
  'picture-caption-title': cards(
    bare,
    (t, k) =>
      `<p>${image(t)}<br><em>${k.esc(t.excerpt.slice(0, 70))}</em></p><p><a href="${t.href}">${k.esc(t.title)}</a></p>`,
    (ts) => ts.map(({ title }) => title),
  ),
  'title-date-views': cards(
    div,
    (t, k) =>
      `<div><a href="${t.href}">${k.esc(t.title)}</a></div><div>${k.words.date()} &nbsp; ${k.words.views()}</div>`,
    titles,
  ),
  'author-then-title': cards(
    div,
    (t, k) => `<div><p>${k.words.name()}</p><p><a href="${t.href}">${k.esc(t.title)}</a></p></div>`,
    titles,
  ),
  'author-face-excerpt': cards(
    list,
    (t, k) =>
      `<li>${image(t)}<b>${k.words.name()}</b><p>${k.esc(t.title)}</p><p>${k.esc(t.excerpt)}</p>` +
      `<i>${k.words.views()}</i></li>`,
    both,
  ),
  'price-cards': cards(
    div,
    (t, k) =>
      `<div>${image(t)}<p>${k.esc(t.title)}</p><p>${k.words.price()}</p><a href="${t.href}">` +
      `<button>${k.arrow}</button></a></div>`,
    titles,
  ),
  'film-cards': cards(
    list,
    (t, k) => `<li><a href="${t.href}">▶ ${k.words.length()} ${k.esc(t.title)}</a></li>`,
    titles,
  ),
  ranking: cards(
    (k) => [`<div${k.cls('rank', 'top', 'hot')}>`, '</div>'],
    (t, k, at) =>
      `<div><em>${at + 1}</em><a href="${t.href}">${k.esc(t.title)}</a><span>${k.words.views()}</span></div>`,
    titles,
  ),
  'first-large-then-small': (teasers, k) => {
    const [first, ...rest] = teasers;
    return {
      html:
        `${k.heading()}<div>${image(first)}<h3><a href="${first.href}">${k.esc(first.title)}</a></h3>` +
        `<p>${k.esc(first.excerpt)}</p></div><ul>${rest
          .map((t) => `<li><a href="${t.href}">${k.esc(t.title)}</a></li>`)
          .join('')}</ul>`,
      told: [first.title, first.excerpt, ...titles(rest)],
    };
  },
  'box-aside': cards(
    (k) => [`<aside${k.cls('box', 'pull', 'promo')}>`, '</aside>'],
    (t, k) => `<p><a href="${t.href}">${k.esc(t.title)}</a></p>`,
    titles,
  ),
  'letter-and-titles': (teasers, k) => ({
    html:
      `<div>${k.heading()}<form><input type="email"><button>${k.arrow}</button>` +
      `</form>${teasers.map((t) => `<p><a href="${t.href}">${k.esc(t.title)}</a></p>`).join('')}</div>`,
    told: titles(teasers),
  }),
};
