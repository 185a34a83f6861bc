/**
 * Ways in which authors format their own text: dialogue, lists, headings, letters, verse, captions, many links. Each
 * maps blocks `{kind, text, html?}` to blocks. Everything in them belongs to the article, whatever it looks like.
 */
import { OWN } from './inserted-words.mjs';
import { ownLists } from './own-lists.mjs';
import { sentencesOf } from './sentences.mjs';

const unspaced = (lang) => /^(?:zh|ja|th)/.test(lang);
const paragraphs = (blocks) => blocks.flatMap(({ kind, text }, at) => (kind === 'p' && text.length > 40 ? [at] : []));

/** The first few words of a text, as a heading that its author could have used. */
export function headOf(text, lang, { whole }) {
  const clean = text.replace(/[.,;:!?«»"“”()。，、：；！？「」]/gu, ' ').trim();
  if (unspaced(lang)) return clean.replace(/\s/g, '').slice(0, whole(4, 12));
  return clean.split(/\s+/).slice(0, whole(2, 7)).join(' ');
}

/** Replaces some consecutive paragraphs, or all of them, with what `make` returns for their sentences. */
function stretch(blocks, kit, make, most = 12) {
  const at = paragraphs(blocks);
  if (at.length < 2) return blocks;
  const all = kit.maybe(0.3);
  const from = all ? 0 : kit.whole(0, at.length - 2);
  const some = new Set(at.slice(from, from + (all ? at.length : kit.whole(1, 4))));
  return blocks.flatMap((block, index) =>
    some.has(index) ? make(sentencesOf(block.text).slice(0, most), block) : [block],
  );
}

const quoted = (text, [open, close]) => `${open}${text.replace(/["“”«»「」]/g, '')}${close}`;
const QUOTES = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['— ', ''],
  ['- ', ''],
  ['「', '」'],
];

export const FORMS = {
  sentences: (blocks, kit) => stretch(blocks, kit, (list) => list.map((text) => ({ kind: 'p', text }))),
  dialogue(blocks, kit) {
    const marks = kit.pick(QUOTES);
    const named = kit.maybe(0.3) ? [kit.words.name(), kit.words.name()] : undefined;
    return stretch(blocks, kit, (list) =>
      list.map((text, at) => {
        const said = kit.maybe(0.75) ? quoted(text, marks) : text;
        return { kind: 'p', text: named ? `${named[at % 2]}: ${said}` : said };
      }),
    );
  },
  interview(blocks, kit) {
    const how = kit.pick(['bold', 'plain', 'heading', 'letter']);
    return stretch(blocks, kit, (list, block) => {
      const [first = '', ...rest] = list;
      const asked = how === 'letter' ? `Q: ${first}` : first;
      const answer = how === 'letter' ? `A: ${rest.join(' ')}` : rest.join(' ');
      if (!rest.length) return [block];
      return [
        { kind: how === 'heading' ? 'h' : 'p', text: asked, bold: how === 'bold' },
        { kind: 'p', text: answer },
      ];
    });
  },
  headings(blocks, kit) {
    const kind = kit.pick(['h', 'h', 'p', 'p', 'bold']);
    const numbered = kit.maybe(0.25);
    const every = kit.whole(1, 3);
    let count = 0;
    return blocks.flatMap((block, at) => {
      if (block.kind !== 'p' || at % every || block.text.length < 60) return [block];
      const text = `${numbered ? `${++count}. ` : ''}${headOf(kit.pick(sentencesOf(block.text)), kit.lang, kit)}`;
      return [{ kind: kind === 'bold' ? 'p' : kind, text, bold: kind === 'bold' }, block];
    });
  },
  list(blocks, kit) {
    const mark = kit.pick(['li', 'li', 'ol', '• ', '- ', '* ', 'n']);
    const short = kit.maybe(0.4);
    return stretch(blocks, kit, (list) =>
      list.map((sentence, at) => {
        const text = short ? headOf(sentence, kit.lang, kit) : sentence;
        if (mark === 'li' || mark === 'ol') return { kind: 'li', text, ordered: mark === 'ol' };
        return { kind: 'p', text: `${mark === 'n' ? `${at + 1}. ` : mark}${text}` };
      }),
    );
  },
  timeline: (blocks, kit) =>
    stretch(blocks, kit, (list) => {
      const parted = kit.maybe(0.5);
      return list.flatMap((text) => {
        const date = kit.maybe(0.5) ? String(kit.whole(1890, 2024)) : kit.words.date();
        if (parted)
          return [
            { kind: 'p', text: date, bold: kit.maybe(0.5) },
            { kind: 'p', text },
          ];
        return [{ kind: 'p', text: `${date}${kit.pick([': ', ' – ', ' '])}${text}` }];
      });
    }),
  verse: (blocks, kit) =>
    stretch(blocks, kit, (list) =>
      list.flatMap((text) => text.split(/(?<=[,;，；、])\s*/u).map((line) => ({ kind: 'p', text: line.trim() }))),
    ),
  terms: (blocks, kit) =>
    stretch(blocks, kit, (list) =>
      list.map((text) => {
        const term = headOf(text, kit.lang, kit);
        return { kind: 'p', text: `${term}: ${text}`, html: `<b>${kit.esc(term)}</b>: ${kit.esc(text)}` };
      }),
    ),
  letter(blocks, kit) {
    const open = {
      kind: 'p',
      text: `${kit.pick(['Dear', 'Liebe', '亲爱的', 'Дорогая', 'Droga', 'Αγαπητή'])} ${kit.words.name()},`,
    };
    return [open, ...blocks, { kind: 'p', text: kit.words.name() }];
  },
  quotes(blocks, kit) {
    const at = paragraphs(blocks);
    return blocks.flatMap((block, index) => {
      if (!at.includes(index) || !kit.maybe(0.25)) return [block];
      const text = kit.pick(sentencesOf(block.text));
      return text.length > 20 ? [block, { kind: kit.pick(['quote', 'p']), text }] : [block];
    });
  },
  captions: (blocks, kit) =>
    blocks.flatMap((block) => (block.kind === 'p' && kit.maybe(0.25) ? [captionOf(block, kit), block] : [block])),
  linked: (blocks, kit) => {
    const wholly = kit.maybe(0.35);
    const dense = kit.next();
    return blocks.map((block) =>
      block.kind === 'p' && kit.maybe(0.6) ? { ...block, html: withLinks(block.text, kit, wholly, dense) } : block,
    );
  },
  lines(blocks, kit) {
    const own = kit.halfOf(OWN[kit.lang] ?? OWN.en);
    const count = kit.whole(1, 3);
    const added = blocks.slice();
    for (let one = 0; one < count; one++) {
      const at = kit.maybe(0.5) ? added.length : kit.whole(1, added.length);
      added.splice(at, 0, { kind: 'p', text: kit.fill(kit.pick(own)), italic: kit.maybe(0.4) });
    }
    return added;
  },
  /** Hard-wrapped lines: the author's own text, although no line ends with a full stop. */
  wrapped: (blocks, kit) =>
    stretch(blocks, kit, (list, { text }) => {
      const size = kit.whole(60, 130);
      const lines = text.match(new RegExp(`.{1,${size}}(?:\\s|$)`, 'gu')) ?? [text];
      return lines.map((line) => ({ kind: 'p', text: line.trim() })).filter((line) => line.text);
    }),
  /** A round-up: several subjects, each with a heading and paragraphs, all part of the article. */
  roundup(blocks, kit) {
    const others = kit.sample(kit.pool, kit.whole(2, 7)).filter((one) => one.title !== kit.title);
    const numbered = kit.maybe(0.5);
    const tag = kit.pick(['h', 'h', 'p', 'bold']);
    const parts = others.flatMap((other, at) => {
      const text = `${numbered ? `${at + 1}. ` : ''}${other.title}`;
      const own = other.blocks
        .filter(({ kind, text: line }) => kind === 'p' && line.length > 60)
        .slice(0, kit.pick([1, 1, 2, 3, 4]));
      return [{ kind: tag === 'bold' ? 'p' : tag, text, bold: tag === 'bold' }, ...own];
    });
    return [...blocks.slice(0, kit.whole(1, 3)), ...parts];
  },
  /** Notes and sources under a heading, numbered or not, with links that occur nowhere else on the page. */
  notes(blocks, kit) {
    const mark = kit.pick([(at) => `[${at}] `, (at) => `${at}. `, (at) => `${at} `, () => '', () => '* ']);
    const other = () => kit.pick(kit.pool).title;
    const one = () =>
      kit.pick([
        () =>
          `${kit.words.name()}, ${other()}, ${kit.words.site()}, ${kit.whole(1950, 2023)}, p. ${kit.whole(3, 300)}.`,
        () => `${kit.words.name()} (${kit.whole(1950, 2023)}). ${other()}. ${kit.words.site()}.`,
        () => `${kit.words.site()}, ${kit.words.date()}.`,
        () => `${other()}, https://${kit.letters(6)}.example/${kit.letters(4)}`,
        () => kit.pick(sentencesOf(kit.pick(blocks).text)),
      ])();
    const list = Array.from({ length: kit.whole(2, 8) }, (_, at) => `${mark(at + 1)}${one()}`);
    const head = kit.maybe(0.6)
      ? [{ kind: kit.pick(['h', 'p']), text: kit.pick(NOTE_HEADS[kit.lang] ?? NOTE_HEADS.en) }]
      : [];
    const kind = kit.pick(['p', 'p', 'li']);
    return [...blocks, ...head, ...list.map((text) => ({ kind, text, ordered: true }))];
  },
  /** A live ticker: entries with a time each. */
  ticker: (blocks, kit) =>
    stretch(blocks, kit, (list) => {
      const parted = kit.maybe(0.4);
      let minute = kit.whole(360, 600);
      return list.flatMap((text) => {
        minute += kit.whole(3, 50);
        const time = `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        return parted
          ? [
              { kind: 'p', text: time, bold: kit.maybe(0.5) },
              { kind: 'p', text },
            ]
          : [{ kind: 'p', text: `${time} ${text}` }];
      });
    }),
  /** The author's own points as cards of picture, heading and text, which look like teasers of other stories. */
  cards(blocks, kit) {
    const [tag, box] = [kit.pick(['h2', 'h3', 'h4']), kit.pick(['div', 'section', 'li', 'article', 'none'])];
    const linked = kit.pick(['none', 'none', 'heading', 'picture', 'both']);
    const numbered = kit.maybe(0.3);
    let count = 0;
    return stretch(blocks, kit, ([first, ...rest]) => {
      const said = kit.maybe(0.5) ? first.replace(/[.。।]$/u, '') : headOf(first, kit.lang, kit);
      const title = `${numbered ? `${++count}. ` : ''}${said}`;
      const text = kit.maybe(0.5) && rest.length ? rest.join(' ') : [first, ...rest].join(' ');
      const to = `/${kit.letters(6)}`;
      const goes = (part, html) => (linked === part || linked === 'both' ? `<a href="${to}">${html}</a>` : html);
      const img = kit.maybe(0.8)
        ? goes('picture', `<img src="/i/${kit.letters(6)}.jpg" alt="" width="320" height="200">`)
        : '';
      const inner = `${img}<${tag}>${goes('heading', kit.esc(title))}</${tag}><p>${kit.esc(text)}</p>`;
      const raw = box === 'none' ? inner : `<${box}${kit.cls('card')}>${inner}</${box}>`;
      return [{ kind: 'raw', text: `${title}\n${text}`, raw }];
    });
  },
  /** A programme: one line for each event, with time and place. */
  agenda: (blocks, kit) =>
    stretch(blocks, kit, (list) =>
      list.map((text) => {
        const when = kit.pick([kit.words.date(), `${kit.whole(8, 21)}:${kit.pick(['00', '15', '30'])}`]);
        const [place] = kit.words.sections(1);
        return { kind: 'p', text: `${when}, ${place}${kit.pick([' — ', ': ', ' – '])}${text}` };
      }),
    ),
  lists: ownLists,
  plain: (blocks) => blocks,
};
const NOTE_HEADS = {
  en: ['Notes', 'Sources', 'References', 'Notes and references', 'Further reading', 'Works cited'],
  zh: ['参考文献', '注释', '资料来源'],
  ru: ['Примечания', 'Источники', 'Литература'],
  pl: ['Przypisy', 'Bibliografia', 'Źródła'],
  el: ['Σημειώσεις', 'Πηγές', 'Βιβλιογραφία'],
  vi: ['Chú thích', 'Nguồn', 'Tài liệu tham khảo'],
  ko: ['참고 문헌', '주'],
  ja: ['注', '参考文献'],
  ar: ['المراجع', 'هوامش'],
  hi: ['संदर्भ', 'टिप्पणियाँ'],
  th: ['อ้างอิง', 'หมายเหตุ'],
};

function captionOf({ text }, kit) {
  const said = kit.pick(sentencesOf(text));
  const credit = kit.maybe(0.5) ? ` ${kit.fill(kit.pick((OWN[kit.lang] ?? OWN.en).slice(0, 2)))}` : '';
  const caption = `${said}${credit}`;
  const img = `<img src="/i/${kit.letters(6)}.jpg" alt="" width="640" height="400">`;
  const html = kit.maybe(0.7)
    ? `<figure>${img}<figcaption>${kit.esc(caption)}</figcaption></figure>`
    : `<div${kit.cls('pic')}>${img}<p${kit.cls('cap')}>${kit.esc(caption)}</p></div>`;
  return { kind: 'raw', text: caption, raw: html };
}

function withLinks(text, kit, wholly, dense) {
  const href = () =>
    kit.pick([`/${kit.letters(6)}`, `https://${kit.letters(6)}.example/${kit.letters(5)}`, `#${kit.letters(3)}`]);
  const list = sentencesOf(text);
  return list
    .map((sentence) => {
      if (wholly) return kit.maybe(0.5) ? `<a href="${href()}">${kit.esc(sentence)}</a>` : kit.esc(sentence);
      const words = unspaced(kit.lang) ? [sentence] : sentence.split(' ');
      let html = '';
      for (let at = 0; at < words.length;) {
        const size = kit.maybe(dense * 0.5) ? kit.whole(1, 4) : 0;
        const part = kit.esc(words.slice(at, at + Math.max(1, size)).join(' '));
        html += `${at ? ' ' : ''}${size ? `<a href="${href()}">${part}</a>` : part}`;
        at += Math.max(1, size);
      }
      return html;
    })
    .join(' ');
}
