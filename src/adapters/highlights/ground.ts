/** Tells whether text is drawn on a light or a dark background. */
import type { Ground } from './style.ts';

/** Red, green, blue 0–255 and alpha 0–1. */
type Rgba = [number, number, number, number];

const CLEAR: Rgba = [0, 0, 0, 0];
let context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null | undefined;
const known = new Map<string, Rgba>();
const MOST_KNOWN = 500;

/** Parses any CSS colour the browser computes (`rgb()`, `oklch()`, `color()` …). */
function parseColour(css: string): Rgba {
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  if (plain)
    return [Number(plain[1]), Number(plain[2]), Number(plain[3]), plain[4] === undefined ? 1 : Number(plain[4])];
  const found = known.get(css);
  if (found) return found;
  context ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!context) return CLEAR;
  context.clearRect(0, 0, 1, 1);
  context.fillStyle = css;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = context.getImageData(0, 0, 1, 1).data;
  const colour: Rgba = [red, green, blue, alpha / 255];
  if (known.size > MOST_KNOWN) known.clear();
  known.set(css, colour);
  return colour;
}

/** Relative luminance, 0–1 (WCAG 2.2). */
function luminance([red, green, blue]: Rgba): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((v) => {
    const share = v / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The luminance at which black and white text stand out equally. */
const MIDDLE = 0.179;

/**
 * Decides by the nearest painted background or, if that is a picture or nothing, by the text colour. Reads the style of
 * each element on the way up once; `cache` avoids reading it again for neighbours.
 */
export function groundUnder(element: Element, cache: Map<Element, Ground>): Ground {
  const way: Element[] = [];
  let ground: Ground | undefined;
  let at: Element | null = element;
  while (at && !ground) {
    ground = cache.get(at);
    if (ground) break;
    way.push(at);
    const style: CSSStyleDeclaration = getComputedStyle(at);
    if (style.backgroundImage !== 'none') break;
    const colour = parseColour(style.backgroundColor);
    if (colour[3] > 0.5) ground = luminance(colour) > MIDDLE ? 'light' : 'dark';
    at = parentOf(at);
  }
  ground ??= luminance(parseColour(getComputedStyle(element).color)) > MIDDLE * 2 ? 'dark' : 'light';
  for (const passed of way) cache.set(passed, ground);
  return ground;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
