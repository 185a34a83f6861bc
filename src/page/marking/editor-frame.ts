/**
 * Holds the note editor in the page: an extension page in an iframe, so that the page cannot read what is typed. The
 * editor talks to this script only through the background: a message posted to the page would give it the frame's
 * window.
 */
import { createOverlayHost } from '../overlay-host.ts';

/** The editor's size, CSS px; narrow windows make it narrower. */
const WIDTH_PX = 340;
const HEIGHT_PX = 236;
const LEAST_HEIGHT_PX = 120;
const GAP_PX = 8;
const FRAME_CSS = `iframe { display: block; border: 1px solid #8886; border-radius: 6px; box-shadow: 0 2px 16px #0003;
  inline-size: min(${WIDTH_PX}px, calc(100vw - ${2 * GAP_PX}px)); background: Canvas; color-scheme: light dark; }`;

/** The editor's frame. */
export interface EditorFrame {
  /**
   * Opens the one-time address next to a rectangle in window coordinates; `title` names the frame for a screen reader.
   */
  open(url: string, title: string, beside: DOMRect): void;
  /** Sets the frame's height to that of its content, CSS px, limited to the window. */
  resize(heightPx: number): void;
  close(): void;
  shown(): boolean;
}

/** Makes the frame of a document. It closes itself if anything but the editor is loaded into it. */
export function createEditorFrame(document: Document, signal: AbortSignal): EditorFrame {
  const overlay = createOverlayHost(document, 'editor', FRAME_CSS, signal);
  let frame: HTMLIFrameElement | null = null;
  let at = { left: 0, top: 0 };
  /** What had the focus on the page, which has it again once the editor is closed. */
  let before: HTMLElement | null = null;
  const close = () => {
    const held = overlay.root.activeElement !== null;
    frame?.remove();
    frame = null;
    overlay.hide();
    if (held && before?.isConnected) before.focus({ preventScroll: true });
    before = null;
  };
  return {
    shown: overlay.shown,
    close,
    resize(wantedPx) {
      if (!frame) return;
      const heightPx = Math.max(LEAST_HEIGHT_PX, Math.min(wantedPx, innerHeight - 2 * GAP_PX));
      frame.style.height = `${heightPx}px`;
      // A frame that grew beyond the window's edge moves up, so that its last button can be reached.
      overlay.moveTo(at.left, Math.max(GAP_PX, Math.min(at.top, innerHeight - heightPx - GAP_PX)));
    },
    open(url, title, beside) {
      close();
      before = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      const opened = document.createElement('iframe');
      frame = opened;
      opened.title = title;
      opened.style.height = `${HEIGHT_PX}px`;
      opened.src = url;
      let loads = 0;
      opened.addEventListener('load', () => {
        if (++loads > 1 && frame === opened) close(); // the editor loads once: a second document is somebody else's
      });
      overlay.box.append(opened);
      overlay.show();
      const width = Math.min(WIDTH_PX, document.documentElement.clientWidth - 2 * GAP_PX);
      const below = beside.bottom + GAP_PX + HEIGHT_PX <= innerHeight;
      const top = below ? beside.bottom + GAP_PX : Math.max(GAP_PX, beside.top - GAP_PX - HEIGHT_PX);
      const left = Math.max(GAP_PX, Math.min(beside.left, document.documentElement.clientWidth - width - GAP_PX));
      at = { left, top: Math.min(top, Math.max(GAP_PX, innerHeight - HEIGHT_PX - GAP_PX)) };
      overlay.moveTo(at.left, at.top);
      opened.focus();
    },
  };
}
