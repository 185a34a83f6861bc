/** Keeps the lines of a page that its structured data lists as ingredients or steps (schema.org Recipe and HowTo). */
import { keepRun, ruleOf } from './rule.ts';
import type { Page, Run } from '../../page/model.ts';
import { isOutside } from './short-pages.ts';

/** Limits on how much of a page's JSON-LD is read. */
const MOST_SCRIPTS = 20;
const MOST_CHARACTERS = 300_000;
const MOST_NODES = 3000;
const LONGEST = 3000;
/** Minimum length of a line to match, in letters and digits: shorter ones match by chance. */
const SHORTEST = 6;
/** Fewer lines than this on the page are a mention of the dish, not the recipe. */
const FEWEST = 3;
/** Labels among ingredients and steps are shorter than this (characters but white space). */
const LONGEST_LABEL = 60;
const LISTS = ['recipeIngredient', 'ingredients', 'recipeInstructions', 'step', 'supply', 'tool', 'itemListElement'];
const MICRODATA = '[itemprop~="recipeIngredient"],[itemprop~="ingredients"],[itemprop~="recipeInstructions"]';

const letters = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '');
const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** The texts of ingredients and steps in a page's JSON-LD, as letters alone. */
function toldTo(document: Document): string[] {
  const scripts: NodeListOf<Element> = Document.prototype.querySelectorAll.call(document, 'script[type*="ld+json"]');
  const texts: string[] = [];
  for (const script of [...scripts].slice(0, MOST_SCRIPTS)) {
    const source = script.textContent ?? '';
    if (source.length > MOST_CHARACTERS || !/"(?:Recipe|HowTo)"/.test(source)) continue;
    let value: unknown;
    try {
      value = JSON.parse(source);
    } catch {
      continue;
    }
    collect(value, texts);
  }
  return texts.map(letters).filter((text) => text.length >= SHORTEST);
}

/** Goes through JSON-LD without recursion; below a recipe's lists, all texts count. */
function collect(value: unknown, texts: string[]): void {
  const waiting: { value: unknown; within: boolean }[] = [{ value, within: false }];
  for (let at = 0; at < waiting.length && at < MOST_NODES; at++) {
    const { value: one, within } = waiting[at] ?? {};
    if (typeof one === 'string' && within) texts.push(one.slice(0, LONGEST).replace(/<[^>]*>/g, ' '));
    if (!isObject(one)) continue;
    if (Array.isArray(one)) for (const each of one) waiting.push({ value: each, within: within === true });
    else
      for (const [key, inner] of Object.entries(one)) {
        const text = within === true && (key === 'text' || key === 'name');
        if (isObject(inner) || text || LISTS.includes(key))
          waiting.push({ value: inner, within: text || (LISTS.includes(key) && isRecipe(one, within === true)) });
      }
  }
}

function isRecipe(node: object, within: boolean): boolean {
  const type: unknown = Object.getOwnPropertyDescriptor(node, '@type')?.value;
  return within || /\b(?:Recipe|HowTo)\b/.test(JSON.stringify(type ?? ''));
}

/** Whether a line is one of the texts, or a good part of one. */
function matcher(page: Page): (run: Run) => boolean {
  const told = toldTo(page.document);
  const exact = new Set(told);
  const all = told.join('\n');
  const marked: NodeListOf<Element> = Document.prototype.querySelectorAll.call(page.document, MICRODATA);
  const elements = new Set<Element>(marked);
  return (run) => {
    if (elements.size > 0 && isMarked(run, elements)) return true;
    if (all === '') return false;
    const own = letters(run.text);
    return exact.has(own) || (own.length >= SHORTEST * 2 && all.includes(own));
  };
}

function isMarked(run: Run, elements: ReadonlySet<Element>): boolean {
  let at: Element | null = run.pieces[0]?.node.parentElement ?? null;
  for (let up = 0; up < 6 && at; up++, at = at.parentElement) if (elements.has(at)) return true;
  return false;
}

/** A recipe's lines and the short labels between them. */
export const recipes = ruleOf(
  'recipes',
  'Ingredients are short lines of a list without sentences.',
  ({ page }, verdicts) => {
    const isTold = matcher(page);
    const found = page.runs.filter((run) => !run.hidden && run.links === 0 && isTold(run) && !isOutside(run.box));
    if (found.length < FEWEST) return;
    const lines = new Set(found.map(({ index }) => index));
    for (const run of page.runs) if (lines.has(run.index) || isLabel(run, lines)) keepRun(verdicts, run.index);
  },
);

/** A short line without links right between two lines of the recipe. */
function isLabel(run: Run, lines: ReadonlySet<number>): boolean {
  if (run.hidden || run.links > 0 || run.buttonChars > 0 || run.chars > LONGEST_LABEL) return false;
  return lines.has(run.index + 1) && (lines.has(run.index - 1) || lines.has(run.index - 2));
}
