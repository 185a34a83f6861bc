/** Finds the address of a picture, film or sound, also where the page loads it late. */
import type { ArticleElement, Attributes } from '../article.ts';
import { safeAddress, safePicture } from './tags.ts';

/** Attributes in which pages keep a picture's true address until it is scrolled into view. */
const LATE = [
  'data-src',
  'data-original',
  'data-lazy-src',
  'data-actualsrc',
  'data-url',
  'data-hi-res-src',
  'data-echo',
];
const LATE_SETS = ['data-srcset', 'data-lazy-srcset', 'srcset'];
/** Pictures said to be smaller than this in either way are counters, arrows and smileys (CSS px). */
const SMALLEST_PX = 32;
/** The picture chosen from a `srcset` is the smallest that is at least this wide (CSS px), else the widest. */
const WANTED_WIDTH_PX = 1200;
/** A `data:` picture shorter than this is an empty stand-in (characters). */
const PLACEHOLDER_LENGTH = 400;

/** The address in a `srcset` that serves a reading column best. */
export function fromSet(value: string | null): string | undefined {
  if (!value) return undefined;
  let best: { address: string; width: number } | undefined;
  for (const candidate of value.split(/,\s+|,(?=https?:)/)) {
    const [address, size] = candidate.trim().split(/\s+/);
    if (!address) continue;
    const width = size?.endsWith('w') ? Number.parseInt(size, 10) : (Number.parseFloat(size ?? '1') || 1) * 600;
    const better =
      best && (best.width < WANTED_WIDTH_PX ? width > best.width : width >= WANTED_WIDTH_PX && width < best.width);
    if (!best || better) best = { address, width };
  }
  return best?.address;
}

function number(element: Element, name: string): number | undefined {
  const value = Number.parseInt(element.getAttribute(name) ?? '', 10);
  return Number.isFinite(value) && value > 0 && value < 20_000 ? value : undefined;
}

function pictureAddress(element: Element, base: string): string | undefined {
  for (const name of LATE) {
    const late = safeAddress(element.getAttribute(name), base);
    if (late) return late;
  }
  for (const name of LATE_SETS) {
    const late = safeAddress(fromSet(element.getAttribute(name)) ?? null, base);
    if (late) return late;
  }
  const source = element.parentElement?.nodeName === 'PICTURE' ? element.parentElement.querySelector('source') : null;
  const offered =
    source && safeAddress(fromSet(source.getAttribute('srcset') ?? source.getAttribute('data-srcset')) ?? null, base);
  const own = safePicture(element.getAttribute('src'), base);
  if (own && !own.startsWith('data:')) return own;
  const spare = offered ?? withoutScript(element, base);
  return spare ?? (own && own.length > PLACEHOLDER_LENGTH ? own : undefined);
}

/** The picture that a `<noscript>` beside a placeholder gives to readers without scripts. */
function withoutScript(element: Element, base: string): string | undefined {
  const beside = [element.nextElementSibling, element.parentElement?.nextElementSibling];
  const spare = beside.find((sibling) => sibling?.nodeName === 'NOSCRIPT');
  if (!spare) return undefined;
  const inside = spare.querySelector('img') ?? parsed(spare.textContent ?? '')?.querySelector('img');
  return safePicture(inside?.getAttribute('src') ?? null, base);
}

function parsed(source: string): Document | undefined {
  return source.length < 10_000 ? new DOMParser().parseFromString(source, 'text/html') : undefined;
}

/**
 * The element of the tree for a picture, film or sound; undefined where it has no address we may keep or is too small
 * to be read.
 */
export function mediumElement(element: Element, base: string): ArticleElement | undefined {
  const width = number(element, 'width');
  const height = number(element, 'height');
  if ((width ?? SMALLEST_PX) < SMALLEST_PX || (height ?? SMALLEST_PX) < SMALLEST_PX) return undefined;
  const name = element.nodeName.toLowerCase();
  const attributes: Attributes = {};
  if (width) attributes.width = width;
  if (height) attributes.height = height;
  if (name === 'img') {
    const src = pictureAddress(element, base);
    if (!src) return undefined;
    attributes.src = src;
    attributes.alt = (element.getAttribute('alt') ?? '').trim().slice(0, 1000);
    return { tag: 'img', attributes, children: [] };
  }
  const source = element.querySelector('source');
  const src = safeAddress(element.getAttribute('src') ?? source?.getAttribute('src') ?? null, base);
  if (!src) return undefined;
  return { tag: name === 'audio' ? 'audio' : 'video', attributes: { ...attributes, src }, children: [] };
}
