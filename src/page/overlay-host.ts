/**
 * One element of ours in a stranger's page: a closed shadow root in the top layer, out of reach of the page's style.
 */
import { adoptSheet } from '../adapters/sheet.ts';

/** How often a host that the page throws out is put back. */
const REATTACH_LIMIT = 3;

/** Important declarations of `:host` win over the page's own important ones; the box inside is placed, not the host. */
const RESET = `:host { all: initial !important; display: block !important; position: fixed !important;
  inset: 0 auto auto 0 !important; inline-size: 0 !important; block-size: 0 !important; overflow: visible !important; }
:host(:not(:popover-open)) { display: none !important; }
.box { position: fixed; inline-size: max-content; }`;

/** A host in the page. Its content goes into `box`. */
export interface Guest {
  root: ShadowRoot;
  box: HTMLElement;
  show(): void;
  hide(): void;
  /** Moves the box there, in window coordinates, CSS px. */
  moveTo(leftPx: number, topPx: number): void;
  shown(): boolean;
}

/** Makes a host named `name` with our own style; it lives until the signal aborts. */
export function createGuest(document: Document, name: string, css: string, signal: AbortSignal): Guest {
  const host = document.createElement('div');
  host.dataset['lede'] = name;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  box.className = 'box';
  root.append(box);
  adoptSheet(root, RESET + css);
  let attached = 0;
  signal.addEventListener('abort', () => host.remove());
  const shown = () => host.isConnected && host.matches(':popover-open');
  return {
    root,
    box,
    shown,
    show() {
      if (!host.isConnected && attached++ <= REATTACH_LIMIT) document.documentElement.append(host);
      if (host.isConnected && !shown()) host.showPopover();
    },
    hide() {
      if (shown()) host.hidePopover();
    },
    moveTo(leftPx, topPx) {
      box.style.left = `${leftPx}px`;
      box.style.top = `${topPx}px`;
    },
  };
}

/** Whether a person did this, and not a script of the page. */
export function byPerson(event: Event): boolean {
  return event.isTrusted;
}
