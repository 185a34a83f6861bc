/**
 * Teasers as lines of text: appended lines, labels, lists, runs of titles and excerpts. Each shape takes `(teasers,
 * kit)` and returns HTML with the strings that must not be kept.
 */

const both = (teasers) => teasers.flatMap(({ title, excerpt }) => [title, excerpt]);
const titles = (teasers) => teasers.map(({ title }) => title);
const excerpts = (teasers) => teasers.map(({ excerpt }) => excerpt);
/** A shape with one piece of HTML for each teaser. `make` builds it, and `told` gives the texts that it shows. */
const each = (make, told) => (teasers, kit) => ({
  html: teasers.map((teaser, at) => make(teaser, kit, at)).join(kit.gap),
  told: told(teasers),
});
/** The same after a label, if the page has one. */
const labelled = (make, told) => (teasers, kit) => {
  const { html, told: strings } = each(make, told)(teasers, kit);
  return { html: kit.heading() + html, told: strings };
};
const link = ({ href }, text) => `<a href="${href}">${text}</a>`;

export const LINES = {
  'underscore-tail-linked': (teasers, kit) => {
    const told = teasers.map(({ title, tags }) => [title, ...tags, kit.words.site()].join('_'));
    return { html: teasers.map((teaser, at) => `<p>${link(teaser, kit.esc(told[at]))}</p>`).join(kit.gap), told };
  },
  'underscore-tail-plain': (teasers, kit) => {
    const told = teasers.map(({ title, tags }) => [title, ...tags].join('_'));
    return {
      html: teasers.map((teaser, at) => `<p>${kit.esc(told[at])}</p><p>${kit.esc(teaser.excerpt)}</p>`).join(kit.gap),
      told: [...told, ...excerpts(teasers)],
    };
  },
  'dash-section-site': (teasers, kit) => {
    const told = teasers.map(({ title }) => `${title} - ${kit.words.sections(1)[0]} - ${kit.words.site()}`);
    return { html: teasers.map((teaser, at) => `<p>${link(teaser, kit.esc(told[at]))}</p>`).join(kit.gap), told };
  },
  'bracket-section': each(
    ({ title, href }, kit) => `<p>[${kit.words.sections(1)[0]}] <a href="${href}">${kit.esc(title)}</a></p>`,
    titles,
  ),
  'hash-tags': each(
    ({ title, tags, excerpt }, kit) =>
      `<p>${kit.esc(title)}</p><p>${kit.esc(excerpt)} ${tags.map((tag) => `#${kit.esc(tag)}`).join(' ')}</p>`,
    both,
  ),
  'title-twice-linked-bold': each(
    (teaser, kit) =>
      `<p>${link(teaser, kit.esc(teaser.title))}</p><p><b>${kit.esc(teaser.title)}</b></p>` +
      `<p>${kit.esc(teaser.excerpt)}</p>`,
    both,
  ),
  'title-break-excerpt': each(({ title, excerpt }, kit) => `<p>${kit.esc(title)}<br>${kit.esc(excerpt)}</p>`, both),
  'bold-title-then-excerpt': each(
    ({ title, excerpt }, kit) => `<p><strong>${kit.esc(title)}</strong></p><p>${kit.esc(excerpt)}</p>`,
    both,
  ),
  'title-colon-excerpt': each(
    (teaser, kit) => `<p>${link(teaser, kit.esc(teaser.title))}: ${kit.esc(teaser.excerpt)}</p>`,
    both,
  ),
  'titles-plain-run': labelled(({ title }, kit) => `<p>${kit.esc(title)}</p>`, titles),
  'titles-linked-run': labelled((teaser, kit) => `<p>${link(teaser, kit.esc(teaser.title))}</p>`, titles),
  'ordered-links': (teasers, kit) => ({
    html: `${kit.heading()}<ol>${teasers
      .map((teaser) => `<li>${link(teaser, kit.esc(teaser.title))}</li>`)
      .join('')}</ol>`,
    told: titles(teasers),
  }),
  'numbers-in-text': labelled(
    (teaser, kit, at) => `<p>${at + 1}${kit.mark} ${link(teaser, kit.esc(teaser.title))}</p>`,
    titles,
  ),
  'dots-and-breaks': (teasers, kit) => ({
    html: `<p>${kit.label()}${teasers
      .map((teaser) => `${kit.dot} ${link(teaser, kit.esc(teaser.title))}`)
      .join('<br>')}</p>`,
    told: titles(teasers),
  }),
  'label-and-link': each(
    (teaser, kit) => `<p>${kit.words.always()}: ${link(teaser, kit.esc(teaser.title))}</p>`,
    titles,
  ),
  'label-all-bold-plain': each(
    ({ title }, kit) => `<p><strong>${kit.words.always()}: ${kit.esc(title)}</strong></p>`,
    titles,
  ),
  'label-in-quote': each(
    (teaser, kit) =>
      `<blockquote><p>${kit.words.always()}</p><p>${link(teaser, kit.esc(teaser.title))}</p></blockquote>`,
    titles,
  ),
  'lone-link': each((teaser, kit) => `<p>${link(teaser, kit.esc(teaser.title))}</p>`, titles),
  'lone-bold-link': each((teaser, kit) => `<p><b>${link(teaser, kit.esc(teaser.title))}</b></p>`, titles),
  'arrow-link': each((teaser, kit) => `<p>${kit.arrow} ${link(teaser, kit.esc(teaser.title))}</p>`, titles),
  'link-in-brackets': each(
    (teaser, kit) => `<p><em>(${kit.label()}${link(teaser, kit.esc(teaser.title))})</em></p>`,
    titles,
  ),
  'heading-titles': labelled(
    (teaser, kit) => `<h3>${link(teaser, kit.esc(teaser.title))}</h3><p>${kit.esc(teaser.excerpt)}</p>`,
    both,
  ),
  'section-level-titles': each(
    ({ title, excerpt }, kit) => `<h2>${kit.esc(title)}</h2><p>${kit.esc(excerpt)}</p>`,
    both,
  ),
  'excerpts-alone': each(({ excerpt }, kit) => `<p>${kit.esc(excerpt)}</p>`, excerpts),
  'excerpts-linked': each((teaser, kit) => `<p>${link(teaser, kit.esc(teaser.excerpt))}</p>`, excerpts),
  'excerpt-then-more': each((teaser, kit) => `<p>${kit.esc(teaser.excerpt)} ${link(teaser, kit.arrow)}</p>`, excerpts),
  'rules-between': (teasers, kit) => ({
    html: `<hr>${teasers
      .map(({ title, excerpt }) => `<p>${kit.esc(title)}</p><p>${kit.esc(excerpt)}</p>`)
      .join('<hr>')}<hr>`,
    told: both(teasers),
  }),
  'old-font-tags': (teasers, kit) => ({
    html: `<center>${teasers
      .map(
        (teaser) =>
          `<font size="3"><b>${link(teaser, kit.esc(teaser.title))}</b>` +
          `</font><br><font size="2">${kit.esc(teaser.excerpt)}</font><br><br>`,
      )
      .join('')}</center>`,
    told: both(teasers),
  }),
  'before-and-after': (teasers, kit) => ({
    html: `<div><p>← ${link(teasers[0], kit.esc(teasers[0].title))}</p>${
      teasers[1] ? `<p>${link(teasers[1], kit.esc(teasers[1].title))} →</p>` : ''
    }</div>`,
    told: titles(teasers.slice(0, 2)),
  }),
  'tag-cloud-and-titles': (teasers, kit) => {
    const tags = teasers
      .flatMap((teaser) => teaser.tags)
      .map((tag) => `<a href="/tag/${encodeURIComponent(tag)}">${kit.esc(tag)}</a>`);
    return {
      html:
        `<p>${tags.join(' ')}</p>` +
        `<p>${teasers.map((teaser) => link(teaser, kit.esc(teaser.title))).join(' | ')}</p>`,
      told: titles(teasers),
    };
  },
};

/** Shapes for plain-text pages. Like the body's, their lines are separated by blank lines. */
export const PLAIN = {
  'text-underscore': (teasers) => teasers.flatMap(({ title, tags, excerpt }) => [[title, ...tags].join('_'), excerpt]),
  'text-numbered': (teasers, kit) => teasers.map(({ title }, at) => `${at + 1}${kit.mark} ${title}`),
  'text-dashes': (teasers, kit) => teasers.map(({ title }) => `${kit.dot} ${title}`),
  'text-brackets': (teasers, kit) => teasers.map(({ title }) => `[${kit.words.sections(1)[0]}] ${title}`),
  'text-address': (teasers) =>
    teasers.map(({ title, href }) => `${title} <https://feed.example${href.replace('https://other.example', '')}>`),
  'text-excerpts': (teasers) => teasers.map(({ excerpt }) => excerpt),
  'text-label': (teasers, kit) => teasers.map(({ title }) => `${kit.words.always()}: ${title}`),
  'text-title-excerpt': (teasers) => teasers.flatMap(({ title, excerpt }) => [title, excerpt]),
  'text-title-date-views': (teasers, kit) =>
    teasers.flatMap(({ title }) => [title, `${kit.words.date()}  ${kit.words.views()}`]),
};
