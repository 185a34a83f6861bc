/**
 * Keeps what the person restored: single blocks by their words, and similar blocks on a whole site by their tag, class
 * and id names.
 */
import type { BroughtBack } from '../article.ts';
import type { Verdict } from '../judge/verdict.ts';
import { Names } from '../judge/features/class-names.ts';
import type { Box, Page, Run } from '../page/model.ts';

/** Maximum length of a stored shape (characters); longer lists of names are generated and would not match again. */
const LONGEST = 200;

/** The names of an element: its tag and the words of its class and id, each once, in a fixed order. */
function calledOf(names: Names, box: Box): { words: string[]; called: string } {
  const words = names.of(box.element).filter((name) => !name.startsWith('<') && !name.includes('='));
  const once = [...new Set(words)].sort();
  return { words: once, called: [box.tag, ...once].join('.') };
}

/**
 * The shape of the block around a run: the nearest box that has a name and nothing the judge keeps, and its parent.
 * Null if no such box has a name, because its tag alone would match every paragraph.
 */
function shapeOf(run: Run, names: Names, kept: Int32Array): { shape: string; box: Box } | null {
  for (let box: Box | undefined = run.box; box; box = box.parent) {
    if ((kept[box.endRun] ?? 0) > (kept[box.firstRun] ?? 0)) return null;
    const { words, called } = calledOf(names, box);
    if (!words.length) continue;
    const shape = box.parent ? `${called} < ${calledOf(names, box.parent).called}` : called;
    return shape.length <= LONGEST ? { shape, box } : null;
  }
  return null;
}

/**
 * Keeps what the person restored, regardless of the judge: `texts` are removals, `shapes` those of the site. Returns
 * each that was found. Changes the verdicts; costs nothing where there are neither.
 */
export function keepBroughtBack(
  page: Page,
  verdicts: Verdict[],
  texts: readonly string[],
  shapes: readonly string[],
): BroughtBack[] {
  if (!texts.length && !shapes.length) return [];
  const textOf = new Map(texts.flatMap((text) => text.split('\n').map((line) => [line, text] as const)));
  const wanted = new Set(shapes);
  const names = new Names();
  const kept = new Int32Array(page.runs.length + 1);
  verdicts.forEach(({ keep }, at) => (kept[at + 1] = (kept[at] ?? 0) + (keep ? 1 : 0)));
  const found = new Map<string | Box, BroughtBack>();
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (!verdict) continue;
    const lines = run.text.split('\n');
    const text = lines.every((line) => textOf.has(line)) ? textOf.get(lines[0] ?? '') : undefined;
    const shaped = verdict.keep || run.hidden ? null : shapeOf(run, names, kept);
    const onSite = shaped !== null && wanted.has(shaped.shape);
    if (text === undefined && !onSite) continue;
    verdict.keep = true;
    verdict.score01 = 1;
    const key = text ?? shaped?.box ?? run.text;
    const before = found.get(key);
    if (!before) found.set(key, { text: text ?? run.text, shape: shaped?.shape ?? null, onSite });
    else if (text === undefined) before.text += `\n${run.text}`;
    else {
      // A card of a title and an excerpt: the box that holds both is not the same as the one around each.
      before.shape ??= shaped?.shape ?? null;
      before.onSite ||= onSite;
    }
  }
  return [...found.values()];
}
