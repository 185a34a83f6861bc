/** Makes aggregator pages with known truth: bodies of real articles with strangers' teasers set among their paragraphs, every shape drawn anew. `node tools/judge/drawn-pages.mjs CORPUS_FOLDER OUT.jsonl [COUNT] [SEED]` */
import { writeFileSync } from 'node:fs';
import { articles } from './drawn-articles.mjs';
import { random } from './forest.mjs';

/** Lines that introduce teasers, by language; most pages have none. */
const INTRODUCED = {
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
const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

class Maker {
  constructor(all, seed) {
    this.all = all;
    this.rand = random(seed);
    this.byLang = Map.groupBy
      ? Map.groupBy(all, (one) => one.lang)
      : all.reduce((map, one) => map.set(one.lang, [...(map.get(one.lang) ?? []), one]), new Map());
  }
  pick(list) {
    return list[Math.floor(this.rand() * list.length)];
  }
  chance(share) {
    return this.rand() < share;
  }
  hash() {
    return Array.from({ length: 6 }, () => 'abcdefghijkmnpqrstuvwxyz0123456789'[Math.floor(this.rand() * 34)]).join('');
  }

  strangers(article, count, near) {
    const others = this.byLang.get(article.lang).filter((one) => one !== article && one.title !== article.title);
    const chosen = new Set();
    while (chosen.size < Math.min(count, others.length)) {
      let best = this.pick(others);
      if (near) {
        const kin = (one) => {
          let both = 0;
          for (const word of one.words) if (article.words.has(word)) both++;
          return both / Math.sqrt(one.words.size + 1);
        };
        for (let tries = 0; tries < 25; tries++) {
          const other = this.pick(others);
          if (!chosen.has(other) && kin(other) > kin(best)) best = other;
        }
      }
      chosen.add(best);
    }
    return [...chosen];
  }

  excerpt(stranger, how) {
    const whole = stranger.blocks.find(({ kind, text }) => kind === 'p' && text.length > 60)?.text ?? stranger.title;
    if (how === 'whole') return whole;
    const cut = Math.max(
      30,
      Math.min(whole.length - 5, (stranger.lang === 'zh' ? 50 : 110) + Math.floor(this.rand() * 160)),
    );
    const head = whole
      .slice(
        0,
        this.chance(0.5) || stranger.lang === 'zh'
          ? cut
          : whole.lastIndexOf(' ', cut) > 20
            ? whole.lastIndexOf(' ', cut)
            : cut,
      )
      .trim();
    return how === 'dots' ? `${head}${this.pick(['…', '...', ' ...', ' […]'])}` : head;
  }

  tagLine(stranger, sign) {
    const words = [...stranger.words]
      .filter((word) => stranger.title.toLowerCase().includes(word) || this.chance(0.02))
      .slice(0, 3);
    return words.length ? `${stranger.title}${words.map((word) => `${sign}${word}`).join('')}` : stranger.title;
  }

  /** How this page makes all its teasers. */
  shape(plain) {
    const linked = !plain && this.chance(0.6);
    return {
      linked,
      doubled: this.chance(plain ? 0.5 : 0.25),
      sign: this.chance(0.4) ? this.pick([' | ', '_', ' - ', '丨', ' · ', ' / ']) : undefined,
      excerpt: this.pick(['none', 'none', 'cut', 'cut', 'dots', 'whole']),
      titleTag: this.pick(['p', 'p', 'h2', 'h3', 'h4', 'div', 'strong', 'span', 'a']),
      excerptTag: this.pick(['p', 'p', 'div', 'span']),
      wrap: this.pick(['none', 'none', 'none', 'div', 'li', 'section', 'article', 'aside', 'td', 'blockquote', 'dl']),
      classes: this.pick(['none', 'none', 'hashed', 'telling']),
      picture: linked && this.chance(0.3),
      date: this.chance(0.2),
      more: linked && this.chance(0.25),
      introduced: this.chance(0.3),
      where: this.pick(['end', 'end', 'middle', 'scattered', 'scattered', 'early']),
      inline: !plain && this.chance(0.2),
    };
  }

  teaser(stranger, shape, lang) {
    const title = shape.sign ? this.tagLine(stranger, shape.sign) : stranger.title;
    const parts = [title];
    if (shape.doubled) parts.push(title);
    const text = shape.excerpt === 'none' ? undefined : this.excerpt(stranger, shape.excerpt);
    const href = `/${this.pick(['a', 'news', 'post', 'p', 'story'])}/${Math.floor(this.rand() * 90000)}.html`;
    const link = (inner) => (shape.linked ? `<a href="${href}">${inner}</a>` : inner);
    const named = (telling) =>
      shape.classes === 'none' ? '' : ` class="${shape.classes === 'hashed' ? this.hashes[telling] : telling}"`;
    if (shape.inline) {
      const lead = this.pick(READ_ALSO[lang]);
      return {
        strings: [stranger.title],
        plainLines: [`${lead}${stranger.title}`],
        html: this.pick([
          `<p><strong>${lead}</strong>${link(escape(stranger.title))}</p>`,
          `<p>${lead}${link(escape(stranger.title))}</p>`,
          `<div${named('also')}><b>${lead}</b>${link(escape(stranger.title))}</div>`,
          `<p>${link(escape(stranger.title))}</p>`,
        ]),
      };
    }
    const line = (tag, inner, telling) =>
      tag === 'strong'
        ? `<p><strong>${inner}</strong></p>`
        : tag === 'a' || tag === 'span'
          ? `<div><${tag}${tag === 'a' ? ` href="${href}"` : named(telling)}>${inner}</${tag}></div>`
          : `<${tag}${named(telling)}>${inner}</${tag}>`;
    let html = shape.picture ? `<a href="${href}"><img src="/i/${this.hash()}.jpg" alt=""></a>` : '';
    for (const part of parts)
      html += line(shape.titleTag, shape.titleTag === 'a' ? escape(part) : link(escape(part)), 'title');
    const strings = [...new Set(parts)],
      plainLines = [...parts];
    if (text) {
      html += line(
        shape.excerptTag,
        escape(text) + (shape.more ? ` ${link(this.pick(['Read more', '»', '…', '>>']))}` : ''),
        'excerpt',
      );
      strings.push(text);
      plainLines.push('', text);
    }
    if (shape.date) {
      const day = `${this.pick(['2023', '2024', '2025'])}-0${1 + Math.floor(this.rand() * 9)}-1${Math.floor(this.rand() * 9)}`;
      html += line(shape.excerptTag, `${day} ${Math.floor(this.rand() * 5000)}`, 'date');
      plainLines.push(day);
    }
    if (shape.wrap !== 'none')
      html =
        shape.wrap === 'td'
          ? `<table><tr><td>${html}</td></tr></table>`
          : shape.wrap === 'dl'
            ? `<dl><dd>${html}</dd></dl>`
            : `<${shape.wrap}${named('card')}>${html}</${shape.wrap}>`;
    return { strings, plainLines, html };
  }

  body(blocks, how) {
    return blocks.map(({ kind, text }) => {
      const safe = escape(text);
      if (how === 'br') return `${safe}<br><br>`;
      if (how === 'div') return `<div>${safe}</div>`;
      if (kind === 'li') return `<ul><li>${safe}</li></ul>`;
      return kind === 'blockquote' ? `<blockquote><p>${safe}</p></blockquote>` : `<${kind}>${safe}</${kind}>`;
    });
  }

  page(at) {
    const article = this.pick(this.byLang.get(this.pick(this.chance(0.5) ? ['en'] : [...this.byLang.keys()])));
    const plain = this.chance(0.12),
      how = plain ? 'plain' : this.pick(['p', 'p', 'p', 'p', 'br', 'div']);
    this.hashes = { title: this.hash(), excerpt: this.hash(), card: this.hash(), date: this.hash(), also: this.hash() };
    const blocks = article.blocks.filter(({ text }) => text !== article.title);
    const strings = [],
      pieces = plain ? blocks.map(({ text }) => text) : this.body(blocks, how);
    if (!plain && how === 'p') joinLists(pieces);
    const without = this.chance(0.3);
    if (!without) {
      const shape = this.shape(plain),
        count = 1 + Math.floor(this.rand() * 7);
      const made = this.strangers(article, count, this.chance(0.3)).map((stranger) =>
        this.teaser(stranger, shape, article.lang),
      );
      for (const one of made) strings.push(...one.strings);
      let parts = made.map((one) =>
        plain
          ? one.plainLines.join('\n')
          : how === 'br' && shape.wrap === 'none'
            ? `${one.plainLines.filter(Boolean).map(escape).join('<br>')}<br><br>`
            : one.html,
      );
      if (shape.introduced && !shape.inline)
        parts.unshift(
          plain
            ? this.pick(INTRODUCED[article.lang])
            : `<${shape.titleTag === 'h3' ? 'h3' : 'p'}>${this.pick(INTRODUCED[article.lang])}</${shape.titleTag === 'h3' ? 'h3' : 'p'}>`,
        );
      if (!plain && shape.wrap === 'li' && shape.where !== 'scattered') parts = [`<ul>${parts.join('')}</ul>`];
      const gaps = pieces.length;
      if (shape.where === 'scattered')
        for (const part of parts) pieces.splice(1 + Math.floor(this.rand() * pieces.length), 0, part);
      else
        pieces.splice(
          shape.where === 'end'
            ? gaps
            : shape.where === 'early'
              ? 1
              : Math.max(1, Math.floor(gaps * (0.3 + this.rand() * 0.4))),
          0,
          ...parts,
        );
    }
    const id = `made-${at}`,
      common = {
        id,
        template: `${without ? 'none' : 'teasers'}-${how}-${article.lang}`,
        site: article.site,
        url: `https://feed.example/${at}`,
        title: article.title,
        body: blocks.map(({ text }) => text).join('\n'),
        teasers: [...new Set(strings)].filter((text) => text.length > 5 && !article.title.includes(text)),
      };
    if (plain)
      return {
        ...common,
        contentType: 'text/plain',
        html: [article.title, this.pick(['', 'Release time:Apr 13, 2024 20:27 PM', '2024-04-13 20:27']), ...pieces]
          .filter(Boolean)
          .join('\n\n'),
      };
    const menu = Array.from(
      { length: 4 + Math.floor(this.rand() * 5) },
      (_, k) =>
        `<li><a href="/c/${k}">${escape(this.pick(this.all).title.split(/\s/).slice(0, 2).join(' ').slice(0, 18))}</a></li>`,
    ).join('');
    const foot = this.chance(0.7)
      ? `<div class="${this.pick(['footer', 'foot', this.hash()])}"><p>© 2024 ${this.pick(['DayDay Feed', 'Morgenpost', 'Feed 24'])}</p></div>`
      : '';
    const info = this.chance(0.7)
      ? `<div class="${this.pick(['info', 'meta', this.hash()])}">${this.pick(['Release time:Apr 13, 2024 20:27 PM', '2024-04-13 20:27', 'Apr 13, 2024', 'By Staff | 3,211 views'])}</div>`
      : '';
    const joined = how === 'br' ? pieces.join('\n') : pieces.join(this.pick(['', '\n']));
    return {
      ...common,
      contentType: 'text/html',
      html: `<!doctype html><html lang="${article.lang}"><head><meta charset="utf-8"><title>${escape(article.title)}${this.pick([' - DayDay Feed', ' | News', ''])}</title></head><body><div class="${this.pick(['top', 'nav', 'header', this.hash()])}"><ul>${menu}</ul></div><div class="${this.pick(['wrap', 'main', this.hash()])}"><h1>${escape(article.title)}</h1>${info}<div class="${this.pick(['content', 'article', 'entry', 'text', this.hash(), this.hash()])}">${joined}</div></div>${foot}</body></html>`,
    };
  }
}

/** Items that follow each other stand in one list. */
function joinLists(pieces) {
  for (let at = pieces.length - 1; at > 0; at--) {
    if (!pieces[at].startsWith('<ul><li>') || !pieces[at - 1].startsWith('<ul><li>')) continue;
    pieces.splice(at - 1, 2, pieces[at - 1].slice(0, -5) + pieces[at].slice(4));
  }
}

const [, , folder, out, count = '1200', seed = '7'] = process.argv;
const maker = new Maker(articles(folder), Number(seed));
writeFileSync(out, Array.from({ length: Number(count) }, (_, at) => JSON.stringify(maker.page(at))).join('\n') + '\n');
