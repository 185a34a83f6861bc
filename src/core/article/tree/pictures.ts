/** Finds the address of a picture, video or audio, also with lazy loading. */
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
/** Pictures whose declared width or height is smaller than this are tracking pixels, arrows and smileys (CSS px). */
const SMALLEST_PX = 32;
/** The picture chosen from a `srcset` is the smallest that is at least this wide (CSS px), else the widest. */
const WANTED_WIDTH_PX = 1200;
/** A `data:` picture shorter than this is an empty placeholder (characters). */
const PLACEHOLDER_LENGTH = 400;

/** Names of placeholders that a page shows until the real picture is loaded. */
const PLACEHOLDER = new RegExp(
  [
    String.raw`(?:^|[\/_.-])(?:blank|placeholder|spacer|transparent|lazy-?load(?:er|ing)?|loading|1x1|pixel|dummy)`,
    String.raw`(?:[_.-][\w.-]*)?\.(?:gif|png|svg|jpe?g|webp)(?:$|[?#])`,
  ].join(''),
  'i',
);
/** A file of a picture, and a list of such files with widths. */
const PICTURE = /^(?:https?:)?\/{0,2}[^\s"'<>{}]+\.(?:jpe?g|png|gif|webp|avif)(?:[?#!@][^\s"'<>]*)?$/i;
const PICTURE_SET = /^\S+\.(?:jpe?g|png|gif|webp|avif)\S*\s+\d+(?:\.\d+)?[wx]\s*(?:,|$)/i;
/** Attributes with text, styles and link targets, which do not name the picture itself. */
const NO_ADDRESS =
  /^(?:src|srcset|alt|title|class|id|style|sizes|usemap|longdesc|on\w+|aria-.*|.*(?:link|href|share).*)$/i;
const LONGEST_ADDRESS = 4000;

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
  if (own && !own.startsWith('data:') && !PLACEHOLDER.test(own)) return own;
  const spare = offered ?? withoutScript(element, base) ?? elsewhere(element, base);
  return spare ?? (own && (!own.startsWith('data:') || own.length > PLACEHOLDER_LENGTH) ? own : undefined);
}

/**
 * The address of a picture in any other attribute, recognised by its form, because pages invent attribute names for it.
 */
function elsewhere(element: Element, base: string): string | undefined {
  for (const { name, value } of element.attributes) {
    if (NO_ADDRESS.test(name) || value.length > LONGEST_ADDRESS) continue;
    const address = PICTURE_SET.test(value) ? fromSet(value) : PICTURE.test(value.trim()) ? value.trim() : undefined;
    const safe = safeAddress(address ?? null, base);
    if (safe && !PLACEHOLDER.test(safe)) return safe;
  }
  return undefined;
}

/** The picture in a `<noscript>` next to a placeholder, for readers without scripts. */
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

/** Width and height in CSS px, declared or loaded: with both, the layout does not move while it loads. */
function sizeOf(element: Element): [number | undefined, number | undefined] {
  const [width, height] = ['width', 'height'].map((name) => number(element, name) ?? number(element, `data-${name}`));
  const isKnown = width !== undefined && height !== undefined;
  return (isKnown ? undefined : naturalSize(element)) ?? [width, height];
}

/** The size of a picture that the page has loaded; undefined for a placeholder of one pixel. */
function naturalSize(element: Element): [number, number] | undefined {
  if (!('naturalWidth' in element) || !('naturalHeight' in element)) return undefined;
  const { naturalWidth: width, naturalHeight: height } = element;
  if (typeof width !== 'number' || typeof height !== 'number') return undefined;
  return width > 1 && height > 1 ? [width, height] : undefined;
}

/**
 * The element of the tree for a picture, film or sound; undefined if it has no address we may keep or is too small to
 * be read.
 */
export function mediumElement(element: Element, base: string): ArticleElement | undefined {
  const [width, height] = sizeOf(element);
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
