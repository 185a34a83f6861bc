/** Marks passages: selection → highlight → note, with the toolbar and the editor's frame. */
import { askFromPage, isOrphan } from '../../adapters/browser/channel.ts';
import type { Highlights } from '../../adapters/highlights/highlights.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { COLOURS, type Colour } from '../../core/library/records.ts';
import { type Failure, type Result, fail } from '../../core/result.ts';
import type { PageHighlight } from '../../messages.ts';
import type { Capture } from '../capture.ts';
import { copyActions } from './copy-actions.ts';
import type { EditorFrame } from './editor-frame.ts';
import { createHighlightChanges } from './highlight-changes.ts';
import { type Selecting, selectedRange } from './selection.ts';
import type { Toolbar } from './toolbar.ts';
import type { ToolbarActions } from './toolbar-buttons.ts';

/** Actions on passages of the page. */
export interface Marking extends Selecting {
  add(range: Range, colour: Colour): Promise<Result<PageHighlight>>;
  /** Opens the note editor next to a highlight; `marked` is the range that it was just made from. */
  openEditor(id: string, marked?: Range): Promise<void>;
  /** Makes the next selection the place of this lost highlight. */
  startPlacing(id: string): void;
  /** Makes a range the place of a highlight. */
  placeAt(id: string, range: Range): Promise<Result<PageHighlight>>;
  /** The highlights at a click, topmost first; empty if there are none. */
  clicked(ids: string[]): void;
  /** Opens the bar of a highlight with the focus in it, for the keyboard. */
  openBar(id: string): void;
}

/** The rectangle of a range's last line, in window coordinates. */
function lastLine(range: Range): DOMRect {
  const lines = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0);
  return lines.at(-1) ?? range.getBoundingClientRect();
}

/** Makes the marking of a document. */
export function createMarking(
  capture: Capture,
  highlights: Highlights,
  toolbar: Toolbar,
  editor: EditorFrame,
): Marking {
  const changes = createHighlightChanges(capture, highlights);
  const { isOver, said, hideOrSay, tellUndoable } = createTelling(toolbar);
  let placing: string | null = null;
  /**
   * Whether the bar belongs to a selection and disappears with it; that of a highlight stays until a press elsewhere.
   */
  let isOfSelection = false;
  const unselected = () => {
    if (isOfSelection) toolbar.hide();
    isOfSelection = false;
  };
  const add = async (range: Range, colour: Colour): Promise<Result<PageHighlight>> => {
    const described = highlights.describe(range);
    if (!described) return fail('quote-lost');
    const added = await changes.add(described, range, colour);
    if (added.ok) {
      document.getSelection()?.removeAllRanges();
      unselected();
    } else said(added.error);
    return added;
  };
  const openEditor = async (id: string, marked?: Range) => {
    // A new highlight is not painted yet: the range it was made from says where it is.
    const range = highlights.rangeOf(id) ?? marked;
    const address = await askFromPage('editor.address', { id });
    if (!address.ok) return said(address.error);
    toolbar.hide();
    editor.open(address.value.url, t('editor_title'), range ? lastLine(range) : new DOMRect());
  };
  const remove = async (id: string) => {
    const removed = await changes.remove([id]);
    if (removed.ok) tellUndoable('toolbar_deleted');
    else said(removed.error);
  };
  const reattach = async (id: string, range: Range) => {
    placing = null;
    const moved = await changes.reattach(id, range);
    if (moved.ok) tellUndoable('toolbar_placed');
    else said(moved.error);
  };
  const copies = (words: () => string) =>
    copyActions(capture, words, (worked) => (worked ? toolbar.tell(t('parts_copied')) : said({ kind: 'not-allowed' })));
  const actionsOn = (id: string, range: Range): ToolbarActions => ({
    colour: (colour) => void changes.recolour(id, colour).then(hideOrSay),
    note: () => void openEditor(id),
    ...copies(() => range.toString()),
    delete: () => void remove(id),
  });
  const actionsOnSelection = (current: () => Range): ToolbarActions => ({
    colour: (colour) => void add(current(), colour),
    note: () => {
      const marked = current().cloneRange();
      void add(marked, COLOURS[0]).then((added) => (added.ok ? openEditor(added.value.id, marked) : undefined));
    },
    ...copies(() => current().toString()),
  });
  /** Shows the bar of one of several overlapping highlights, with a button for the next. */
  const showBar = (ids: string[], at: number, byKeys: boolean): void => {
    const here = ids.filter((id) => highlights.rangeOf(id) !== null);
    const id = here[at % here.length];
    const range = id === undefined ? null : highlights.rangeOf(id);
    if (id === undefined || !range || isOver()) return;
    isOfSelection = false;
    const actions = actionsOn(id, range);
    if (here.length > 1) {
      highlights.focus(id); // so that one sees which one is meant
      const step = () => showBar(here, (at + 1) % here.length, false);
      actions.next = { label: t('toolbar_next', at + 1, here.length), run: step };
    }
    toolbar.showAt(lastLine(range), actions, highlights.list().find((each) => each.id === id)?.colour, byKeys);
  };
  return {
    add,
    openEditor,
    placeAt: changes.reattach,
    startPlacing(id) {
      placing = id;
      toolbar.tell(t('toolbar_place'));
    },
    selected(range) {
      if (isOver()) return;
      if (placing) return void reattach(placing, range);
      isOfSelection = true;
      toolbar.showAt(
        lastLine(range),
        actionsOnSelection(() => selectedRange(document) ?? range),
      );
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

/** What the toolbar tells about changes: that they failed, or were made and can be undone. */
function createTelling(toolbar: Toolbar) {
  // Read now: after an update the browser gives no sentences any more, only those of a chosen language are left.
  const updated = t('failure_restarted');
  const updatedNow = () => {
    try {
      const now = t('failure_restarted');
      return now === 'failure_restarted' ? updated : now;
    } catch {
      return updated;
    }
  };
  const said = (failure: Failure) => toolbar.tell(t(`failure_${failure.kind.replaceAll('-', '_')}`));
  const hideOrSay = (result: Result<unknown>) => (result.ok ? toolbar.hide() : said(result.error));
  return {
    said,
    hideOrSay,
    /**
     * Whether Lede was updated under the page; then the bar, which could do nothing, is replaced by a sentence that
     * says so.
     */
    isOver(): boolean {
      if (!isOrphan()) return false;
      toolbar.tell(updatedNow());
      return true;
    },
    tellUndoable(sentence: 'toolbar_deleted' | 'toolbar_placed') {
      const undo = () => void askFromPage('change.undo', null).then(hideOrSay);
      toolbar.tell(t(sentence), { label: t('toolbar_undo'), run: undo });
    },
  };
}
