/**
 * Generates aggregator pages with known truth: bodies of real articles with teasers of other articles among their
 * paragraphs. Every page draws its own shape. `node train/judge/drawn-pages.mjs CORPUS_FOLDER OUT.jsonl [COUNT] [SEED]`
 */
import { writeFileSync } from 'node:fs';
import { articles } from './drawn-articles.mjs';
import { INTRODUCED, drawShape, drawTeaser, escape } from './drawn-shapes.mjs';
import { random } from '../random.mjs';

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

  others(article, count, near) {
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

  excerpt(other, how) {
    const whole = other.blocks.find(({ kind, text }) => kind === 'p' && text.length > 60)?.text ?? other.title;
    if (how === 'whole') return whole;
    if (how === 'sentence') return /^.{20,400}?[.!?。！？](?=\s|$|[^.])/u.exec(whole)?.[0] ?? whole;
    const cut = Math.max(
      30,
      Math.min(whole.length - 5, (other.lang === 'zh' ? 50 : 110) + Math.floor(this.rand() * 160)),
    );
    const head = whole
      .slice(
        0,
        this.chance(0.5) || other.lang === 'zh'
          ? cut
          : whole.lastIndexOf(' ', cut) > 20
            ? whole.lastIndexOf(' ', cut)
            : cut,
      )
      .trim();
    return how === 'dots' ? `${head}${this.pick(['…', '...', ' ...', ' […]'])}` : head;
  }

  tagLine(other, sign) {
    const words = [...other.words]
      .filter((word) => other.title.toLowerCase().includes(word) || this.chance(0.02))
      .slice(0, 3);
    return words.length ? `${other.title}${words.map((word) => `${sign}${word}`).join('')}` : other.title;
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
      const shape = drawShape(this, plain),
        count = 1 + Math.floor(this.rand() * 7);
      const made = this.others(article, count, this.chance(0.3)).map((other, order) =>
        drawTeaser(this, other, shape, article.lang, order),
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
            : `<${shape.titleTag === 'h3' ? 'h3' : 'p'}>${this.pick(INTRODUCED[article.lang])}</` +
                `${shape.titleTag === 'h3' ? 'h3' : 'p'}>`,
        );
      if (!plain && shape.wrap === 'li' && shape.where !== 'scattered') {
        const list = shape.prefix ? 'ul' : this.pick(['ul', 'ul', 'ol']);
        parts = [`<${list}>${parts.join('')}</${list}>`];
      } else if (!plain && shape.rule) parts = parts.map((part) => `${part}<hr>`);
      const gaps = pieces.length;
      if (shape.tail && !plain) tails(pieces, parts, this.rand);
      else if (shape.where === 'scattered')
        for (const part of parts) pieces.splice(1 + Math.floor(this.rand() * pieces.length), 0, part);
      else
        pieces.splice(
          shape.where === 'end'
            ? gaps
            : shape.where === 'before-last'
              ? Math.max(1, gaps - 1)
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
        `<li><a href="/c/${k}">` +
        `${escape(this.pick(this.all).title.split(/\s/).slice(0, 2).join(' ').slice(0, 18))}</a></li>`,
    ).join('');
    const foot = this.chance(0.7)
      ? `<div class="${this.pick(['footer', 'foot', this.hash()])}"><p>© 2024 ${this.pick([
          'DayDay Feed',
          'Morgenpost',
          'Feed 24',
        ])}</p></div>`
      : '';
    const info = this.chance(0.7)
      ? `<div class="${this.pick(['info', 'meta', this.hash()])}">${this.pick([
          'Release time:Apr 13, 2024 20:27 PM',
          '2024-04-13 20:27',
          'Apr 13, 2024',
          'By Staff | 3,211 views',
        ])}</div>`
      : '';
    const joined = how === 'br' ? pieces.join('\n') : pieces.join(this.pick(['', '\n']));
    return {
      ...common,
      contentType: 'text/html',
      html:
        `<!doctype html><html lang="${article.lang}"><head><meta charset="utf-8">` +
        `<title>${escape(article.title)}${this.pick([' - DayDay Feed', ' | News', ''])}</title></head><body>` +
        `<div class="${this.pick(['top', 'nav', 'header', this.hash()])}"><ul>${menu}</ul></div><div ` +
        `class="${this.pick(['wrap', 'main', this.hash()])}"><h1>${escape(article.title)}</h1>${info}<div ` +
        `class="${this.pick(['content', 'article', 'entry', 'text', this.hash(), this.hash()])}">` +
        `${joined}</div></div>${foot}</body></html>`,
    };
  }
}

/** Appends teasers to paragraphs, inside the same element. */
function tails(pieces, parts, rand) {
  for (const part of parts) {
    const long = pieces.flatMap((piece, at) => (/<\/(?:p|div)>$/.test(piece) && piece.length > 80 ? [at] : []));
    const at = long[Math.floor(rand() * long.length)];
    if (at === undefined) pieces.push(`<p>${part}</p>`);
    else pieces[at] = pieces[at].replace(/<\/(p|div)>$/, `<br>${part}</$1>`);
  }
}

/** Joins adjacent list items into one list. */
function joinLists(pieces) {
  for (let at = pieces.length - 1; at > 0; at--) {
    if (!pieces[at].startsWith('<ul><li>') || !pieces[at - 1].startsWith('<ul><li>')) continue;
    pieces.splice(at - 1, 2, pieces[at - 1].slice(0, -5) + pieces[at].slice(4));
  }
}

const [, , folder, out, count = '1200', seed = '7'] = process.argv;
const maker = new Maker(articles(folder), Number(seed));
writeFileSync(out, Array.from({ length: Number(count) }, (_, at) => JSON.stringify(maker.page(at))).join('\n') + '\n');
