/** Describes an element of one page so that the same part is found on other pages of its site. */
import { Names } from '../judge/features/class-names.ts';
import { bodyOf, elementsOf, isShadowed, parentOf } from '../page/dom-clobbering.ts';

/**
 * A part of a page. `path` names the element and its ancestors, outward: `article.post < main < div.page`. `order`
 * counts from 0 among the elements of the page with that path.
 */
export interface PagePart {
  path: string;
  order: number;
}

/** Longest path that is kept (characters), and elements looked at outward. */
export const PATH_MOST = 500;
const STEPS_MOST = 12;
const BETWEEN = ' < ';

/** The tag of an element with the words of its class and id, without numbers, which differ from page to page. */
function stepOf(element: Element, names: Names): string {
  const tag = element.nodeName.toLowerCase();
  if (isShadowed(element)) return 'form';
  const words = names.of(element).filter((name) => !name.startsWith('<') && !name.includes('='));
  return [tag, ...new Set(words.sort())].join('.');
}

const isElement = (node: Node | null): node is Element => node?.nodeType === 1;

/** The steps from an element outward to the body, which is left out: its names tell of the page, not of the part. */
function stepsOf(element: Element, body: Element | null, names: Names): string[] {
  const steps: string[] = [];
  for (let at: Node | null = element; isElement(at) && at !== body && steps.length < STEPS_MOST; at = parentOf(at)) {
    steps.push(stepOf(at, names));
  }
  return steps;
}

function joined(steps: readonly string[]): string {
  const path: string[] = [];
  let length = 0;
  for (const step of steps) {
    length += step.length + BETWEEN.length;
    if (path.length > 0 && length > PATH_MOST) break;
    path.push(step);
  }
  return path.join(BETWEEN).slice(0, PATH_MOST);
}

/** Describes an element of a document. Linear in the page. */
export function describePart(element: Element): PagePart {
  const { ownerDocument } = element;
  const names = new Names();
  const body = bodyOf(ownerDocument);
  const own = stepOf(element, names);
  const path = joined(stepsOf(element, body, names));
  let order = 0;
  for (const other of elementsOf(ownerDocument)) {
    if (other === element) break;
    if (stepOf(other, names) === own && joined(stepsOf(other, body, names)) === path) order++;
  }
  return { path, order };
}

/** How many steps agree, from the element outward. */
function agreement(steps: readonly string[], wanted: readonly string[]): number {
  const differs = wanted.findIndex((step, at) => step !== steps[at]);
  return differs < 0 ? wanted.length : differs;
}

/**
 * The best match for a part in a document: among the elements with the same name, the one whose ancestors agree
 * furthest outward; among equals the one with that order. Null if there is none, or if an element without a name
 * (`div`) has another parent. Linear in the page.
 */
export function findPart(document: Document, { path, order }: PagePart): Element | null {
  const wanted = path.split(BETWEEN);
  const names = new Names();
  const body = bodyOf(document);
  const own = wanted[0] ?? '';
  let best: Element[] = [];
  let most = own.includes('.') || own === 'article' || own === 'main' ? 1 : Math.min(2, wanted.length);
  for (const element of elementsOf(document)) {
    if (element === body || stepOf(element, names) !== own) continue;
    const agrees = agreement(stepsOf(element, body, names), wanted);
    if (agrees > most) best = [];
    if (agrees < most) continue;
    most = agrees;
    best.push(element);
  }
  return best[order] ?? best[0] ?? null;
}
