/** Chooses the pictures, films and sounds of a page that belong to the article. */
import type { Verdict } from '../verdict.ts';
import { headOf, isAside } from '../rules/figures.ts';
import type { Box, Medium, Page } from '../../page/model.ts';

/** Maximum depth of a picture in its figure. */
const FIGURE_LEVELS = 12;
/** A picture above the text is at least this wide, where the page says how wide it is (CSS px). */
const LEAD_PX = 200;
/** Names of pictures that do not belong to the text, such as those next to a byline or in a toolbar. */
const FURNITURE =
  /avatar|gravatar|profile|author|logo|icon|emoji|sprite|spacer|pixel|badge|share|social|rating|banner/i;
/** Addresses of pictures: a link to one enlarges it. */
const PICTURE_FILE = /\.(?:jpe?g|png|gif|webp|avif|svg)(?:$|[?#])|\/(?:File|Datei|Fichier|Archivo|Файл):/i;

/** Whether a link around a picture leads to the picture itself. */
function opensItself(medium: Medium): boolean {
  const link = medium.element.parentElement?.closest('a');
  return PICTURE_FILE.test(link?.getAttribute('href') ?? '');
}

/** Whether a picture is named or sized as a portrait, a sign or a counter. */
function isFurniture({ element, box }: Medium): boolean {
  const names = ['class', 'id', 'alt', 'src'].map((name) => element.getAttribute(name)?.slice(-200) ?? '');
  const above = [element.parentElement, box.element].map((one) => one?.getAttribute('class') ?? '');
  const widthPx = Number.parseInt(element.getAttribute('width') ?? '', 10);
  return widthPx < LEAD_PX || FURNITURE.test([...names, ...above].join(' '));
}

/** Whether a picture is above the first kept line, in the part of the page with the title or the article. */
function isLead(medium: Medium, head: ReturnType<typeof headOf>, first: number): boolean {
  if (!head || medium.before > first || medium.before < head.from || medium.box.hidden) return false;
  if (medium.inLink && !opensItself(medium)) return false;
  let box: Box | undefined = medium.box;
  while (box && box !== head.ground) box = box.parent;
  return box === head.ground && !isAside(medium.box, head.ground) && !isFurniture(medium);
}

/**
 * The pictures among kept runs: in a figure of the article or a box with kept text, between two kept runs of the same
 * part, or above the first kept line; not those of a card that was dropped.
 *
 * @param keep 1 for each kept run
 * @param figures figures of the article, as `figuresOfArticle` tells them
 */
export function keptMedia(
  page: Page,
  keep: Uint8Array,
  root: Box,
  figures: ReadonlySet<Box> = new Set(),
  verdicts: readonly Verdict[] = [],
): Set<Element> {
  const kept = new Set<Element>();
  const before = new Int32Array(keep.length + 1);
  keep.forEach((one, at) => (before[at + 1] = (before[at] ?? 0) + one));
  const share = (box: Box) => (before[box.endRun] ?? 0) - (before[box.firstRun] ?? 0);
  const first = keep.indexOf(1);
  const head = headOf(page, verdicts);
  for (const medium of page.media) {
    if (isIn(medium.box, figures)) {
      kept.add(medium.element);
      continue;
    }
    if (isLead(medium, head, first)) kept.add(medium.element);
    if (medium.before < root.firstRun || medium.before > root.endRun) continue;
    let box: Box | undefined = medium.box;
    // The smallest box around the picture that has text says whether it is the article's.
    while (box && box !== root && box.endRun === box.firstRun) box = box.parent;
    if (!box || box.hidden) continue;
    const runs = box.endRun - box.firstRun;
    const close = (keep[medium.before - 1] ?? 0) + (keep[medium.before] ?? 0);
    const leadsAway = medium.inLink && !opensItself(medium);
    if (share(box) * 2 > runs || (close === 2 && !leadsAway)) kept.add(medium.element);
  }
  return kept;
}

/** Whether a box is inside one of `some`, at most a few levels up: figures are shallow. */
function isIn(box: Box, some: ReadonlySet<Box>): boolean {
  let at: Box | undefined = box;
  for (let up = 0; up < FIGURE_LEVELS && at && some.size > 0; up++, at = at.parent) if (some.has(at)) return true;
  return false;
}
