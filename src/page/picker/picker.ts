/** Lets a person pick a part of the page: with the pointer, or with the arrow keys, Enter and Escape. */
import { t } from '../../adapters/i18n/sentences.ts';
import { byPerson } from '../overlay-host.ts';
import { type Direction, beside, blockAt, isPickable } from './pickable.ts';
import { createPickerView } from './picker-view.ts';

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
  const view = createPickerView(document, signal);
  let target: Element | null = null;
  /** The way back in after going out, outermost last. */
  let inner: Element[] = [];
  const mark = (element: Element | null) => {
    if (!element) return;
    target = element;
    view.say(element);
    view.frame(element);
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
  const take = () => {
    if (target) done(target);
  };

  view.show([
    [t('picker_larger'), () => move('out')],
    [t('picker_smaller'), () => move('in')],
    [t('picker_use'), take],
    [t('picker_cancel'), () => done(null)],
  ]);
  listen(document, signal, {
    pointed(leftPx, topPx) {
      inner = [];
      mark(blockAt(document, leftPx, topPx));
    },
    clicked(leftPx, topPx, isTouch) {
      mark(blockAt(document, leftPx, topPx));
      if (!isTouch) take(); // by touch nothing is marked before the press: the bar's button picks it
    },
    pressed(key) {
      const direction = KEYS[key];
      if (direction) move(direction);
      else if (key === 'Escape') done(null);
      else if (key === 'Enter' && !view.onButton()) done(target);
      else return false;
      return true;
    },
    moved: () => view.frame(target),
  });

  const first = from && isPickable(from) ? from : document.querySelector('main, article');
  mark(first ?? blockAt(document, innerWidth / 2, innerHeight / 2));
  view.focus();
}

/** What the person does on the page while the picker runs; positions in window coordinates, CSS px. */
interface PickerEvents {
  pointed(leftPx: number, topPx: number): void;
  clicked(leftPx: number, topPx: number, isTouch: boolean): void;
  /** Returns whether the key means something to the picker. */
  pressed(key: string): boolean;
  /** The page was scrolled or resized. */
  moved(): void;
}

/** Hears what the person does, and keeps it from the page; Lede's own hosts are left alone. */
function listen(document: Document, signal: AbortSignal, on: PickerEvents): void {
  const isOurs = (event: Event) => event.target instanceof Element && event.target.closest('[data-lede]') !== null;
  const isOnPage = (event: Event) => byPerson(event) && !isOurs(event);
  const keepFromPage = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const swallow = (event: Event) => isOnPage(event) && keepFromPage(event);
  const pointed = (event: PointerEvent) => isOnPage(event) && on.pointed(event.clientX, event.clientY);
  const clicked = (event: MouseEvent) => {
    if (!isOnPage(event)) return;
    keepFromPage(event);
    const isTouch = event instanceof PointerEvent && event.pointerType === 'touch';
    if (event.button === 0) on.clicked(event.clientX, event.clientY, isTouch);
  };
  const pressed = (event: KeyboardEvent) => byPerson(event) && on.pressed(event.key) && keepFromPage(event);
  const options = { signal, capture: true };
  document.addEventListener('pointermove', pointed, options);
  for (const kind of ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'dblclick', 'auxclick']) {
    document.addEventListener(kind, swallow, options);
  }
  document.addEventListener('click', clicked, options);
  window.addEventListener('keydown', pressed, options);
  document.addEventListener('scroll', on.moved, { ...options, passive: true });
  addEventListener('resize', on.moved, { signal });
}
