/**
 * Rebuilds trees from outside: only the tags and attributes that `article.ts` names, with safe addresses, within
 * bounds.
 */
import { type ArticleElement, type ArticleNode, type Attributes, TAGS, type Tag } from '../article/article.ts';
import { ADDRESS_LIMIT } from './bounds.ts';

/** Elements and texts in one tree: ten times the longest article met (a 90,000-word report). */
export const NODE_LIMIT = 200_000;
/** Nesting: browsers themselves stop at 512. */
export const DEPTH_LIMIT = 512;
/** Characters of one attribute; `data:` images have their own bound in the article's shape. */
const ATTRIBUTE_LIMIT = 70_000;
const TAG_NAMES: ReadonlySet<string> = new Set(TAGS);
const WORDS = ['alt', 'title', 'lang', 'id', 'datetime', 'language', 'embed'] as const;
const NUMBERS = ['width', 'height', 'start', 'colspan', 'rowspan'] as const;

/** True for an absolute http or https address that is not longer than a kept address may be. */
export function isWebAddress(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > ADDRESS_LIMIT) return false;
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}

/**
 * The tree rebuilt from what is allowed; null if it is no tree or past a bound. Iterates, so that depth cannot break
 * it.
 */
export function parseTree(value: unknown): ArticleElement | null {
  const root = parseElement(value);
  if (!root) return null;
  let nodes = 1;
  const open: { from: unknown[]; to: ArticleNode[]; depth: number }[] = [
    { from: children(value), to: root.children, depth: 1 },
  ];
  for (let level = open.pop(); level; level = open.pop()) {
    nodes += level.from.length;
    if (nodes > NODE_LIMIT || level.depth > DEPTH_LIMIT) return null;
    for (const child of level.from) {
      if (typeof child === 'string') level.to.push(child);
      else {
        const element = parseElement(child);
        if (!element) return null;
        level.to.push(element);
        open.push({ from: children(child), to: element.children, depth: level.depth + 1 });
      }
    }
  }
  return root;
}

function children(value: unknown): unknown[] {
  return isObject(value) && Array.isArray(value.children) ? value.children : [];
}

function parseElement(value: unknown): ArticleElement | null {
  if (!isObject(value) || !isTag(value.tag) || !Array.isArray(value.children)) return null;
  const element: ArticleElement = { tag: value.tag, children: [] };
  if (isCount(value.block)) element.block = value.block;
  if (isObject(value.attributes)) element.attributes = parseAttributes(value.attributes);
  return element;
}

/** What is not named, or not of its kind, is left out. */
function parseAttributes(value: Record<string, unknown>): Attributes {
  const kept: Attributes = {};
  if (isTarget(value.href)) kept.href = value.href;
  if (isSource(value.src)) kept.src = value.src;
  for (const name of WORDS) {
    const word = value[name];
    if (typeof word === 'string' && word.length <= ATTRIBUTE_LIMIT) kept[name] = word;
  }
  for (const name of NUMBERS) {
    const number = value[name];
    if (isCount(number)) kept[name] = number;
  }
  if (value.dir === 'ltr' || value.dir === 'rtl' || value.dir === 'auto') kept.dir = value.dir;
  if (value.display === 'block' || value.display === 'inline') kept.display = value.display;
  if (value.role === 'byline' || value.role === 'post') kept.role = value.role;
  return kept;
}

/** A web address, or the place of a footnote in the same article. */
function isTarget(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > ATTRIBUTE_LIMIT) return false;
  return isWebAddress(value) || /^#./u.test(value);
}

function isSource(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > ATTRIBUTE_LIMIT) return false;
  return isWebAddress(value) || /^data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]/i.test(value);
}

function isTag(value: unknown): value is Tag {
  return typeof value === 'string' && TAG_NAMES.has(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
