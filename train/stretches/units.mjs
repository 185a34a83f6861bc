/**
 * Content that is inserted into an article: units of title, excerpt and details, second articles, pictures of other
 * stories, single lines. Every choice is drawn independently.
 */
import { INSERTED, LABELS } from './inserted-words.mjs';

const CONTAINERS = ['none', 'none', 'none', 'div', 'div', 'list', 'ol', 'table', 'section', 'quote', 'p-br', 'dl'];
const JOINS = ['own', 'own', 'own', 'br', 'line', 'spans'];
const SEPARATORS = [': ', ' – ', ' | ', ' ', ' — ', '：', ' » ', '_', ' / '];
const BULLETS = ['• ', '· ', '■ ', '- ', '* ', '◆ ', '» ', '▶ ', '→ ', '>> ', '# ', '☆ ', '[+] '];

/** Draws the look that all units of one group share. */
export function drawMake(kit) {
  const { pick, maybe } = kit;
  const slots = ['title'];
  const how = kit.next();
  if (how < 0.5) slots.push('excerpt');
  else if (how < 0.62) slots.splice(0, 1, 'excerpt');
  else if (how < 0.7) slots.push('title');
  else if (how < 0.78) slots.push('title', 'excerpt');
  if (maybe(0.2)) slots.push('date');
  if (maybe(0.06)) slots.push('time');
  if (maybe(0.12)) slots.push('views');
  if (maybe(0.12)) slots.push('author');
  if (maybe(0.12)) slots.unshift('section');
  if (maybe(0.1)) slots.push('more');
  if (maybe(0.1)) slots.unshift('date');
  if (maybe(0.06)) slots.push('tags');
  return {
    slots,
    join: pick(JOINS),
    separator: pick(SEPARATORS),
    container: pick(CONTAINERS),
    around: pick(['none', 'none', 'div', 'section', 'aside', `x-${kit.letters(5)}`]),
    rule: maybe(0.1),
    link: pick(['none', 'none', 'none', 'title', 'title', 'all', 'excerpt', 'click']),
    tag: pick(['p', 'p', 'p', 'div', 'h3', 'h4', 'h2', 'b', 'span']),
    excerptTag: pick(['p', 'p', 'div', 'span']),
    prefix: pick(['none', 'none', 'none', 'none', 'number', 'bullet', 'label', 'section', 'bracket', 'clock', 'date']),
    suffix: pick(['none', 'none', 'none', 'none', 'none', 'tags', 'site', 'length', 'section', 'views', 'date']),
    bullet: pick(BULLETS),
    label: pick(kit.halfOf(LABELS[kit.lang] ?? LABELS.en)),
    excerpt: pick(['broken', 'dots', 'dots', 'sentence', 'sentence', 'paragraph', 'two', 'middle']),
    image: maybe(0.12),
    href: pick(['/a/#.html', '/#', '/news/#', '/p?id=#', 'https://other.example/#', '/#-x', '/art-#.htm']),
    mark: pick(['.', '、', ')', ' -', '']),
    name: kit.letters(6),
    hidden: pick(['', 'cls', 'cls']),
    /** Formatted exactly like the article's own paragraphs, so that only the words and their order differ. */
    camouflaged: maybe(0.45),
    upper: maybe(0.04),
    brackets: maybe(0.05) ? pick(['【】', '[]', '“”', '《》']) : '',
  };
}

const cut = (text, size, lang) => {
  const head = text.slice(0, size);
  return (/^(?:zh|ja|th)/.test(lang) ? head : head.replace(/\s+\S*$/, '')).replace(/[\p{P}\s]+$/u, '');
};

function excerptOf(other, make, kit) {
  const list = other.blocks.filter(({ kind, text }) => kind === 'p' && text.length > (kit.unspaced ? 30 : 70));
  const text = kit.pick(list)?.text ?? other.title;
  const scale = kit.unspaced ? 1 / 3 : 1;
  const size = Math.round(kit.whole(80, 330) * scale);
  if (make.excerpt === 'paragraph') return text.slice(0, 1200);
  if (make.excerpt === 'sentence') return kit.sentences(text).find((one) => one.length > 25 * scale) ?? text;
  if (make.excerpt === 'two')
    return kit
      .sentences(text)
      .slice(0, 2)
      .join(kit.unspaced ? '' : ' ');
  if (make.excerpt === 'middle') return cut(text.slice(kit.whole(5, 60)), size, kit.lang);
  const head = cut(text, size, kit.lang);
  return make.excerpt === 'dots' ? `${head}${kit.pick(['...', '…', ' …', '……', ' [...]'])}` : head;
}

function titleOf(other, make, kit, at) {
  let title = other.title.replace(/\s+/g, ' ').trim();
  if (kit.maybe(0.05) && title.length > 30) title = `${cut(title, Math.floor(title.length * 0.7), kit.lang)}…`;
  if (make.upper) title = title.toUpperCase();
  if (make.brackets) title = make.brackets[0] + title + make.brackets[1];
  const tags = kit.tagsOf(other);
  const [section] = kit.words.sections(1);
  const prefixes = {
    none: '',
    number: `${at + 1}${make.mark} `,
    bullet: make.bullet,
    label: `${kit.fill(make.label)}${kit.pick([': ', ' | ', ' '])}`,
    section: `${section}${make.separator}`,
    bracket: `[${section}] `,
    clock: `${kit.words.length().padStart(5, '1')} `,
    date: `${kit.words.date()}${kit.pick([' ', ' ', ' – ', ': '])}`,
  };
  const suffixes = {
    none: '',
    tags: tags.map((tag) => `${make.separator}${tag}`).join(''),
    site: `${make.separator}${kit.words.site()}`,
    length: ` (${kit.words.length()})`,
    section: `${make.separator}${section}`,
    views: ` ${kit.words.views()}`,
    date: `${kit.pick([' ', make.separator])}${kit.maybe(0.3) ? `${kit.words.site()}, ` : ''}${kit.words.date()}`,
  };
  return prefixes[make.prefix] + title + suffixes[make.suffix];
}

function textOf(slot, other, make, kit, at) {
  if (slot === 'title') return titleOf(other, make, kit, at);
  if (slot === 'excerpt') return excerptOf(other, make, kit);
  if (slot === 'date') return kit.words.date();
  if (slot === 'time') return kit.minutes();
  if (slot === 'views') return `${kit.maybe(0.5) ? `${kit.words.date()} ` : ''}${kit.words.views()}`;
  if (slot === 'author') return kit.words.name();
  if (slot === 'section') return kit.words.sections(1)[0];
  if (slot === 'tags')
    return kit
      .tagsOf(other)
      .map((tag) => `#${tag}`)
      .join(' ');
  return kit.fill(kit.pick(kit.halfOf(LABELS[kit.lang] ?? LABELS.en)));
}

/** One unit: its lines of text and its HTML. */
export function drawUnit(other, make, kit, at) {
  const href = make.href.replace('#', kit.letters(6));
  const parts = make.slots
    .map((slot) => ({ slot, text: textOf(slot, other, make, kit, at) }))
    .filter(({ text }) => text);
  const linked = ({ slot, text }) => {
    const safe = kit.esc(text);
    const goes = make.link === 'all' || make.link === slot || slot === 'more';
    if (make.link === 'click') return `<span onclick="go('${href}')">${safe}</span>`;
    return goes && make.link !== 'none' ? `<a href="${href}">${safe}</a>` : safe;
  };
  const image = make.image ? `<img src="/t/${kit.letters(5)}.jpg" width="120" height="80" alt="">` : '';
  const cls = (part) => (make.hidden ? ` class="${make.name}${part.slice(0, 2)}"` : '');
  const element = (part) => {
    if (make.camouflaged) return kit.paragraph(part.text, linked(part));
    const tag = part.slot === 'title' ? make.tag : make.excerptTag;
    if (tag === 'b') return `<p><b>${linked(part)}</b></p>`;
    const block = tag === 'span' ? 'div' : tag;
    return `<${block}${cls(part.slot)}>${linked(part)}</${block}>`;
  };
  const joined = {
    own: () => parts.map(element).join(''),
    br: () => `<p${cls('br')}>${parts.map(linked).join('<br>')}</p>`,
    line: () => `<p${cls('ln')}>${parts.map(linked).join(make.separator)}</p>`,
    spans: () => `<p${cls('sp')}>${parts.map((part) => `<span${cls(part.slot)}>${linked(part)}</span>`).join(' ')}</p>`,
  };
  const lines =
    make.join === 'line' ? [parts.map(({ text }) => text).join(make.separator)] : parts.map(({ text }) => text);
  const inner = image + joined[make.join]();
  if (make.camouflaged) {
    if (make.join === 'own') return { lines, html: parts.map(element).join('') };
    const separator = make.join === 'br' ? '<br>' : make.join === 'line' ? make.separator : ' ';
    const text = parts.map((part) => part.text).join(separator);
    const own = make.join === 'br' ? lines : [text];
    return { lines: own, html: kit.paragraph(text, parts.map(linked).join(separator)) };
  }
  if (make.container === 'dl')
    return {
      lines,
      html: `<dt>${linked(parts[0])}</dt>${parts
        .slice(1)
        .map((part) => `<dd>${linked(part)}</dd>`)
        .join('')}`,
    };
  if (make.container === 'table')
    return {
      lines,
      html: `<tr>${image ? `<td>${image}</td>` : ''}${parts.map((part) => `<td>${linked(part)}</td>`).join('')}</tr>`,
    };
  if (make.container === 'p-br') return { lines, html: `${parts.map(linked).join('<br>')}<br><br>` };
  if (make.container === 'list' || make.container === 'ol')
    return { lines, html: `<li>${make.join === 'own' && parts.length === 1 ? linked(parts[0]) : inner}</li>` };
  if (make.container === 'div' || make.container === 'section')
    return { lines, html: `<${make.container}${cls('un')}>${inner}</${make.container}>` };
  if (make.container === 'quote') return { lines, html: `<blockquote>${inner}</blockquote>` };
  return { lines, html: inner + (make.rule ? '<hr>' : '') };
}

/** Puts units side by side in a container. */
export function wrapUnits(units, make, kit) {
  const inner = units.map(({ html }) => html).join(kit.pick(['', '\n']));
  const holders = { list: 'ul', ol: 'ol', table: 'table', dl: 'dl', 'p-br': 'p' };
  const holder = make.camouflaged ? undefined : holders[make.container];
  const held = holder ? `<${holder}>${inner}</${holder}>` : inner;
  const introduced = kit.maybe(0.4) ? kit.fill(make.label) : '';
  const tag = kit.pick(['h2', 'h3', 'h4', 'p', 'div', 'b']);
  const head =
    introduced &&
    (make.camouflaged && kit.maybe(0.6)
      ? kit.paragraph(introduced)
      : tag === 'b'
        ? `<p><b>${kit.esc(introduced)}</b></p>`
        : `<${tag}>${kit.esc(introduced)}</${tag}>`);
  const cls = make.hidden ? ` class="${make.name}"` : '';
  const html =
    make.around === 'none' || make.camouflaged ? head + held : `<${make.around}${cls}>${head}${held}</${make.around}>`;
  return { html, lines: [...(introduced ? [introduced] : []), ...units.flatMap(({ lines }) => lines)] };
}

/** A second article after or inside the first: a title, perhaps a date, and its whole text. */
export function drawSecond(other, kit) {
  const tag = kit.pick(['h1', 'h2', 'h2', 'h3', 'p', 'p', 'b']);
  const own = other.blocks
    .filter(({ text }) => text.length > 20)
    .slice(0, kit.pick([2, 3, 4, 6, 9, 14, 30]))
    .map(({ text }) => text);
  const title = kit.maybe(0.88) ? [other.title] : [];
  const said = kit.fill(kit.pick(kit.halfOf(LABELS[kit.lang] ?? LABELS.en)));
  const label = kit.maybe(0.3) ? [kit.maybe(0.3) ? said.toUpperCase() : said] : [];
  const { date, name } = kit.words;
  const info = kit.maybe(0.65)
    ? [kit.pick([date(), `${name()} | ${date()}`, name(), `${name()} ${date()}`, `${name()} ${kit.minutes()}`])]
    : [];
  const [open, close] = tag === 'b' ? ['<p><b>', '</b></p>'] : [`<${tag}>`, `</${tag}>`];
  const inner = [
    ...label.map((text) => `<div${kit.cls('label')}>${kit.esc(text)}</div>`),
    ...title.map((text) => open + kit.esc(text) + close),
    ...info.map((text) => `<p${kit.cls('meta')}>${kit.esc(text)}</p>`),
    ...own.map((text) => kit.paragraph(text)),
  ].join('');
  const box = kit.pick(['', '', 'div', 'article', 'section']);
  const html = (kit.maybe(0.15) ? '<hr>' : '') + (box ? `<${box}${kit.cls('next')}>${inner}</${box}>` : inner);
  return { html, lines: [...label, ...title, ...info, ...own] };
}

/** A brief: a title and its sentence in one paragraph. */
export function drawBrief(other, make, kit) {
  const sentence = excerptOf(other, make, kit);
  const text = `${other.title}${kit.pick(['. ', ': ', ' — ', '。'])}${sentence}`;
  const bold = kit.maybe(0.4)
    ? `<b>${kit.esc(other.title)}</b>${kit.esc(text.slice(other.title.length))}`
    : kit.esc(text);
  return { lines: [text], html: kit.paragraph(text, bold) + (make.rule || kit.maybe(0.2) ? '<hr>' : '') };
}

/** Another story's picture, with its title or one of its sentences below, linked or not. */
export function drawPicture(other, kit) {
  const make = { excerpt: kit.pick(['sentence', 'dots', 'broken']) };
  const title = other.title.replace(/\s+/g, ' ').trim();
  const lines = kit.pick([[title], [title], [excerptOf(other, make, kit)], [title, excerptOf(other, make, kit)]]);
  const href = `/${kit.letters(6)}`;
  const link = kit.pick(['none', 'picture', 'picture', 'caption', 'all']);
  const goes = (part, html) => (link === part ? `<a href="${href}">${html}</a>` : html);
  const img = goes('picture', `<img src="/p/${kit.letters(6)}.jpg" alt="" width="640" height="400">`);
  const said = lines.map((line) => goes('caption', kit.esc(line)));
  const inner = {
    figure: () => `${img}<figcaption>${said.join('<br>')}</figcaption>`,
    div: () => `${img}${said.map((line) => `<p${kit.cls('cap')}>${line}</p>`).join('')}`,
    heading: () => `${img}${said.map((line, at) => (at ? `<p>${line}</p>` : `<h4>${line}</h4>`)).join('')}`,
  };
  const how = kit.pick(['figure', 'figure', 'div', 'heading']);
  const tag = how === 'figure' ? 'figure' : kit.pick(['div', 'aside', 'section']);
  return { lines, html: goes('all', `<${tag}${kit.cls('pic')}>${inner[how]()}</${tag}>`) };
}

/** A single line that a site inserts. */
export function drawLine(other, kit) {
  const text = kit.fill(kit.pick(kit.halfOf(INSERTED[kit.lang] ?? INSERTED.en)), other.title);
  const linked = kit.maybe(0.35);
  const inner = linked ? `<a href="/${kit.letters(6)}">${kit.esc(text)}</a>` : kit.esc(text);
  const html = kit.pick([
    kit.paragraph(text, inner),
    kit.paragraph(text, inner),
    `<p>${inner}</p>`,
    `<div${kit.cls('line')}>${inner}</div>`,
    `<p><b>${inner}</b></p>`,
    `<p><em>${inner}</em></p>`,
    `<h4>${inner}</h4>`,
  ]);
  return { html, lines: [text] };
}

/** Paragraphs of advertising or of another story, formatted like the article's own and without a title. */
export function drawNative(other, kit) {
  const own = other.blocks.filter(({ kind, text }) => kind === 'p' && text.length > 60);
  const from = kit.whole(0, Math.max(0, own.length - 3));
  const lines = own.slice(from, from + kit.whole(1, 3)).map(({ text }) => text);
  const html = lines.map((text) => kit.paragraph(text)).join('');
  return { lines, html: kit.maybe(0.3) ? `<div${kit.cls('nat')}>${html}</div>` : html };
}
