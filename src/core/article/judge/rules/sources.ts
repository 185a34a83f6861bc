/** Keeps the list of sources under its heading. */
import { approximateSite } from '../../metadata/address.ts';
import type { Box, Page, Run } from '../../page/model.ts';
import type { Verdict } from '../verdict.ts';
import { isKept, largestAlone } from '../kept/kept-text.ts';
import { DEEPEST, type Verdicts, ruleOf, setKeep } from './rule.ts';

/** Minimum kept text in a container before a list of sources at its end (characters other than white space). */
const TEXT_BEFORE_SOURCES = 200;
const FEWEST_SOURCES = 2;
const HEADING = /^h[1-6]$/;

/** The heading right above a list, in its container. */
function headingOver(page: Page, list: Box): Run | undefined {
  const run = page.runs[list.firstRun - 1];
  const around = largestAlone(list).parent;
  return run && around && run.index >= around.firstRun && HEADING.test(run.box.tag) ? run : undefined;
}

/** Whether a text is a bibliographic reference, in any script: a year, several stops, a comma. */
function isReference(text: string): boolean {
  return /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(text) && /[.。．].*[.。．]/.test(text) && /[,、，;；]/.test(text);
}

/**
 * Whether most items link to other sites, and whether to several sites or as academic citations. A link that contains
 * the page's own address is a sharing button.
 */
function leadsAway(page: Page, list: Box, own: string): { most: boolean; asSources: boolean } {
  const sites = new Set<string>();
  let [away, cited] = [0, 0];
  for (let at = list.firstRun; at < list.endRun; at++) {
    const { href = '', text = '' } = page.runs[at] ?? {};
    if (!/^(https?:)?\/\//.test(href) || href.includes(own) || !URL.canParse(href, 'https://x.example')) continue;
    sites.add(approximateSite(new URL(href, 'https://x.example').hostname));
    away++;
    if (isReference(text)) cited++;
  }
  const many = sites.size > 1 && sites.size * 2 >= away;
  return { most: away * 3 >= (list.endRun - list.firstRun) * 2, asSources: many || cited * 2 > away };
}

/**
 * The text that a container holds itself, up to a run: characters kept and not. Goes through each container once, if
 * asked in order.
 */
function textsBefore(page: Page, verdicts: Verdicts): (around: Box, end: number) => { kept: number; left: number } {
  const seen = new Map<Box, { at: number; kept: number; left: number }>();
  return (around, end) => {
    const sum = seen.get(around) ?? { at: around.firstRun, kept: 0, left: 0 };
    seen.set(around, sum);
    for (; sum.at < end; sum.at++) {
      const run = page.runs[sum.at];
      if (!run || (run.box !== around && run.box.parent !== around)) continue;
      if (isKept(verdicts, sum.at)) sum.kept += run.chars;
      else sum.left += run.chars;
    }
    return sum;
  };
}

/**
 * Keeps a list of links to other sites under a heading in the container of the text. These are the author's sources:
 * teasers link to the page's own site or to one other.
 */
function keepSources(page: Page, boxes: readonly Box[], verdicts: Verdict[], url: string): void {
  const own = URL.canParse(url) ? approximateSite(new URL(url).hostname) : '';
  if (own === '') return;
  const before = textsBefore(page, verdicts);
  for (const box of boxes) {
    const items = box.endRun - box.firstRun;
    if ((box.tag !== 'ul' && box.tag !== 'ol') || box.hidden || box.images > 0 || items < FEWEST_SOURCES) continue;
    const heading = headingOver(page, box);
    const around = largestAlone(box).parent;
    if (!heading || !around) continue;
    const { kept, left } = before(around, heading.index);
    if (kept < TEXT_BEFORE_SOURCES || left > kept) continue;
    const { most, asSources } = leadsAway(page, box, own);
    if (most && (asSources || isKept(verdicts, heading.index)))
      setKeep(verdicts, { firstRun: heading.index, endRun: box.endRun });
  }
}

export const sources = ruleOf(
  'sources',
  "An author's sources are links to elsewhere, as teasers are.",
  ({ page, url }, verdicts) =>
    keepSources(
      page,
      page.boxes.filter((box) => box.depth <= DEEPEST),
      verdicts,
      url,
    ),
);
