/**
 * Joins marks of notes to notes that the page does not link: a raised number in the text, and further down a line that
 * begins with the same number or the item of a list of notes that it counts.
 */
import { alternatives } from '../alternatives.ts';
import type { ArticleElement, ArticleNode, Tag } from '../article.ts';

/** What a mark says: "1", "[12]", "*". */
const LABEL = /^[[(]?(\d{1,3}|[*†‡§]{1,3})[\])]?$/;
/** A heading or label above a list of notes. */
const NOTES = new RegExp(
  String.raw`^${alternatives(
    String.raw`(?:foot|end)?notes? references sources citations fußnoten anmerkungen einzelnachweise quellen`,
    String.raw`notes\set\sréférences références notas referencias note riferimenti przypisy źródła примечания сноски`,
    String.raw`источники σημειώσεις 注释 注 脚注 参考文献 参考资料 註釋 註 參考資料 脚註 참고문헌 각주 حواشي مراجع הערות dipnotlar`,
  )}\s*[:：]?$`,
  'iu',
);
const NOTE_ID = /(?:^|[-_:])(?:foot-?note|end-?note|note|fn|ftn)[-_:]?\d*$/i;
/** Blocks that can be notes, and blocks that can contain marks. */
const NOTE_BLOCK: ReadonlySet<Tag> = new Set<Tag>(['p', 'li', 'td', 'dd']);
const HEADING: ReadonlySet<Tag> = new Set<Tag>(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements that contain a note's own number. */
const NUMBERED: ReadonlySet<Tag> = new Set<Tag>(['sup', 'a', 'span']);
const BOLD: ReadonlySet<Tag> = new Set<Tag>(['strong', 'b']);
/** A number in bold marks a note only below a horizontal rule. */
const RULE: Tag = 'hr';
/** At least this share of a list's items is marked in the text above it (0–1). */
const MARKED01 = 0.5;

interface Mark {
  label: string;
  element: ArticleElement;
  at: number;
}

interface Note extends Mark {
  /** The element with the number, if the note contains it. */
  number: ArticleElement | undefined;
}

/** What is found on the way through a tree, in reading order. */
interface Found {
  marks: Mark[];
  notes: Note[];
  lists: { items: ArticleElement[]; at: number; first: number; isNamed: boolean }[];
  ids: Set<string>;
  /** How often an id was asked for: where to begin the search for a free one. */
  given: Map<string, number>;
}

const textOf = (node: ArticleNode): string =>
  typeof node === 'string' ? node : node.children.map((child) => textOf(child)).join('');
const labelOf = (node: ArticleNode): string | undefined => LABEL.exec(textOf(node).trim())?.[1];

/** The first part of an element that says anything. */
function firstOf(element: ArticleElement): ArticleNode | undefined {
  return element.children.find((child) => textOf(child).trim() !== '');
}

/** The element that says a note's number, at the very beginning of its line; other text must follow. */
function numberOf(block: ArticleElement, isBelowRule: boolean): ArticleElement | undefined {
  const first = firstOf(block);
  if (first === undefined || typeof first === 'string') return undefined;
  if (first.tag === 'p') return numberOf(first, isBelowRule);
  if (!NUMBERED.has(first.tag) && !(isBelowRule && BOLD.has(first.tag))) return undefined;
  const isRaised = first.tag === 'sup' || BOLD.has(first.tag) || /"tag":"sup"/.test(JSON.stringify(first));
  return isRaised && labelOf(first) !== undefined && textOf(block).trim() !== textOf(first).trim() ? first : undefined;
}

const linkIn = (element: ArticleElement): ArticleElement | undefined => {
  if (element.tag === 'a') return element;
  for (const child of element.children) {
    const link = typeof child === 'string' ? undefined : linkIn(child);
    if (link) return link;
  }
  return undefined;
};

/** Walks the tree once. Recursion is bounded by the depth of trees (60). */
function find(tree: ArticleElement): Found {
  const found: Found = { marks: [], notes: [], lists: [], ids: new Set(), given: new Map() };
  let at = 0;
  let isBelowRule = false;
  let before = '';
  const visit = (element: ArticleElement, block: ArticleElement | undefined, isLinked: boolean): void => {
    at++;
    if (element.attributes?.id) found.ids.add(element.attributes.id);
    if (element.tag === RULE) isBelowRule = true;
    if (element.tag === 'ol') found.lists.push(listOf(element, at, before));
    const isBlock = NOTE_BLOCK.has(element.tag) || HEADING.has(element.tag);
    const number = NOTE_BLOCK.has(element.tag) ? numberOf(element, isBelowRule) : undefined;
    const own = number && labelOf(number);
    if (number && own && found.notes.at(-1)?.number !== number) found.notes.push({ label: own, element, at, number });
    const within = isBlock ? element : block;
    if (element.tag === 'sup') {
      const isMark = within !== undefined && !HEADING.has(within.tag) && !isLinked && leadsNowhere(element);
      const label = isMark ? labelOf(element) : undefined;
      if (label && firstOf(within ?? element) !== element) found.marks.push({ label, element, at });
      return;
    }
    if (element === found.notes.at(-1)?.number) return;
    for (const child of element.children)
      if (typeof child !== 'string') visit(child, within, isLinked || element.tag === 'a');
    if (isBlock) before = textOf(element).trim();
  };
  visit(tree, undefined, false);
  return found;
}

const leadsNowhere = (element: ArticleElement): boolean => linkIn(element)?.attributes?.href === undefined;

function listOf(list: ArticleElement, at: number, before: string): Found['lists'][number] {
  const items = list.children.filter(
    (child): child is ArticleElement => typeof child !== 'string' && child.tag === 'li',
  );
  const hasIds = items.length > 0 && items.every(({ attributes }) => NOTE_ID.test(attributes?.id ?? ''));
  return { items, at, first: list.attributes?.start ?? 1, isNamed: hasIds || NOTES.test(before) };
}

/** The items of named lists that marks above count. */
function listed({ lists, marks }: Found): Note[] {
  const firstMark = new Map(marks.toReversed().map(({ label, at }) => [label, at]));
  return lists.flatMap(({ items, at, first, isNamed }) => {
    if (!isNamed) return [];
    const notes = items.map((element, index) => ({ label: String(first + index), element, at, number: undefined }));
    const marked = notes.filter(({ label }) => (firstMark.get(label) ?? at) < at).length;
    return marked >= items.length * MARKED01 ? notes : [];
  });
}

/** Gives an element an id that nothing else in the tree has, if it has none. */
function idOf(element: ArticleElement, wish: string, { ids, given }: Found): string {
  const own = element.attributes?.id;
  if (own) return own;
  let id = wish;
  let count = given.get(wish) ?? 1;
  for (; ids.has(id); count++) id = `${wish}-${count + 1}`;
  given.set(wish, count);
  ids.add(id);
  element.attributes = { ...element.attributes, id };
  return id;
}

/** Turns the content of an element into a link. */
function link(element: ArticleElement, id: string): void {
  const known = linkIn(element);
  if (known) known.attributes = { ...known.attributes, href: `#${id}` };
  else element.children = [{ tag: 'a', attributes: { href: `#${id}` }, children: element.children }];
}

/** The first note at a later place than this; `notes` are in reading order. Takes the logarithm of their number. */
function firstAfter(notes: readonly Note[], place: number): Note | undefined {
  let [from, to] = [0, notes.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((notes[middle]?.at ?? 0) > place) to = middle;
    else from = middle + 1;
  }
  return notes[from];
}

/** Whether a note's number links to another page: its source, for example. A link with a `#` led back to the mark. */
const leadsAway = (number: ArticleElement): boolean => /^[^#]+$/.test(linkIn(number)?.attributes?.href ?? '');

/**
 * Links each mark that leads nowhere to the first note of its number after it, and the note's number back to its first
 * mark, unless it leads elsewhere. Changes the tree, not its text.
 */
export function joinNotes(tree: ArticleElement): void {
  const found = find(tree);
  if (found.marks.length === 0) return;
  const notes = new Map<string, Note[]>();
  for (const note of [...found.notes, ...listed(found)].toSorted((a, b) => a.at - b.at)) {
    const alike = notes.get(note.label);
    if (alike) alike.push(note);
    else notes.set(note.label, [note]);
  }
  const isBack = new Set<Note>();
  for (const mark of found.marks) {
    const note = firstAfter(notes.get(mark.label) ?? [], mark.at);
    if (!note) continue;
    link(mark.element, idOf(note.element, `note-${note.label}`, found));
    if (isBack.has(note)) continue;
    isBack.add(note);
    if (note.number && !leadsAway(note.number)) link(note.number, idOf(mark.element, `mark-${mark.label}`, found));
  }
}
