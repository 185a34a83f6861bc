/** Builds the light model of a page in one pass over its nodes. */
import { CodeLines } from './code-lines.ts';
import { isCodeBlock, isCodeFurniture, isCopyButton, isGutter, isLineOfCode } from './code.ts';
import { isEditLink, isHeadingFurniture } from './heading-furniture.ts';
import { formulaOf, textOfFormula } from './maths.ts';
import { controlledIds, hidingOf, isMaths, showWholePage } from './hidden.ts';
import { hidesItself, isInline } from './inline.ts';
import type { Box, Medium, Page, PageOptions, Run } from './model.ts';
import { bodyOf } from './dom-clobbering.ts';
import { isEmbed } from '../tree/embeds.ts';
import { plainParagraphs } from './plain-paragraphs.ts';
import { isElement, walk } from './walk.ts';
import { collapseWhitespace, countNonWhitespace } from './whitespace.ts';

const SENTENCE_END = /[.!?。！？…:：;；"”’)）»]\s*$/u;
/** A single `<br>` after a sentence separates paragraphs if there are at least this many characters before it. */
const LONE_BREAK_AFTER = 40;
/** As much of a line's end as tells whether it ends a sentence (characters). */
const TAIL = 8;
/** Shorter lines before a break are no titles (characters but white space). */
const SHORTEST_TITLE = 12;
/** The state of an open element: hidden, inline, a line of code, a block of code, or never shown. */
const [HIDES, IN_LINE, LINE, CODE_BLOCK, UNSEEN] = [1, 2, 4, 8, 16] as const;
const HEADING = /^(?:h[1-6]|dt)$/;

const isMedium = (name: string) => name === 'IMG' || name === 'VIDEO' || name === 'AUDIO';

/** A line that is all one link or all bold, before a break: a title over its text. */
const isTitleLike = ({ chars, linkChars, strongChars }: Run) =>
  chars >= SHORTEST_TITLE && (linkChars === chars || strongChars === chars);

class Builder {
  readonly boxes: Box[] = [];
  readonly runs: Run[] = [];
  readonly media: Medium[] = [];
  readonly furniture = new Set<Element>();
  readonly formulas = new Map<Element, Text>();
  elements = 0;
  private box: Box | undefined;
  private run: Run | undefined;
  private raw = '';
  /** The end of `raw`, which grows piece by piece: reading `raw` itself at each break takes time that grows with it. */
  private tail = '';
  private breaks = 0;
  private inLink = 0;
  private inStrong = 0;
  private inButton = 0;
  private inPre = 0;
  /** Within a code block all elements are inline: open blocks, open `<code>`s, and whether it has any. */
  private inBlock = 0;
  private inCode = 0;
  private hasCode = false;
  private readonly codeLines = new CodeLines();
  private hidden = 0;
  private unseen = 0;
  private readonly controlled: ReadonlySet<string>;
  private inTime = 0;
  /** The link we are in, and whether the run that is open has counted it. */
  private link: Element | undefined;
  private counted = false;
  private readonly open: number[] = [];
  private readonly isHidden: ((element: Element) => boolean) | undefined;
  private readonly plain: boolean;

  constructor(options: PageOptions, controlled: ReadonlySet<string>) {
    this.controlled = controlled;
    this.isHidden = options.isHidden;
    this.plain = options.plain ?? false;
  }

  enter(element: Element, name: string): boolean {
    this.elements++;
    if (name === 'BR') {
      this.lineBreak();
      return false;
    }
    if (isMedium(name) || (name === 'IFRAME' && isEmbed(element))) {
      this.medium(element);
      return false;
    }
    if (this.isFurniture(element, name)) {
      this.furniture.add(element);
      return false;
    }
    const byStyle = this.isHidden?.(element) ?? false;
    const hides = (byStyle || hidesItself(element)) && !isMaths(element);
    const unseen = hidingOf(element, this.controlled, byStyle) === 'never';
    const block = !this.plain && this.inBlock === 0 && this.inPre === 0 && isCodeBlock(element, name);
    const line = this.inBlock > 0 && isLineOfCode(element, name);
    const inline = !block && (this.inBlock > 0 || isInline(element, name));
    const kinds = (inline ? IN_LINE : 0) | (line ? LINE : 0) | (block ? CODE_BLOCK : 0);
    this.open.push((hides ? HIDES : 0) | (unseen ? UNSEEN : 0) | kinds);
    if (hides) this.hidden++;
    if (unseen) this.unseen++;
    if (line) this.codeLines.enter();
    if (name === 'CODE') this.inCode++;
    if (inline) this.shift(element, name, 1);
    else this.openBox(element, name, block);
    return true;
  }

  private isFurniture(element: Element, name: string): boolean {
    if (this.inBlock > 0) return isCodeFurniture(element, name, this.inCode > 0 || !this.hasCode);
    if (isGutter(element, name) || isCopyButton(element, name)) return true;
    if (isEditLink(element)) return true;
    return this.box !== undefined && HEADING.test(this.box.tag) && isHeadingFurniture(element, name);
  }

  leave(element: Element, name: string): void {
    const flags = this.open.pop() ?? 0;
    if (flags & HIDES) this.hidden--;
    if (name === 'CODE') this.inCode--;
    if (flags & LINE) this.codeLines.leave();
    if (flags & UNSEEN) this.unseen--;
    if (flags & IN_LINE) {
      this.shift(element, name, -1);
      return;
    }
    this.endRun();
    if (name === 'PRE' || flags & CODE_BLOCK) this.inPre--;
    if (flags & CODE_BLOCK) this.inBlock--;
    if (!this.box) return;
    this.box.endRun = this.runs.length;
    this.box = this.box.parent;
  }

  text(node: Text): void {
    if (!this.box) return;
    if (this.plain) this.paragraphs(node, node.data);
    else this.piece(node, 0, node.data.length, node.data);
  }

  finish(): void {
    this.endRun();
    for (let at = this.boxes.length - 1; at > 0; at--) {
      const box = this.boxes[at];
      if (!box?.parent) continue;
      box.parent.chars += box.chars;
      box.parent.linkChars += box.linkChars;
      box.parent.images += box.images;
    }
  }

  private openBox(element: Element, name: string, code: boolean): void {
    this.endRun();
    if (name === 'PRE' || code) this.inPre++;
    if (code) {
      this.inBlock++;
      this.hasCode = name !== 'CODE' && element.querySelector('code') !== null;
    }
    const parent = this.box;
    const box: Box = {
      index: this.boxes.length,
      element,
      tag: code ? 'pre' : name === 'PRE' && !this.plain ? 'div' : name.toLowerCase(),
      parent,
      depth: parent ? parent.depth + 1 : 0,
      firstRun: this.runs.length,
      endRun: this.runs.length,
      boxes: 0,
      order: parent ? parent.boxes++ : 0,
      chars: 0,
      linkChars: 0,
      images: 0,
      hidden: this.hidden > 0,
      unseen: this.unseen > 0,
    };
    this.boxes.push(box);
    this.box = box;
  }

  private shift(element: Element, name: string, by: 1 | -1): void {
    if (name === 'A') {
      this.inLink += by;
      this.link = by === 1 ? element : undefined;
      this.counted = false;
    } else if (name === 'B' || name === 'STRONG') this.inStrong += by;
    else if (name === 'BUTTON') this.inButton += by;
    else if (name === 'TIME') this.inTime += by;
  }

  private medium(element: Element): void {
    if (!this.box) return;
    const tex = element.nodeName === 'IMG' ? formulaOf(element) : undefined;
    if (tex !== undefined) {
      if (tex === '') return;
      const node = textOfFormula(element, tex);
      this.formulas.set(element, node);
      return this.piece(node, 0, tex.length, tex);
    }
    this.box.images++;
    if (this.run) this.run.images++;
    this.media.push({ element, box: this.box, before: this.runs.length, inLink: this.inLink > 0 });
  }

  private lineBreak(): void {
    if (!this.run) return;
    if (this.inPre > 0) {
      this.codeLines.lineBreak();
      return;
    }
    this.breaks++;
    const alone =
      this.breaks === 1 &&
      ((this.raw.length > LONE_BREAK_AFTER && SENTENCE_END.test(this.tail)) || isTitleLike(this.run));
    if (this.breaks > 1 || alone) this.endRun();
    else this.add(' ');
  }

  private paragraphs(node: Text, data: string): void {
    for (const { from, to } of plainParagraphs(data)) {
      this.piece(node, from, to, data.slice(from, to));
      this.endRun();
    }
  }

  private piece(node: Text, from: number, to: number, data: string): void {
    const chars = countNonWhitespace(data);
    const blank = chars === 0;
    if (blank && !this.run) return;
    if (this.unseen > 0 && this.box?.unseen === false) return; // a hidden span within a line
    const run = this.run ?? this.openRun();
    if (!blank) this.breaks = 0;
    const breaks = run.preformatted ? this.codeLines.before(data, this.tail) : 0;
    this.add('\n'.repeat(breaks));
    run.pieces.push(breaks > 0 ? { node, from, to, breaks } : { node, from, to });
    this.add(data);
    if (blank) return;
    run.chars += chars;
    if (this.inLink > 0) {
      run.linkChars += chars;
      if (this.link && !this.counted) {
        this.counted = true;
        run.links++;
        if (run.href === '') run.href = this.link.getAttribute('href') ?? '';
      }
    }
    if (this.inStrong > 0) run.strongChars += chars;
    if (this.inButton > 0) run.buttonChars += chars;
    if (this.inTime > 0) run.hasTime = true;
    if (this.hidden === 0) run.hidden = false;
  }

  private add(data: string): void {
    this.raw += data;
    this.tail = (data.length < TAIL ? this.tail + data : data).slice(-TAIL);
  }

  private openRun(): Run {
    const box = this.box;
    if (!box) throw new Error('text outside any box');
    const run: Run = {
      index: this.runs.length,
      box,
      pieces: [],
      text: '',
      preformatted: this.inPre > 0 && !this.plain,
      chars: 0,
      linkChars: 0,
      strongChars: 0,
      buttonChars: 0,
      links: 0,
      href: '',
      images: 0,
      hasTime: false,
      hidden: true, // until some of its text is not
      unseen: box.unseen,
    };
    this.counted = false;
    this.codeLines.begin();
    this.run = run;
    this.raw = '';
    this.tail = '';
    return run;
  }

  private endRun(): void {
    const run = this.run;
    this.run = undefined;
    this.breaks = 0;
    if (!run || run.chars === 0) return;
    run.text = run.preformatted ? this.raw.replace(/^\s*\n|\s+$/g, '') : collapseWhitespace(this.raw).trim();
    run.index = this.runs.length;
    run.box.chars += run.chars;
    run.box.linkChars += run.linkChars;
    this.runs.push(run);
  }
}

/** Builds the model in one pass over the document, which is not changed. Linear in its nodes. */
export function survey(document: Document, options: PageOptions = {}): Page {
  const builder = new Builder(options, controlledIds(document));
  const root = bodyOf(document);
  if (isElement(root)) walk(root, builder);
  builder.finish();
  const { boxes, runs, media, formulas, furniture, elements } = builder;
  showWholePage(boxes, runs);
  return { document, boxes, runs, media, formulas, furniture, plain: options.plain ?? false, elements };
}
