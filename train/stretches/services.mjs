/** Boxes of a site's own services that are inserted into an article: polls, rates, the weather, rankings. */
import { LABELS, VOTES } from './inserted-words.mjs';

/** A poll's question on one of the site's own topics. */
function questionOf(kit) {
  const title = kit.pick(kit.pool).title.replace(/[\p{P}\s]+$/u, '');
  const [start] = kit.sentences(title);
  const mark = kit.lang === 'el' ? ';' : kit.unspaced ? '？' : kit.lang === 'ar' ? '؟' : '?';
  return `${start.replace(/[\p{P}\s]+$/u, '')}${mark}`;
}

/** A poll: a question, answers to choose from, and the number of votes. */
function drawPoll(kit) {
  const { pick, whole, maybe, words } = kit;
  const { answers, more } = VOTES[kit.lang] ?? VOTES.en;
  const said = (text) => text.replace('{v}', words.views());
  const count = maybe(0.5) ? () => ` ${whole(1, 90)}${pick(['%', ' %'])}` : () => '';
  const options = kit.sample(answers, whole(2, 4)).map((text) => `${text}${count()}`);
  const head = [...(maybe(0.4) ? [said(pick(more))] : []), ...(maybe(0.85) ? [questionOf(kit)] : [])];
  const foot = kit.sample(more, whole(0, 2)).map(said);
  const tag = pick(['h3', 'h4', 'p', 'div', 'b']);
  const [open, close] = tag === 'b' ? ['<p><b>', '</b></p>'] : [`<${tag}>`, `</${tag}>`];
  const heading = head.map((text) => open + kit.esc(text) + close).join('');
  const radio = '<input type="radio">';
  const list = {
    ul: () => `<ul>${options.map((text) => `<li>${kit.esc(text)}</li>`).join('')}</ul>`,
    p: () => options.map((text) => kit.paragraph(text)).join(''),
    label: () => `<form>${options.map((text) => `<div><label>${radio}${kit.esc(text)}</label></div>`).join('')}</form>`,
    button: () => options.map((text) => `<p><button>${kit.esc(text)}</button></p>`).join(''),
  }[pick(['ul', 'ul', 'p', 'label', 'button'])]();
  const end = foot.map((text) => (maybe(0.4) ? `<p><button>${kit.esc(text)}</button></p>` : `<p>${kit.esc(text)}</p>`));
  const box = pick(['', 'div', 'aside', 'section']);
  const inner = heading + list + end.join('');
  return { html: box ? `<${box}${kit.cls('poll')}>${inner}</${box}>` : inner, lines: [...head, ...options, ...foot] };
}

/** A service box, such as a poll, rates, the weather or a horoscope: a label and short lines of the same form. */
export function drawService(kit) {
  const { pick, whole, maybe, words } = kit;
  const kind = pick(['poll', 'poll', 'rates', 'weather', 'sentences', 'ranking']);
  if (kind === 'poll' && maybe(0.7)) return drawPoll(kit);
  const count = whole(2, 7);
  const short = () => (pick(kit.sentences(pick(pick(kit.pool).blocks).text)) ?? pick(kit.pool).title).slice(0, 70);
  const names = words.sections(count);
  const lineOf = {
    poll: (at) => `${pick(['', '', '( ) ', '○ ', `${at + 1}. `])}${short().split(' ').slice(0, whole(1, 5)).join(' ')}`,
    rates: (at) =>
      `${names[at]} ${(whole(100, 99_000) / 100).toLocaleString(kit.lang)}${pick(['', '%', ` / ${whole(1, 90)}`])}`,
    weather: (at) => `${names[at]}${pick([': ', ' '])}${whole(-9, 38)}°${maybe(0.5) ? ` / ${whole(-9, 30)}°` : ''}`,
    sentences: (at) => `${names[at]}: ${short()}`,
    ranking: (at) => `${at + 1}${pick(['. ', ' ', '. – ', '位 '])}${pick(kit.pool).title}`,
  }[kind];
  const lines = Array.from({ length: Math.min(count, names.length) }, (_, at) => lineOf(at));
  const head = maybe(0.75) ? [maybe(0.5) ? kit.fill(pick(kit.halfOf(LABELS[kit.lang] ?? LABELS.en))) : names[0]] : [];
  const how = pick(['ul', 'p', 'p', 'table', 'dl', 'span', 'br']);
  const safe = lines.map(kit.esc);
  const inner = {
    ul: () => `<ul>${safe.map((line) => `<li>${line}</li>`).join('')}</ul>`,
    p: () => lines.map((line) => kit.paragraph(line)).join(''),
    table: () => `<table>${safe.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`,
    dl: () => `<dl>${safe.map((line) => `<dd>${line}</dd>`).join('')}</dl>`,
    span: () => `<div>${safe.map((line) => `<p><span><span>${line}</span></span></p>`).join('')}</div>`,
    br: () => kit.paragraph(lines.join(' '), safe.join('<br>')),
  }[how]();
  const title = head.map((line) =>
    pick([kit.paragraph(line), `<h4>${kit.esc(line)}</h4>`, `<p><b>${kit.esc(line)}</b></p>`]),
  );
  const tag = pick(['', '', 'div', 'aside', `x-${kit.letters(5)}`]);
  const html = tag ? `<${tag}${kit.cls('svc')}>${title.join('')}${inner}</${tag}>` : title.join('') + inner;
  return { html, lines: [...head, ...lines] };
}
