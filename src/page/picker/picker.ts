/** Lets a person pick a part of the page: with the pointer, or with the arrow keys, Enter and Escape. */
import { t } from '../../adapters/i18n/sentences.ts';
import { byPerson, createOverlayHost } from '../overlay-host.ts';
import hiddenStyle from '../../adapters/visually-hidden.css?inline';
import barStyle from '../overlay-bar.css?inline';
import ownStyle from './picker.css?inline';
import { type Direction, beside, blockAt, firstWords, isPickable } from './pickable.ts';

/** Space that the frame leaves around the part, CSS px. */
const MARGIN_PX = 4;
const KEYS: Record<string, Direction> = {
  ArrowUp: 'out',
  ArrowDown: 'in',
  ArrowLeft: 'before',
  ArrowRight: 'after',
};

/** Ends the running picker when another starts. */
let running: AbortController | null = null;

/** Resolves with the picked element, or with null if the person cancels or `signal` aborts. `from` is marked first. */
export function pickElement(document: Document, from: Element | null, signal: AbortSignal): Promise<Element | null> {
  running?.abort();
  const turn = new AbortController();
  running = turn;
  const life = AbortSignal.any([signal, turn.signal]);
  return new Promise((resolve) => {
    life.addEventListener('abort', () => resolve(null), { once: true });
    const done = (element: Element | null) => {
      resolve(element);
      turn.abort();
    };
    start(document, from, life, done);
  });
}

function start(
  document: Document,
  from: Element | null,
  signal: AbortSignal,
  done: (element: Element | null) => void,
): void {
  const overlay = createOverlayHost(document, 'picker', barStyle + hiddenStyle + ownStyle, signal);
  const frame = document.createElement('div');
  frame.className = 'frame';
  const bar = document.createElement('div');
  bar.className = 'bar';
  bar.setAttribute('role', 'dialog');
  bar.setAttribute('aria-label', t('correct_pick'));
  bar.tabIndex = -1;
  const said = document.createElement('span');
  said.className = 'said';
  said.textContent = t('picker_how');
  /** For screen readers: what is marked now. */
  const marked = document.createElement('span');
  marked.className = 'visually-hidden';
  marked.setAttribute('role', 'status');
  overlay.root.prepend(frame);
  overlay.box.append(bar);

  let target: Element | null = null;
  /** The way back in after going out, outermost last. */
  let inner: Element[] = [];
  const draw = () => {
    const box = target?.getBoundingClientRect();
    frame.hidden = !box;
    if (!box) return;
    // Keeps the sides of a part as wide as the window visible.
    const [left, right] = [
      Math.max(0, box.left - MARGIN_PX),
      Math.min(document.documentElement.clientWidth, box.right + MARGIN_PX),
    ];
    frame.style.left = `${left}px`;
    frame.style.top = `${box.top - MARGIN_PX}px`;
    frame.style.width = `${right - left}px`;
    frame.style.height = `${box.height + 2 * MARGIN_PX}px`;
  };
  const mark = (element: Element | null) => {
    if (!element) return;
    target = element;
    marked.textContent = firstWords(element);
    draw();
  };
  const move = (direction: Direction) => {
    if (!target) return;
    const back = direction === 'in' ? inner.pop() : undefined;
    const next = back ?? beside(target, direction);
    if (!next) return;
    inner = direction === 'out' ? [...inner, target] : direction === 'in' ? inner : [];
    mark(next);
    if (direction !== 'out') next.scrollIntoView({ block: 'nearest' });
  };
  const button = (name: string, run: () => void) => {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = name;
    made.addEventListener('click', (event) => byPerson(event) && run());
    return made;
  };
  bar.append(
    said,
    button(t('picker_larger'), () => move('out')),
    button(t('picker_smaller'), () => move('in')),
    button(t('picker_use'), () => target && done(target)),
    button(t('picker_cancel'), () => done(null)),
    marked,
  );

  const isOurs = (event: Event) => event.target instanceof Element && event.target.closest('[data-lede]') !== null;
  const pointed = (event: PointerEvent) => {
    if (!byPerson(event) || isOurs(event)) return;
    inner = [];
    mark(blockAt(document, event.clientX, event.clientY));
  };
  /** Keeps events for the picker from the page. */
  const swallow = (event: Event) => {
    if (!byPerson(event) || isOurs(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const clicked = (event: MouseEvent) => {
    swallow(event);
    if (!byPerson(event) || isOurs(event) || event.button !== 0) return;
    mark(blockAt(document, event.clientX, event.clientY));
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (target && !isTouch) done(target); // by touch nothing is marked before the press: the bar's button picks it
  };
  const pressed = (event: KeyboardEvent) => {
    if (!byPerson(event)) return;
    const direction = KEYS[event.key];
    const onButton = overlay.root.activeElement?.matches('button') ?? false;
    if (direction) move(direction);
    else if (event.key === 'Escape') done(null);
    else if (event.key === 'Enter' && !onButton) done(target);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const options = { signal, capture: true };
  document.addEventListener('pointermove', pointed, options);
  for (const kind of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick', 'auxclick']) {
    document.addEventListener(kind, swallow, options);
  }
  document.addEventListener('click', clicked, options);
  window.addEventListener('keydown', pressed, options);
  document.addEventListener('scroll', draw, { ...options, passive: true });
  addEventListener('resize', draw, { signal });

  const first = from && isPickable(from) ? from : document.querySelector('main, article');
  overlay.show();
  mark(first ?? blockAt(document, innerWidth / 2, innerHeight / 2));
  window.focus();
  bar.focus({ preventScroll: true });
}
