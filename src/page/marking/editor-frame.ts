/** Holds the note editor in the page: an extension page in an iframe, so that the page cannot read what is typed. */
import { createGuest } from '../overlay-host.ts';

/** The editor's size, CSS px; narrow windows make it narrower. */
const WIDTH_PX = 340;
const HEIGHT_PX = 236;
const LEAST_HEIGHT_PX = 120;
const GAP_PX = 8;
const FRAME_CSS = `iframe { display: block; border: 1px solid #8886; border-radius: 6px; box-shadow: 0 2px 16px #0003;
  inline-size: min(${WIDTH_PX}px, calc(100vw - ${2 * GAP_PX}px)); background: Canvas; color-scheme: light dark; }`;

/** The frame. */
export interface EditorFrame {
  /** Opens the one-time address beside a rectangle of the window; `title` names it for a screen reader. */
  open(url: string, title: string, beside: DOMRect): void;
  close(): void;
  shown(): boolean;
}

/** Makes the frame of a document; `closed` is told when the editor itself asks to be closed. */
export function createEditorFrame(document: Document, done: () => void, signal: AbortSignal): EditorFrame {
  const guest = createGuest(document, 'editor', FRAME_CSS, signal);
  let frame: HTMLIFrameElement | null = null;
  let at = { left: 0, top: 0 };
  const close = () => {
    frame?.remove();
    frame = null;
    guest.hide();
  };
  const closed = () => {
    close();
    done();
  };
  // The editor says how high it wants to be and when it is done, and nothing else: the page hears this too.
  const heard = ({ source, data }: MessageEvent<unknown>) => {
    if (!frame || source !== frame.contentWindow || typeof data !== 'object' || data === null || !('lede' in data))
      return;
    if ('close' in data) closed();
    else if ('height' in data && typeof data.height === 'number') {
      const heightPx = Math.max(LEAST_HEIGHT_PX, Math.min(data.height, innerHeight - 2 * GAP_PX));
      frame.style.height = `${heightPx}px`;
      // What grew beyond the window's edge moves up, so that its last button stays in reach.
      guest.moveTo(at.left, Math.max(GAP_PX, Math.min(at.top, innerHeight - heightPx - GAP_PX)));
    }
  };
  window.addEventListener('message', heard, { signal });
  return {
    shown: guest.shown,
    close,
    open(url, title, beside) {
      close();
      frame = document.createElement('iframe');
      frame.title = title;
      frame.style.height = `${HEIGHT_PX}px`;
      frame.src = url;
      guest.box.append(frame);
      guest.show();
      const width = Math.min(WIDTH_PX, document.documentElement.clientWidth - 2 * GAP_PX);
      const below = beside.bottom + GAP_PX + HEIGHT_PX <= innerHeight;
      const top = below ? beside.bottom + GAP_PX : Math.max(GAP_PX, beside.top - GAP_PX - HEIGHT_PX);
      const left = Math.max(GAP_PX, Math.min(beside.left, document.documentElement.clientWidth - width - GAP_PX));
      at = { left, top: Math.min(top, Math.max(GAP_PX, innerHeight - HEIGHT_PX - GAP_PX)) };
      guest.moveTo(at.left, at.top);
      frame.focus();
    },
  };
}
