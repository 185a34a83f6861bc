/** Builds an article's tree from the kept runs and pictures of a page. Only allowed elements can be in it. */
import type { ArticleElement, Tag } from '../article.ts';
import type { Box, Page, Piece, Run } from '../page/model.ts';
import { type Cleaned, groundOf, HOLDERS, kindOf, type Line, type Open } from './kinds.ts';
import { isInline } from '../page/inline.ts';
import { inlineElement } from './inline-elements.ts';
import { embedElement, isEmbed } from './embeds.ts';
import { keptBoxes } from './kept-boxes.ts';
import { mendNesting } from './nesting.ts';
import { mediumElement } from './pictures.ts';
import { copiesOfNotes } from './side-notes.ts';
import { attributesFor, isPartOfTable, isWrapper, tagFor } from './tags.ts';
import { addText, textOf, trimEnd } from './tree-text.ts';
import { walk } from '../page/walk.ts';
import { endsWithWhitespace } from '../page/whitespace.ts';

/** A tree nested deeper than this is flattened: such depth has no meaning, and views walk the tree recursively. */
const DEEPEST = 60;

class Cleaner {
  readonly tree: ArticleElement = { tag: 'div', children: [] };
  readonly lines: Line[] = [];
  readonly anchors = new Map<string, ArticleElement>();
  /** Ids met since the last line ended. */
  private ids: string[] = [];
  private readonly ground = groundOf(this.tree);
  private readonly blocks: Open[] = [this.ground];
  private inline: { tag: Tag; element: Element }[] = [];
  private inlineMade: ArticleElement[] = [];
  private line: Line | undefined;
  private pendingBreak = false;
  private row = 0;
  /** The kept runs, and which piece of which is next: the walk meets them in the order in which they were found. */
  private readonly kept: Run[];
  private nextRun = 0;
  /** A note within a sentence that is elsewhere too: the number of elements open while it is skipped. */
  private passedOver = 0;
  private nextPiece = 0;
  /** The box that the walk meets next; and of each element that is open, whether it is a box. */
  private nextBox = 0;
  private readonly isBox: boolean[] = [];
  private readonly holdsKept: (box: Box) => boolean;
  private readonly isCopyOfNote: (element: Element) => boolean;
  private readonly mediaKept: Set<Element>;

  constructor(
    private readonly page: Page,
    keep: Uint8Array,
    media: ReadonlySet<Element>,
    private readonly tables: ReadonlySet<Box>,
    private readonly base: string,
  ) {
    this.mediaKept = new Set(media);
    this.kept = page.runs.filter((run) => keep[run.index]);
    this.isCopyOfNote = copiesOfNotes(this.kept);
    this.holdsKept = keptBoxes(page, keep, this.mediaKept);
  }

  enter(element: Element, name: string): boolean {
    if (name === 'BR') {
      if (this.line && !this.line.run.preformatted) this.pendingBreak = true;
      return false;
    }
    if (name === 'IMG' || name === 'VIDEO' || name === 'AUDIO') {
      const formula = this.page.formulas.get(element);
      if (formula) this.formula(element, formula);
      else this.medium(element);
      return false;
    }
    if (this.page.furniture.has(element)) return false;
    if (name === 'IFRAME' && isEmbed(element)) return this.embed(element);
    const id = element.getAttribute('id') ?? (name === 'A' ? element.getAttribute('name') : null);
    if (id) this.ids.push(id);
    const box = this.page.boxes[this.nextBox];
    if (box?.element !== element) {
      // A box within code is a line of it.
      const tag = name === 'SCRIPT' ? 'math' : isInline(element, name) ? tagFor(name, true) : undefined;
      this.inline.push({ tag: tag ?? 'span', element });
      this.isBox.push(false);
      if (this.passedOver > 0 || this.isCopyOfNote(element)) this.passedOver++;
      return true;
    }
    this.nextBox++;
    if (!this.holdsKept(box)) {
      while ((this.page.boxes[this.nextBox]?.depth ?? 0) > box.depth) this.nextBox++;
      if (name === 'HR' && this.lines.length > 0) {
        this.endLine();
        this.top().element.children.push({ tag: 'hr', children: [] });
      }
      return false;
    }
    this.endLine();
    this.openBlock(element, name, box);
    this.isBox.push(true);
    return true;
  }

  leave(): void {
    if (!this.isBox.pop()) {
      this.inline.pop();
      if (this.passedOver > 0) this.passedOver--;
      if (this.inlineMade.length > this.inline.length) this.inlineMade.length = this.inline.length;
      return;
    }
    this.endLine();
    if (this.blocks.pop()?.box?.tag === 'tr') this.row++;
  }

  text(node: Text): void {
    let found = false;
    for (let run = this.kept[this.nextRun]; run; run = this.kept[this.nextRun]) {
      const piece = run.pieces[this.nextPiece];
      if (piece?.node !== node) break;
      found = true;
      if (this.line?.run !== run) {
        this.endLine();
        this.openLine(run);
      }
      if (this.passedOver === 0) this.append(piece);
      if (++this.nextPiece < run.pieces.length) continue;
      this.nextRun++;
      this.nextPiece = 0;
      if (this.page.plain) this.endLine();
    }
    // Omitted content between two pieces of one run, such as a hidden span, does not separate them.
    if (!found && this.line && this.nextPiece === 0 && /\S/.test(node.data)) this.endLine();
  }

  private top(): Open {
    return this.blocks[this.blocks.length - 1] ?? this.ground;
  }

  private openBlock(element: Element, name: string, box: Box): void {
    const above = this.top();
    const named = name === 'PRE' ? 'DIV' : name; // one around prose, or a plain text, is no code
    const code = box.tag === 'pre' && !this.page.plain;
    let tag: Tag | undefined = this.blocks.length > DEEPEST ? undefined : code ? 'pre' : tagFor(named, false);
    const table = this.tables.has(box);
    if (tag && isPartOfTable(tag)) {
      if (table) this.row = 0;
      else if (!above.table) tag = tag === 'caption' ? 'p' : 'div';
    }
    if (tag === 'li' && above.element.tag !== 'ul' && above.element.tag !== 'ol') tag = 'div';
    const lone =
      tag !== undefined &&
      isWrapper(tag) &&
      above.box !== undefined &&
      above.box.boxes === 1 &&
      !element.hasAttribute('dir') &&
      !element.hasAttribute('lang') &&
      isWrapper(above.element.tag);
    const made = tag !== undefined && !lone;
    let target = above.element;
    if (made && tag) {
      target = { tag, children: [] };
      const attributes = attributesFor(element, tag, this.base);
      if (attributes) target.attributes = attributes;
      above.element.children.push(target);
    }
    this.blocks.push({
      element: target,
      made,
      box,
      items: above.items + (tag === 'ul' || tag === 'ol' ? 1 : 0),
      quoted: above.quoted || tag === 'blockquote',
      table: table ? target : above.table,
    });
  }

  private openLine(run: Run): void {
    const top = this.top();
    const only =
      top.made &&
      top.box === run.box &&
      run.box.endRun - run.box.firstRun === 1 &&
      run.box.images === 0 &&
      !isWrapper(top.element.tag);
    const whole = only && HOLDERS.has(top.element.tag);
    let element = top.element;
    if (!whole) {
      element = { tag: 'p', children: [] };
      top.element.children.push(element);
    }
    const { kind, level } = kindOf(top, whole);
    const table = top.table && top.table !== element ? { element: top.table, row: this.row } : undefined;
    this.line = { element, run, kind, level, text: '', pieces: [], table };
    this.lines.push(this.line);
    this.endsWithWhitespace = false;
    this.inlineMade = [];
  }

  /** Whether the open line ends in white space: to ask its text, piece by piece, would be quadratic. */
  private endsWithWhitespace = false;

  private append(piece: Piece): void {
    const line = this.line;
    if (!line) return;
    const holder = this.holder(line);
    const data = textOf(piece, line.run, line.text === '', this.endsWithWhitespace);
    if (data === '' && !this.pendingBreak && !piece.breaks) return;
    if (this.pendingBreak) this.placeBreak(line, holder);
    const feeds = '\n'.repeat(piece.breaks ?? 0); // lines of code that end in elements, not in the text
    addText(holder.children, feeds);
    line.text += feeds;
    const start = line.text.length;
    line.text += data;
    this.endsWithWhitespace = data === '' ? this.endsWithWhitespace : endsWithWhitespace(data);
    line.pieces.push({ piece, start, end: line.text.length });
    addText(holder.children, data);
  }

  /** A line break within a line is a space in its text. */
  private placeBreak(line: Line, holder: ArticleElement): void {
    this.pendingBreak = false;
    if (line.text === '') return;
    const space = this.endsWithWhitespace ? '' : ' ';
    line.text += space;
    this.endsWithWhitespace = true;
    addText(holder.children, space);
    holder.children.push({ tag: 'br', children: [] });
  }

  /** The innermost open inline element of the tree for the line, made when text first needs it. */
  private holder(line: Line): ArticleElement {
    let holder = line.element;
    for (let at = 0; at < this.inline.length; at++) {
      const open = this.inline[at];
      if (!open) break;
      let made = this.inlineMade[at];
      if (!made) {
        made = inlineElement(open.tag, open.element, holder, this.base);
        this.inlineMade[at] = made;
      }
      holder = made;
    }
    return holder;
  }

  /** A formula that the page shows as a picture. */
  private formula(element: Element, text: Text): void {
    this.inline.push({ tag: 'math', element });
    this.text(text);
    this.inline.pop();
    this.inlineMade.length = Math.min(this.inlineMade.length, this.inline.length);
  }

  /** Puts a card between lines, below the paragraph or heading that contains the frame. */
  private embed(frame: Element): false {
    const card = this.mediaKept.has(frame) ? embedElement(frame, this.base) : undefined;
    if (!card) return false;
    this.endLine();
    const open = this.blocks.findLast(({ element }) => !HOLDERS.has(element.tag) || element.tag === 'li');
    (open ?? this.ground).element.children.push(card);
    return false;
  }

  private medium(element: Element): void {
    if (!this.mediaKept.has(element)) return;
    const made = mediumElement(element, this.base);
    if (!made) return;
    if (this.line) this.holder(this.line).children.push(made);
    else this.top().element.children.push(made);
  }

  private endLine(): void {
    const line = this.line;
    this.line = undefined;
    this.pendingBreak = false;
    this.inlineMade = [];
    if (!line) return;
    for (const id of this.ids) if (!this.anchors.has(id)) this.anchors.set(id, line.element);
    this.ids = [];
    const trimmed = line.text.trimEnd();
    trimEnd(line.element, line.text.length - trimmed.length);
    line.text = trimmed;
    for (const part of line.pieces) {
      part.end = Math.min(part.end, trimmed.length);
      part.start = Math.min(part.start, part.end);
    }
  }
}

/**
 * Builds the tree of the kept runs (`keep`, by run) and media. `tables` are data tables; other tables are layout and
 * leave no trace.
 */
export function clean(
  page: Page,
  keep: Uint8Array,
  media: ReadonlySet<Element>,
  tables: ReadonlySet<Box>,
  base: string,
): Cleaned {
  const cleaner = new Cleaner(page, keep, media, tables, base);
  const root = page.boxes[0]?.element;
  if (root) walk(root, cleaner);
  mendNesting(cleaner.tree, cleaner.lines);
  return { tree: cleaner.tree, lines: cleaner.lines, anchors: cleaner.anchors };
}
