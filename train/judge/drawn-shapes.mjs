/**
 * Draws the look of the teasers on a generated page. Every choice is independent: words before and after the title,
 * excerpt, details, box, links, order.
 */

/** Lines that introduce teasers, by language. Most pages have none. */
export const INTRODUCED = {
  en: [
    'Related articles',
    'You may also like',
    'Read more',
    'More stories',
    'Recommended for you',
    'Trending now',
    'Popular posts',
    'See also',
  ],
  el: ['Διαβάστε επίσης', 'Σχετικά άρθρα', 'Δείτε ακόμα', 'Περισσότερα'],
  pl: ['Czytaj także', 'Zobacz też', 'Polecamy', 'Najczęściej czytane'],
  ru: ['Читайте также', 'По теме', 'Другие новости', 'Рекомендуем'],
  zh: ['相关阅读', '推荐阅读', '热门文章', '更多新闻', '猜你喜欢'],
};
const READ_ALSO = {
  en: ['Read also: ', 'See more: ', 'Also read – ', 'Related: '],
  el: ['Διαβάστε επίσης: ', 'Δείτε: '],
  pl: ['Czytaj też: ', 'Zobacz: '],
  ru: ['Читайте также: ', 'См. также: '],
  zh: ['相关阅读：', '另见：'],
};
export const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Names of sections, and of authors, by language. */
const SECTIONS = {
  en: ['Health', 'World', 'Business', 'Sport', 'Travel', 'RunScores'],
  el: ['Υγεία', 'Κόσμος', 'Αθλητικά'],
  pl: ['Zdrowie', 'Świat', 'Sport'],
  ru: ['Здоровье', 'Мир', 'Спорт'],
  zh: ['健康', '国际', '体育', '财经'],
};
const PEOPLE = {
  en: ['Ann Whitley', 'J. Okafor', 'Staff writer'],
  el: ['Μαρία Λέκκα', 'Γ. Ράπτης'],
  pl: ['Ewa Lis', 'Redakcja'],
  ru: ['Анна Лисина', 'Редакция'],
  zh: ['张晓', '编辑部', '李敏'],
};
const numbers = [(n) => `${n}. `, (n) => `${n}、`, (n) => `(${n}) `, (n) => `${n}) `, (n) => `0${n} `];
const bullets = ['• ', '- ', '* ', '■ ', '▶ ', '» ', '→ ', '◆ '];

/** The shape that all teasers of one page share. `draw` is the maker, with `pick`, `chance`, `rand` and `hash`. */
export function drawShape(draw, plain) {
  const linked = !plain && draw.chance(0.55);
  const tail = !plain && draw.chance(0.05);
  return {
    linked,
    doubled: draw.chance(plain ? 0.35 : 0.2),
    sign: draw.chance(0.35) ? draw.pick([' | ', '_', ' - ', '丨', ' · ', ' / ', '|', ' – ']) : undefined,
    excerpt: draw.pick(['none', 'none', 'cut', 'cut', 'dots', 'whole', 'sentence']),
    untitled: draw.chance(0.08),
    titleTag: draw.pick(['p', 'p', 'p', 'h2', 'h3', 'h4', 'h5', 'div', 'strong', 'strong', 'span', 'a', 'em']),
    excerptTag: draw.pick(['p', 'p', 'div', 'span']),
    layout: plain ? 'blocks' : draw.pick(['blocks', 'blocks', 'blocks', 'blocks', 'blocks', 'breaks', 'colon']),
    prefix: draw.chance(0.2) ? draw.pick(['number', 'bullet', 'section', 'label']) : undefined,
    number: draw.pick(numbers),
    bullet: draw.pick(bullets),
    wrap: tail
      ? 'none'
      : draw.pick([
          'none',
          'none',
          'none',
          'none',
          'div',
          'li',
          'section',
          'article',
          'aside',
          'td',
          'blockquote',
          'dl',
          'a',
          'deep',
        ]),
    classes: draw.pick(['none', 'none', 'hashed', 'telling']),
    picture: !plain && draw.chance(0.25),
    date: draw.chance(0.2),
    author: draw.chance(0.08),
    views: draw.chance(0.1),
    more: linked && draw.chance(0.2),
    introduced: draw.chance(0.3),
    where: draw.pick(['end', 'end', 'middle', 'scattered', 'scattered', 'early', 'before-last']),
    inline: !plain && draw.chance(0.18),
    rule: draw.chance(0.06),
    tail,
  };
}

/** The class attribute of a part in this shape: none, a hashed name, or a descriptive one. */
const named = (draw, shape) => (telling) =>
  shape.classes === 'none' ? '' : ` class="${shape.classes === 'hashed' ? draw.hashes[telling] : telling}"`;

/** A single line with "read also" and a title. */
function readAlso(draw, other, shape, lang, href) {
  const lead = draw.pick(READ_ALSO[lang]);
  const link = (inner) => (shape.linked || draw.chance(0.5) ? `<a href="${href}">${inner}</a>` : inner);
  const name = named(draw, shape);
  const title = escape(other.title);
  return {
    strings: [other.title],
    plainLines: [`${lead}${other.title}`],
    html: draw.pick([
      `<p><strong>${lead}</strong>${link(title)}</p>`,
      `<p>${lead}${link(title)}</p>`,
      `<p><strong>${lead}${link(title)}</strong></p>`,
      `<div${name('also')}><b>${lead}</b>${link(title)}</div>`,
      `<p>${shape.linked ? link(title) : `<a href="${href}">${title}</a>`}</p>`,
      `<blockquote${name('also')}><p>${lead}</p><p>${link(title)}</p></blockquote>`,
      `<aside${name('also')}><h4>${lead}</h4>${link(title)}</aside>`,
    ]),
  };
}

function titleLine(draw, other, shape, lang, order) {
  const title = shape.sign ? draw.tagLine(other, shape.sign) : other.title;
  if (shape.prefix === 'number') return shape.number(order + 1) + title;
  if (shape.prefix === 'bullet') return shape.bullet + title;
  if (shape.prefix === 'section') return `[${draw.pick(SECTIONS[lang])}] ${title}`;
  if (shape.prefix === 'label') return draw.pick(READ_ALSO[lang]) + title;
  return title;
}

function detailsLine(draw, shape, lang) {
  const details = [];
  if (shape.author) details.push(draw.pick(PEOPLE[lang]));
  if (shape.date)
    details.push(
      `${draw.pick(['2023', '2024', '2025'])}-0${1 + Math.floor(draw.rand() * 9)}-1${Math.floor(draw.rand() * 9)}`,
    );
  if (shape.views) details.push(String(Math.floor(draw.rand() * 90_000)));
  return details.join(draw.pick([' ', ' | ', ' · ']));
}

/** One teaser as `{html, plainLines, strings}`. The `strings` must not stay in the article. */
export function drawTeaser(draw, other, shape, lang, order) {
  const href = `/${draw.pick(['a', 'news', 'post', 'p', 'story'])}/${Math.floor(draw.rand() * 90_000)}.html`;
  if (shape.inline) return readAlso(draw, other, shape, lang, href);
  const title = titleLine(draw, other, shape, lang, order);
  const text = shape.excerpt === 'none' && !shape.untitled ? undefined : draw.excerpt(other, shape.excerpt);
  const link = (inner) => (shape.linked && shape.wrap !== 'a' ? `<a href="${href}">${inner}</a>` : inner);
  const name = named(draw, shape);
  if (shape.tail) {
    const lead = shape.prefix ? '' : draw.pick(READ_ALSO[lang]);
    return { strings: [other.title], plainLines: [], html: `${lead}<a href="${href}">${escape(title)}</a>` };
  }
  const line = (tag, inner, telling) =>
    tag === 'strong' || tag === 'em'
      ? `<p><${tag}>${inner}</${tag}></p>`
      : tag === 'a' || tag === 'span'
        ? `<div><${tag}${tag === 'a' && shape.wrap !== 'a' ? ` href="${href}"` : name(telling)}>${inner}</${tag}></div>`
        : `<${tag}${name(telling)}>${inner}</${tag}>`;
  const details = detailsLine(draw, shape, lang);
  const titles = shape.untitled ? [] : shape.doubled ? [title, title] : [title];
  const picture = shape.picture ? `<img src="/i/${draw.hash()}.jpg" alt="">` : '';
  let html = shape.linked && shape.wrap !== 'a' && picture ? `<a href="${href}">${picture}</a>` : picture;
  if (text && titles.length && shape.layout !== 'blocks') {
    const between = shape.layout === 'breaks' ? draw.pick(['<br>', '<br>', '<br/>\n']) : ': ';
    const head = link(escape(titles[0]));
    html += `<${shape.excerptTag === 'div' ? 'div' : 'p'}>${
      shape.titleTag === 'strong' ? `<b>${head}</b>` : head
    }${between}${escape(text)}</${shape.excerptTag === 'div' ? 'div' : 'p'}>`;
  } else {
    for (const one of titles)
      html += line(shape.titleTag, shape.titleTag === 'a' ? escape(one) : link(escape(one)), 'title');
    if (text) {
      const more = shape.more ? ` ${link(draw.pick(['Read more', '»', '…', '>>']))}` : '';
      html += line(shape.excerptTag, (titles.length ? escape(text) : link(escape(text))) + more, 'excerpt');
    }
  }
  if (details) html += line(shape.excerptTag, details, 'date');
  return {
    strings: [...new Set([...titles, ...(text ? [text] : [])])],
    plainLines: [...titles, ...(text ? ['', text] : []), ...(details ? [details] : [])],
    html: wrapped(draw, shape, name, html, href),
  };
}

function wrapped(draw, shape, name, html, href) {
  if (shape.wrap === 'none') return html;
  if (shape.wrap === 'td') return `<table><tr><td>${html}</td></tr></table>`;
  if (shape.wrap === 'dl') return `<dl><dd>${html}</dd></dl>`;
  if (shape.wrap === 'a') return `<a href="${href}"${name('card')}>${html}</a>`;
  if (shape.wrap === 'deep') return `<div${name('card')}><div><div>${html}</div></div></div>`;
  return `<${shape.wrap}${name('card')}>${html}</${shape.wrap}>`;
}
