/**
 * Writes one article's notes as Markdown with front matter as Obsidian reads it: quotes, what the person wrote, links
 * back to the place.
 */
import { hostOf } from '../address/host.ts';
import type { Shelf } from '../shelf.ts';
import { linkTo } from '../text-fragment.ts';
import { trimBoth } from '../trim.ts';

/**
 * The Markdown of one entry. What pages and people wrote is escaped where Markdown or HTML would take it for its own.
 */
export function markdownOf({ entry, notes }: Shelf): string {
  const parts = [
    frontMatter({ entry, notes }),
    `# ${escapeLine(entry.title)}`,
    `[${escapeLine(hostOf(entry.url) || entry.url)}](${address(entry.url)})`,
  ];
  let heading: string | undefined;
  for (const note of notes) {
    if (note.quote.heading !== undefined && note.quote.heading !== heading)
      parts.push(`## ${escapeLine(note.quote.heading)}`);
    heading = note.quote.heading ?? heading;
    const link = `[↗](${address(linkTo(note.url, note.quote.exact))})`;
    parts.push(`${quoted(note.quote.exact)} ${link}`);
    for (const words of [note.text, ...Object.values(note.alts)]) if (words) parts.push(withoutHtml(words));
    if (note.tags.length) parts.push(note.tags.map((tag) => `#${obsidianTag(tag)}`).join(' '));
  }
  return `${parts.join('\n\n')}\n`;
}

/** Obsidian's tags have no spaces, and not digits alone. */
export function obsidianTag(tag: string): string {
  const plain = trimBoth(tag.replace(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}_/-]+/gu, '-'), '-');
  return /^\d*$/.test(plain) ? `_${plain}` : plain;
}

function frontMatter({ entry, notes }: Shelf): string {
  const tags = [...new Set([...entry.tags, ...notes.flatMap((note) => note.tags)])].map(obsidianTag);
  const lines = [
    `title: ${yaml(entry.title)}`,
    `url: ${yaml(entry.url)}`,
    ...(entry.byline ? [`author: ${yaml(entry.byline)}`] : []),
    ...(entry.siteName ? [`site: ${yaml(entry.siteName)}`] : []),
    ...(entry.publishedTime ? [`published: ${yaml(entry.publishedTime)}`] : []),
    `saved: ${new Date(entry.addedAt).toISOString()}`,
    ...(entry.readAt === undefined ? [] : [`read: ${new Date(entry.readAt).toISOString()}`]),
    ...(tags.length ? ['tags:', ...tags.map((tag) => `  - ${yaml(tag)}`)] : []),
  ];
  return `---\n${lines.join('\n')}\n---`;
}

/** A JSON string is a YAML string too; the line breaks that YAML knows besides are written out. */
function yaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u0085\u2028\u2029\u007f-\u009f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function quoted(text: string): string {
  return text
    .split(/\r\n|[\r\n]/)
    .map((line) => (line.trim() ? `> ${escapeLine(line)}` : '>'))
    .join('\n');
}

/** Marks that would start markup are escaped; so are those that only mean something at the start of a line. */
function escapeLine(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/[\\`*_[\]<>~|$=%^]/g, '\\$&')
    .replace(/!(?=\\\[)/g, '\\!')
    .replace(
      /^(\s*)([#+-]|\d+[.)])(?=\s|$)/,
      (_match, space: string, mark: string) => `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
    )
    .replace(/(^|\s)#(?=\S)/g, '$1\\#');
}

/**
 * What a person wrote is Markdown and stays so, except for HTML: in a note that came from a file it may be anything.
 * Links in angle brackets stay.
 */
function withoutHtml(words: string): string {
  return words.replace(/<(?=[a-z/!?%])(?!https?:\/\/|mailto:)/gi, '\\<');
}

function address(url: string): string {
  return url.replace(/[\s()<>\\]/g, (letter) => encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'));
}
