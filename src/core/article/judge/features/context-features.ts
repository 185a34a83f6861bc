/** Run features of what surrounds a run: its boxes, card, section and neighbours, and the likeliest box of the page. */
import { type BoxFeatures, FLAG, boxFeatures } from './box-features.ts';
import { COLUMN, type TokenLogOdds, SHORT_LINE_WORDS, tagCode } from './feature-list.ts';
import { sums } from '../../../prefix-sums.ts';
import type { SnapshotBox, Snapshot } from '../snapshot.ts';

/** Writes the features of the run at `at` into its row, which begins at `row`. */
export interface Around {
  write(at: number, rows: Float32Array, row: number): void;
}

/** Minimum length of a line that counts as a paragraph (characters). */
const LONG = 80;

interface Section {
  heading: number;
  first: number;
  end: number;
  chars: number;
  link: number;
}

/** The stretch under each heading, up to the next. */
function sections(snapshot: Snapshot, isHeading: (at: number) => boolean): { of: Int32Array; list: Section[] } {
  const of = new Int32Array(snapshot.runs.length);
  const list: Section[] = [{ heading: -1, first: 0, end: 0, chars: 0, link: 0 }];
  snapshot.runs.forEach((run, at) => {
    if (isHeading(at)) list.push({ heading: at, first: at + 1, end: at + 1, chars: 0, link: 0 });
    of[at] = list.length - 1;
    const section = list[list.length - 1];
    if (!section || section.heading === at) return;
    section.end = at + 1;
    section.chars += run.chars;
    section.link += run.linkChars;
  });
  return { of, list };
}

class Surroundings implements Around {
  private readonly features: BoxFeatures;
  private readonly chars: (from: number, to: number) => number;
  private readonly links: (from: number, to: number) => number;
  private readonly longs: (from: number, to: number) => number;
  private readonly sections: ReturnType<typeof sections>;

  constructor(
    private readonly snapshot: Snapshot,
    private readonly logOdds: TokenLogOdds,
  ) {
    const { runs, boxes } = snapshot;
    this.features = boxFeatures(snapshot, logOdds);
    this.chars = sums(runs.length, (at) => runs[at]?.chars ?? 0);
    this.links = sums(runs.length, (at) => runs[at]?.linkChars ?? 0);
    this.longs = sums(runs.length, (at) =>
      (runs[at]?.chars ?? 0) >= LONG && (runs[at]?.linkChars ?? 0) * 3 < (runs[at]?.chars ?? 0) ? 1 : 0,
    );
    this.sections = sections(snapshot, (at) => /^h[1-6]$/.test(boxes[runs[at]?.box ?? 0]?.tag ?? ''));
  }

  write(at: number, rows: Float32Array, row: number): void {
    const run = this.snapshot.runs[at];
    const box = run && this.snapshot.boxes[run.box];
    if (!run || !box) return;
    this.place(at, run.box, box, rows, row);
    this.names(run.box, box, rows, row);
    this.sizes(box, rows, row);
    this.card(at, run.box, box, rows, row);
    this.candidate(at, run.box, box, rows, row);
    this.neighbours(at, run.box, rows, row);
  }

  private box(at: number): SnapshotBox | undefined {
    return at >= 0 ? this.snapshot.boxes[at] : undefined;
  }

  private place(at: number, own: number, box: SnapshotBox, rows: Float32Array, row: number): void {
    const { runs } = this.snapshot;
    const all = this.chars(0, runs.length);
    rows[row + COLUMN.tag] = tagCode(box.tag);
    rows[row + COLUMN.place] = at / runs.length;
    rows[row + COLUMN.charPlace] = all ? this.chars(0, at) / all : 0;
    rows[row + COLUMN.depth] = box.depth;
    rows[row + COLUMN.ownRuns] = box.endRun - box.firstRun;
    rows[row + COLUMN.orderInBox] = at - box.firstRun;
    rows[row + COLUMN.onlyInBox] = box.endRun - box.firstRun === 1 ? 1 : 0;
    rows[row + COLUMN.heading] = /^h[1-6]$/.test(box.tag) ? Number(box.tag[1]) : 0;
    const section = this.sections.list[this.sections.of[at] ?? 0];
    const heading = section && section.heading >= 0 ? runs[section.heading] : undefined;
    rows[row + COLUMN.sinceHeading] = section && heading ? at - section.heading : -1;
    rows[row + COLUMN.headingChars] = heading ? heading.chars : -1;
    rows[row + COLUMN.headingLink] = heading ? heading.linkChars / heading.chars : -1;
    let names = 0;
    if (heading && heading.words.length <= SHORT_LINE_WORDS)
      for (const word of heading.words) names += this.logOdds.words.get(word) ?? 0;
    rows[row + COLUMN.headingNames] = names;
    const length = section ? Math.max(1, section.end - section.first) : 1;
    rows[row + COLUMN.sectionRuns] = length;
    rows[row + COLUMN.sectionMean] = section ? section.chars / length : 0;
    rows[row + COLUMN.sectionLink] = section?.chars ? section.link / section.chars : 0;
    rows[row + COLUMN.pageRuns] = runs.length;
    rows[row + COLUMN.pageChars] = Math.log1p(all);
    rows[row + COLUMN.pageLink] = all ? this.links(0, runs.length) / all : 0;
    rows[row + COLUMN.pageLong] = this.longs(0, runs.length);
    rows[row + COLUMN.pageMean] = all / runs.length;
    rows[row + COLUMN.plain] = this.snapshot.plain ? 1 : 0;
    rows[row + COLUMN.lists] = this.features.lists[own] ?? 0;
  }

  private names(own: number, box: SnapshotBox, rows: Float32Array, row: number): void {
    const { name, nameSum, nameBest, nameWorst, flags } = this.features;
    const parent = box.parent;
    const grand = this.box(parent)?.parent ?? -1;
    rows[row + COLUMN.nameOwn] = name[own] ?? 0;
    rows[row + COLUMN.nameParent] = name[parent] ?? 0;
    rows[row + COLUMN.nameGrand] = name[grand] ?? 0;
    rows[row + COLUMN.nameSum] = nameSum[own] ?? 0;
    rows[row + COLUMN.nameBest] = nameBest[own] ?? 0;
    rows[row + COLUMN.nameWorst] = nameWorst[own] ?? 0;
    const flag = flags[own] ?? 0;
    rows[row + COLUMN.flags] = flag & 63;
    const has = (tag: string) => (flag & (FLAG[tag] ?? 0) ? 1 : 0);
    rows[row + COLUMN.inTable] = has('table');
    rows[row + COLUMN.inForm] = has('form');
    rows[row + COLUMN.inNav] = has('nav');
    rows[row + COLUMN.inAside] = has('aside');
    rows[row + COLUMN.inFoot] = has('footer');
    rows[row + COLUMN.inHead] = has('header');
    rows[row + COLUMN.inMain] = has('main');
    rows[row + COLUMN.inArticle] = has('article');
    rows[row + COLUMN.inFigure] = has('figure');
    rows[row + COLUMN.inQuote] = has('blockquote');
  }

  private sizes(box: SnapshotBox, rows: Float32Array, row: number): void {
    const parent = this.box(box.parent);
    const grand = parent && this.box(parent.parent);
    const great = grand && this.box(grand.parent);
    const runs = (one: SnapshotBox | undefined) => (one ? one.endRun - one.firstRun : -1);
    const link = (one: SnapshotBox | undefined) => (one?.chars ? one.linkChars / one.chars : -1);
    const mean = (one: SnapshotBox | undefined) => (one && runs(one) ? one.chars / runs(one) : -1);
    const size = (one: SnapshotBox | undefined) => Math.log1p(one?.chars ?? 0);
    rows[row + COLUMN.boxChars] = size(box);
    rows[row + COLUMN.parentChars] = size(parent);
    rows[row + COLUMN.grandChars] = size(grand);
    rows[row + COLUMN.greatChars] = size(great);
    rows[row + COLUMN.boxLink] = link(box);
    rows[row + COLUMN.parentLink] = link(parent);
    rows[row + COLUMN.grandLink] = link(grand);
    rows[row + COLUMN.greatLink] = link(great);
    rows[row + COLUMN.parentRuns] = runs(parent);
    rows[row + COLUMN.grandRuns] = runs(grand);
    rows[row + COLUMN.greatRuns] = runs(great);
    rows[row + COLUMN.parentMean] = mean(parent);
    rows[row + COLUMN.grandMean] = mean(grand);
    rows[row + COLUMN.greatMean] = mean(great);
  }

  private card(at: number, own: number, box: SnapshotBox, rows: Float32Array, row: number): void {
    const { features } = this;
    const index = features.card[own] ?? -1;
    const card = this.box(index);
    if (!card) {
      for (const feature of [
        'cards',
        'cardChars',
        'cardRuns',
        'cardLink',
        'cardImages',
        'cardsLink',
        'cardsMean',
      ] as const)
        rows[row + COLUMN[feature]] = -1;
      rows[row + COLUMN.cardDepth] = -1;
      rows[row + COLUMN.cardsInPage] = 0;
      return;
    }
    rows[row + COLUMN.cards] = features.alike[index] ?? 0;
    rows[row + COLUMN.cardChars] = card.chars;
    rows[row + COLUMN.cardRuns] = card.endRun - card.firstRun;
    rows[row + COLUMN.cardLink] = card.chars ? card.linkChars / card.chars : 0;
    rows[row + COLUMN.cardImages] = card.images;
    rows[row + COLUMN.cardsLink] = features.alikeLink[index] ?? 0;
    rows[row + COLUMN.cardsMean] = (features.alikeChars[index] ?? 0) / Math.max(1, features.alikeRuns[index] ?? 1);
    rows[row + COLUMN.cardDepth] = (box.depth - card.depth) * 20 + Math.min(19, at - card.firstRun);
    rows[row + COLUMN.cardsInPage] = features.ofShape.get(card.shape) ?? 0;
  }

  private candidate(at: number, own: number, box: SnapshotBox, rows: Float32Array, row: number): void {
    const { features } = this;
    const parent = box.parent;
    const top = this.box(features.top);
    const within = top !== undefined && at >= top.firstRun && at < top.endRun;
    rows[row + COLUMN.inTop] = within ? 1 : 0;
    let shared = own;
    while (top && shared >= 0) {
      const one = this.box(shared);
      if (one && one.firstRun <= top.firstRun && one.endRun >= top.endRun) break;
      shared = one?.parent ?? -1;
    }
    rows[row + COLUMN.aboveTop] = within || !top ? 0 : top.depth - (this.box(shared)?.depth ?? 0);
    const best = Math.max(1, features.score[features.top] ?? 1);
    rows[row + COLUMN.topRatio] = (features.score[own] ?? 0) / best;
    rows[row + COLUMN.topParent] = (features.score[parent] ?? 0) / best;
    rows[row + COLUMN.topShare] = top ? top.chars / Math.max(1, this.chars(0, this.snapshot.runs.length)) : 0;
  }

  private neighbours(at: number, own: number, rows: Float32Array, row: number): void {
    const { runs, boxes } = this.snapshot;
    const one = (offset: -2 | -1 | 1 | 2) => runs[at + offset];
    const size = (offset: -2 | -1 | 1 | 2) => Math.log1p(one(offset)?.chars ?? 0);
    const link = (offset: -2 | -1 | 1 | 2) => {
      const run = one(offset);
      return run ? run.linkChars / run.chars : -1;
    };
    const parent = boxes[own]?.parent ?? -1;
    const same = (offset: -1 | 1) => {
      const other = one(offset)?.box ?? -9;
      return other === own ? 2 : boxes[other]?.parent === parent ? 1 : 0;
    };
    rows[row + COLUMN['chars-1']] = size(-1);
    rows[row + COLUMN['link-1']] = link(-1);
    rows[row + COLUMN['tag-1']] = tagCode(boxes[one(-1)?.box ?? -1]?.tag ?? '');
    rows[row + COLUMN['same-1']] = same(-1);
    rows[row + COLUMN['chars+1']] = size(1);
    rows[row + COLUMN['link+1']] = link(1);
    rows[row + COLUMN['tag+1']] = tagCode(boxes[one(1)?.box ?? -1]?.tag ?? '');
    rows[row + COLUMN['same+1']] = same(1);
    rows[row + COLUMN['chars-2']] = size(-2);
    rows[row + COLUMN['link-2']] = link(-2);
    rows[row + COLUMN['chars+2']] = size(2);
    rows[row + COLUMN['link+2']] = link(2);
    const mean = (from: number, to: number) => this.chars(from, to) / (to - from);
    const linked = (from: number, to: number) => this.links(from, to) / Math.max(1, this.chars(from, to));
    rows[row + COLUMN.near3] = mean(at - 3, at + 4);
    rows[row + COLUMN.near8] = mean(at - 8, at + 9);
    rows[row + COLUMN.nearLink3] = linked(at - 3, at + 4);
    rows[row + COLUMN.nearLink8] = linked(at - 8, at + 9);
    rows[row + COLUMN.longBefore] = this.longs(0, at);
    rows[row + COLUMN.longAfter] = this.longs(at + 1, runs.length);
  }
}

/** Gathers what surrounds the runs of a page. Linear in the page. */
export function around(snapshot: Snapshot, logOdds: TokenLogOdds): Around {
  return new Surroundings(snapshot, logOdds);
}
