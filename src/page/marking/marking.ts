/** Marks passages: selection → highlight → note, with the toolbar and the editor's frame. */
import { askFromPage, isOrphan } from '../../adapters/browser/channel.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { quotationOf } from '../../core/library/export/quotation.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { linkTo } from '../../core/library/text-fragment.ts';
import { type Failure, type Result, fail } from '../../core/result.ts';
import type { PageHighlight } from '../../messages.ts';
import { type Quote, headingBefore } from '../../core/anchor/quote.ts';
import type { TracedArticle } from '../../core/article/article.ts';
import { articleRangeOf } from '../places.ts';
import type { Capture } from '../capture.ts';
import { copyText } from './copy-text.ts';
import type { EditorFrame } from './editor-frame.ts';
import { newId } from '../new-id.ts';
import type { Highlights } from '../../adapters/highlights/highlights.ts';
import { type Selecting, selectedRange } from './selection.ts';
import type { Toolbar } from './toolbar.ts';

/** Actions on passages of the page. */
export interface Marking extends Selecting {
  add(range: Range, colour: Colour): Promise<Result<PageHighlight>>;
  /** Opens the note editor next to a highlight; `marked` is the range that it was just made from. */
  openEditor(id: string, marked?: Range): Promise<void>;
  /** Makes the next selection the place of this lost highlight. */
  startPlacing(id: string): void;
  /** Makes a range the place of a highlight. */
  placeAt(id: string, range: Range): Promise<Result<PageHighlight>>;
  /** The highlights under a click, topmost first; empty if there are none. */
  clicked(ids: string[]): void;
  /** Opens the bar of a highlight with the focus in it, for the keyboard. */
  openBar(id: string): void;
}

/** The rectangle of a range's last line, in window coordinates. */
function lastLine(range: Range): DOMRect {
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  return lines.at(-1) ?? range.getBoundingClientRect();
}

/**
 * The quote with the article's own heading in place of the page's, or without one if the article has none. Outside the
 * article the page's heading stays.
 */
function withArticleHeading(quote: Quote, traced: TracedArticle, range: Range): Quote {
  const place = articleRangeOf(traced, range);
  if (!place) return quote;
  const { heading: _, ...rest } = quote;
  const heading = headingBefore(traced.article, place.start);
  return heading ? { ...rest, heading } : rest;
}

/** Makes the marking of a document. */
export function createMarking(
  capture: Capture,
  highlights: Highlights,
  toolbar: Toolbar,
  editor: EditorFrame,
): Marking {
  let placing: string | null = null;
  /**
   * Whether the bar belongs to a selection and disappears with it; that of a highlight stays until a press elsewhere.
   */
  let isOfSelection = false;
  // Read now: after an update the browser gives no sentences any more.
  const updated = t('failure_restarted');
  /**
   * Whether Lede was updated under the page; then the bar, which could do nothing, is replaced by a sentence that says
   * so.
   */
  const isOver = (): boolean => {
    if (!isOrphan()) return false;
    toolbar.tell(updated);
    return true;
  };
  const said = (failure: Failure) => toolbar.tell(t(`failure_${failure.kind.replaceAll('-', '_')}`));
  const undo = async () => {
    const undone = await askFromPage('change.undo', null);
    if (undone.ok) toolbar.hide();
    else said(undone.error);
  };
  const add = async (range: Range, colour: Colour): Promise<Result<PageHighlight>> => {
    const described = highlights.describe(range);
    if (!described) return fail('quote-lost');
    await capture.ready();
    const read = capture.read(false);
    const quote = read.ok ? withArticleHeading(described, read.value, range) : described;
    const article = read.ok ? { article: read.value.article } : {};
    // With its own id, so that a repeated request after the background was stopped adds nothing twice.
    const question = { id: newId(), quote, colour, ...article };
    let added = await askFromPage('highlight.add', question);
    if (!added.ok && added.error.kind === 'restarted') added = await askFromPage('highlight.add', question);
    if (!added.ok) {
      said(added.error);
      return added;
    }
    void highlights.set([...highlights.list().filter(({ id }) => id !== added.value.id), added.value]);
    document.getSelection()?.removeAllRanges();
    unselected();
    return added;
  };
  const unselected = () => {
    if (isOfSelection) toolbar.hide();
    isOfSelection = false;
  };
  const openEditor = async (id: string, marked?: Range) => {
    // A new highlight is not painted yet: the range it was made from says where it is.
    const range = highlights.rangeOf(id) ?? marked;
    const address = await askFromPage('editor.address', { id });
    if (!address.ok) return said(address.error);
    toolbar.hide();
    editor.open(address.value.url, t('editor_title'), range ? lastLine(range) : new DOMRect());
  };
  const remove = async (ids: string[]) => {
    const removed = await askFromPage('highlight.delete', { ids });
    if (!removed.ok) return said(removed.error);
    void highlights.set(highlights.list().filter(({ id }) => !ids.includes(id)));
    toolbar.tell(t('toolbar_deleted'), { label: t('toolbar_undo'), run: () => void undo() });
  };
  const recolour = async (id: string, colour: Colour) => {
    const changed = await askFromPage('highlight.recolour', { ids: [id], colour });
    if (!changed.ok) return said(changed.error);
    void highlights.set(highlights.list().map((each) => (each.id === id ? { ...each, colour } : each)));
    toolbar.hide();
  };
  const copy = async (text: string) => {
    if (await copyText(text)) toolbar.hide();
    else said({ kind: 'not-allowed' });
  };
  const copyActs = (words: () => string) => ({
    copy: () => void copy(words()),
    copyLink: () => void copy(linkTo(location.href, words())),
    copyQuotation: () => void quotation(words()).then(copy),
  });
  const quotation = async (exact: string): Promise<string> => {
    await capture.ready();
    const read = capture.read(false);
    const source = read.ok ? read.value.article : { title: document.title };
    return quotationOf({ quote: { exact } }, source, linkTo(location.href, exact));
  };
  const placeAt = async (id: string, range: Range): Promise<Result<PageHighlight>> => {
    const quote = highlights.describe(range);
    if (!quote) return fail('quote-lost');
    const moved = await askFromPage('highlight.reattach', { id, quote });
    if (moved.ok) void highlights.set(highlights.list().map((each) => (each.id === id ? moved.value : each)));
    return moved;
  };
  const reattach = async (id: string, range: Range) => {
    placing = null;
    const moved = await placeAt(id, range);
    if (!moved.ok) return said(moved.error);
    toolbar.tell(t('toolbar_placed'), { label: t('toolbar_undo'), run: () => void undo() });
  };
  /** Shows the bar of one of several overlapping highlights, with a button for the next. */
  const showBar = (ids: string[], at: number, byKeys: boolean): void => {
    const here = ids.filter((id) => highlights.rangeOf(id) !== null);
    const id = here[at % here.length];
    const range = id === undefined ? null : highlights.rangeOf(id);
    if (id === undefined || !range || isOver()) return;
    isOfSelection = false;
    const next = (at + 1) % here.length;
    if (here.length > 1) highlights.focus(id); // so that one sees which one is meant
    toolbar.showAt(
      lastLine(range),
      {
        colour: (colour) => void recolour(id, colour),
        note: () => void openEditor(id),
        ...copyActs(() => range.toString()),
        delete: () => void remove([id]),
        ...(here.length > 1
          ? {
              next: {
                label: t('toolbar_next', at + 1, here.length),
                run: () => showBar(here, next, false),
              },
            }
          : {}),
      },
      highlights.list().find((each) => each.id === id)?.colour,
      byKeys,
    );
  };
  return {
    add,
    openEditor,
    placeAt,
    startPlacing(id) {
      placing = id;
      toolbar.tell(t('toolbar_place'));
    },
    selected(range) {
      if (isOver()) return;
      if (placing) return void reattach(placing, range);
      isOfSelection = true;
      const current = () => selectedRange(document) ?? range;
      toolbar.showAt(lastLine(range), {
        colour: (colour) => void add(current(), colour),
        note: () => {
          const marked = current().cloneRange();
          void add(marked, COLOURS[0]).then((added) => (added.ok ? openEditor(added.value.id, marked) : undefined));
        },
        ...copyActs(() => current().toString()),
      });
    },
    unselected,
    pressed() {
      if (!toolbar.shown()) return;
      highlights.unfocus();
      toolbar.hide();
    },
    clicked: (ids) => showBar(ids, 0, false),
    openBar: (id) => showBar([id], 0, true),
  };
}
