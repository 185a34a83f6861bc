/** Counts the line breaks between two texts of a block of code that come from elements instead of line feeds. */

/**
 * One per page. The walk reports the elements that are lines and the `<br>`s; it returns how many line feeds are
 * missing.
 */
export class CodeLines {
  private broken = 0;
  private empty = 0;
  private ends = false;
  /** A line has ended and none has begun since: white space here is the page's own formatting, not an indent. */
  private between = false;
  /** Texts met, and how many had been when each open line began: a line without any is an empty one. */
  private texts = 0;
  private readonly open: number[] = [];

  /** A new block of code. */
  begin(): void {
    this.broken = 0;
    this.empty = 0;
    this.ends = false;
  }

  /** Called at the beginning of an element that is a separate line. */
  enter(): void {
    this.ends = true;
    this.between = false;
    this.open.push(this.texts);
  }

  /** It ends. */
  leave(): void {
    if (this.open.pop() === this.texts) {
      this.empty++;
      this.texts++; // for the elements around it, it is one
    }
    this.ends = true;
    this.between = true;
  }

  /** A `<br>`. */
  lineBreak(): void {
    this.broken++;
    this.ends = false;
    this.between = false;
  }

  /**
   * How many line feeds stand before a text beside those it has itself.
   *
   * @param text as in the page
   * @param tail the last characters of the block so far
   */
  before(text: string, tail: string): number {
    const blank = !/\S/.test(text);
    const told = /^[^\S\n]*\n/.test(text) || tail.endsWith('\n');
    if (blank && !told && this.broken + this.empty === 0 && (this.between || !this.ends)) return 0;
    this.texts++;
    const parted = told ? Math.max(0, this.empty - 1) : this.empty + (this.ends ? 1 : 0);
    const count = this.broken + parted;
    this.begin();
    return tail === '' ? 0 : count;
  }
}
