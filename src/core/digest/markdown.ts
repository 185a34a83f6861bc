/** Writes the overview of an article as Markdown: title, outline, key points, notes. */
import type { Digest, OutlineNode } from './digest.ts';

/** What of an article its Markdown names. */
export interface Named {
  title: string;
  url: string;
}

/** Headings of the parts, in the person's language. */
export interface PartNames {
  outline: string;
  keyPoints: string;
  notes: string;
}

/** A note as its Markdown needs it, in reading order. */
export interface Noted {
  quote: string;
  text: string;
  tags: string[];
}

/** Characters to escape in running text, because Markdown could take them for markup (CommonMark 0.31, section 2.4). */
const SPECIAL = /[\\`*_[\]<>#|~]/g;

function plain(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim().replace(SPECIAL, '\\$&');
  return line.replace(/^(\d+)([.)])(?=\s)/, '$1\\$2').replace(/^([-+])(?=\s)/, '\\$1');
}

function outlineLines(nodes: OutlineNode[], indent: string): string[] {
  return nodes.flatMap((node) => [`${indent}- ${plain(node.label)}`, ...outlineLines(node.children, `${indent}  `)]);
}

function noteLines({ quote, text, tags }: Noted): string[] {
  const said = text.trim() ? ['', ...text.trim().split('\n')] : [];
  const tagged = tags.length ? ['', tags.map((tag) => `#${tag.replace(/\s+/g, '-')}`).join(' ')] : [];
  return [
    ...quote
      .trim()
      .split(/\n+/)
      .map((line) => `> ${plain(line)}`),
    ...said,
    ...tagged,
    '',
  ];
}

/**
 * The Markdown; parts without anything in them are left out. Ends with a newline. The notes' own words stay as the
 * person wrote them.
 */
export function glanceMarkdown(named: Named, digest: Digest, notes: Noted[], names: PartNames): string {
  const address = named.url.replace(/[()<>\s]/g, (one) => `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const part = (name: string, lines: string[]) => (lines.length ? [`## ${name}`, '', ...lines, ''] : []);
  const lines = [
    `# [${plain(named.title)}](${address})`,
    '',
    ...part(names.outline, outlineLines(digest.outline, '')),
    ...part(
      names.keyPoints,
      digest.keyPoints.map((point) => `- ${plain(point.text)}`),
    ),
    ...part(names.notes, notes.flatMap(noteLines)),
  ];
  return `${lines.join('\n').trim()}\n`;
}
