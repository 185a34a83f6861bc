/**
 * The host of Lede's elements in a web page: a closed shadow root in the top layer, out of reach of the page's style.
 */
import { adoptSheet } from '../adapters/sheet.ts';

/** How often a host that the page removes is put back. */
const REATTACH_LIMIT = 3;
/** How often a shown host is raised above what the page opens over it; a page that continues wins. */
const RAISE_LIMIT = 20;

/** Important declarations of `:host` win over the page's own important ones; the box inside is placed, not the host. */
const RESET = `:host { all: initial !important; display: block !important; position: fixed !important;
  inset: 0 auto auto 0 !important; inline-size: 0 !important; block-size: 0 !important; overflow: visible !important; }
:host(:not(:popover-open)) { display: none !important; }
.box { position: fixed; inline-size: max-content; }`;

/** `moveBefore` is not yet in every browser. */
type Movable = Partial<Pick<ParentNode, 'moveBefore'>>;

/** A host in the page. Its content goes into `box`. */
export interface OverlayHost {
  root: ShadowRoot;
  box: HTMLElement;
  show(): void;
  hide(): void;
  /** Moves the box there, in window coordinates, CSS px. */
  moveTo(leftPx: number, topPx: number): void;
  shown(): boolean;
}

/** Makes a host named `name` with our own style; it lives until the signal aborts. */
export function createOverlayHost(document: Document, name: string, css: string, signal: AbortSignal): OverlayHost {
  const host = document.createElement('div');
  host.dataset['lede'] = name;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const box = document.createElement('div');
  box.className = 'box';
  root.append(box);
  adoptSheet(root, RESET + css);
  let attached = 0;
  let raised = 0;
  signal.addEventListener('abort', () => host.remove());
  const shown = () => host.isConnected && host.matches(':popover-open') && host.checkVisibility();
  /** Puts the host where it can be pressed: nothing outside a modal dialog can be. */
  const attach = () => {
    const home = modalOf(document) ?? document.documentElement;
    if (host.parentNode === home || (!host.isConnected && attached++ > REATTACH_LIMIT)) return;
    // Moved this way, a frame is not reloaded and keeps its text. Older browsers leave it where it is.
    if (host.isConnected && host.matches(':popover-open')) {
      (home as Movable).moveBefore?.(host, null);
      return;
    }
    home.append(host);
  };
  /** Puts a shown host above what the page has put into the top layer since. */
  const raise = () => {
    if (!host.isConnected || !host.matches(':popover-open') || raised++ > RAISE_LIMIT) return;
    const held = root.activeElement;
    attach();
    host.hidePopover();
    host.showPopover();
    if (held instanceof HTMLElement) held.focus({ preventScroll: true });
  };
  const moved = ({ target }: Event) => {
    if (target !== host && !isOurs(target)) raise();
  };
  document.addEventListener('toggle', moved, { capture: true, signal });
  document.addEventListener('fullscreenchange', raise, { signal });
  return {
    root,
    box,
    shown,
    show() {
      if (shown()) return;
      raised = 0;
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
      attach();
      if (host.isConnected) host.showPopover();
    },
    hide() {
      if (host.isConnected && host.matches(':popover-open')) host.hidePopover();
    },
    moveTo(leftPx, topPx) {
      box.style.left = `${leftPx}px`;
      box.style.top = `${topPx}px`;
    },
  };
}

/** Whether an element is one of our own hosts: they do not push each other down. */
function isOurs(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.popover === 'manual' && target.dataset['lede'] !== undefined;
}

/** The modal dialog in which the person is: that of the selection or the focus, else the last one. */
function modalOf(document: Document): Element | null {
  const modals = [...document.querySelectorAll('dialog:modal')];
  const at = document.getSelection()?.anchorNode ?? document.activeElement;
  return modals.findLast((modal) => at !== null && modal.contains(at)) ?? modals.at(-1) ?? null;
}

/** Removes hosts of a copy that ended without a chance to do so: Firefox stops a page script when Lede is updated. */
export function removeLeftHosts(document: Document): void {
  for (const left of document.querySelectorAll('div[data-lede][popover=manual]')) left.remove();
}

/** Whether an event comes from a person and not from a script of the page. */
export function byPerson(event: Event): boolean {
  return event.isTrusted;
}
