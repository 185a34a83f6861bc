/** Knows what surrounds each run: boxes, cards, headings, neighbours, the likeliest box, the page. */
import { type BoxFacts, FLAG, boxFacts } from './box-features.ts';
import { AT, type Leanings, SHORT_LINE_WORDS, tagCode } from './feature-list.ts';
import type { BoxBone, Skeleton } from '../snapshot.ts';

/** Writes the facts of the run at `at` into its row, which begins at `row`. */
export interface Around {
  write(at: number, rows: Float32Array, row: number): void;
}

/** A line of text at least this long is a paragraph to the reckoning (characters). */
const LONG = 80;

interface Section {
  heading: number;
  first: number;
  end: number;
  chars: number;
  link: number;
}

/** The stretch under each heading, up to the next. */
function sections(bones: Skeleton, isHeading: (at: number) => boolean): { of: Int32Array; list: Section[] } {
  const of = new Int32Array(bones.runs.length);
  const list: Section[] = [{ heading: -1, first: 0, end: 0, chars: 0, link: 0 }];
  bones.runs.forEach((run, at) => {
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

/** Sums of the runs before each: `sum(a, b)` over runs `[a, b)`. */
function sums(length: number, value: (at: number) => number): (from: number, to: number) => number {
  const total = new Float64Array(length + 1);
  for (let at = 0; at < length; at++) total[at + 1] = (total[at] ?? 0) + value(at);
  return (from, to) =>
    (total[Math.min(length, Math.max(0, to))] ?? 0) - (total[Math.min(length, Math.max(0, from))] ?? 0);
}

class Surroundings implements Around {
  private readonly facts: BoxFacts;
  private readonly chars: (from: number, to: number) => number;
  private readonly links: (from: number, to: number) => number;
  private readonly longs: (from: number, to: number) => number;
  private readonly sections: ReturnType<typeof sections>;

  constructor(
    private readonly bones: Skeleton,
    private readonly leanings: Leanings,
  ) {
    const { runs, boxes } = bones;
    this.facts = boxFacts(bones, leanings);
    this.chars = sums(runs.length, (at) => runs[at]?.chars ?? 0);
    this.links = sums(runs.length, (at) => runs[at]?.linkChars ?? 0);
    this.longs = sums(runs.length, (at) =>
      (runs[at]?.chars ?? 0) >= LONG && (runs[at]?.linkChars ?? 0) * 3 < (runs[at]?.chars ?? 0) ? 1 : 0,
    );
    this.sections = sections(bones, (at) => /^h[1-6]$/.test(boxes[runs[at]?.box ?? 0]?.tag ?? ''));
  }

  write(at: number, rows: Float32Array, row: number): void {
    const run = this.bones.runs[at];
    const box = run && this.bones.boxes[run.box];
    if (!run || !box) return;
    this.place(at, run.box, box, rows, row);
    this.names(run.box, box, rows, row);
    this.sizes(box, rows, row);
    this.card(at, run.box, box, rows, row);
    this.candidate(at, run.box, box, rows, row);
    this.neighbours(at, run.box, rows, row);
  }

  private box(at: number): BoxBone | undefined {
    return at >= 0 ? this.bones.boxes[at] : undefined;
  }

  private place(at: number, own: number, box: BoxBone, rows: Float32Array, row: number): void {
    const { runs } = this.bones;
    const all = this.chars(0, runs.length);
    rows[row + AT.tag] = tagCode(box.tag);
    rows[row + AT.place] = at / runs.length;
    rows[row + AT.charPlace] = all ? this.chars(0, at) / all : 0;
    rows[row + AT.depth] = box.depth;
    rows[row + AT.ownRuns] = box.endRun - box.firstRun;
    rows[row + AT.orderInBox] = at - box.firstRun;
    rows[row + AT.onlyInBox] = box.endRun - box.firstRun === 1 ? 1 : 0;
    rows[row + AT.heading] = /^h[1-6]$/.test(box.tag) ? Number(box.tag[1]) : 0;
    const section = this.sections.list[this.sections.of[at] ?? 0];
    const heading = section && section.heading >= 0 ? runs[section.heading] : undefined;
    rows[row + AT.sinceHeading] = section && heading ? at - section.heading : -1;
    rows[row + AT.headingChars] = heading ? heading.chars : -1;
    rows[row + AT.headingLink] = heading ? heading.linkChars / heading.chars : -1;
    let names = 0;
    if (heading && heading.words.length <= SHORT_LINE_WORDS)
      for (const word of heading.words) names += this.leanings.words.get(word) ?? 0;
    rows[row + AT.headingNames] = names;
    const length = section ? Math.max(1, section.end - section.first) : 1;
    rows[row + AT.sectionRuns] = length;
    rows[row + AT.sectionMean] = section ? section.chars / length : 0;
    rows[row + AT.sectionLink] = section?.chars ? section.link / section.chars : 0;
    rows[row + AT.pageRuns] = runs.length;
    rows[row + AT.pageChars] = Math.log1p(all);
    rows[row + AT.pageLink] = all ? this.links(0, runs.length) / all : 0;
    rows[row + AT.pageLong] = this.longs(0, runs.length);
    rows[row + AT.pageMean] = all / runs.length;
    rows[row + AT.plain] = this.bones.plain ? 1 : 0;
    rows[row + AT.lists] = this.facts.lists[own] ?? 0;
  }

  private names(own: number, box: BoxBone, rows: Float32Array, row: number): void {
    const { name, nameSum, nameBest, nameWorst, flags } = this.facts;
    const parent = box.parent;
    const grand = this.box(parent)?.parent ?? -1;
    rows[row + AT.nameOwn] = name[own] ?? 0;
    rows[row + AT.nameParent] = name[parent] ?? 0;
    rows[row + AT.nameGrand] = name[grand] ?? 0;
    rows[row + AT.nameSum] = nameSum[own] ?? 0;
    rows[row + AT.nameBest] = nameBest[own] ?? 0;
    rows[row + AT.nameWorst] = nameWorst[own] ?? 0;
    const flag = flags[own] ?? 0;
    rows[row + AT.flags] = flag & 63;
    const has = (tag: string) => (flag & (FLAG[tag] ?? 0) ? 1 : 0);
    rows[row + AT.inTable] = has('table');
    rows[row + AT.inForm] = has('form');
    rows[row + AT.inNav] = has('nav');
    rows[row + AT.inAside] = has('aside');
    rows[row + AT.inFoot] = has('footer');
    rows[row + AT.inHead] = has('header');
    rows[row + AT.inMain] = has('main');
    rows[row + AT.inArticle] = has('article');
    rows[row + AT.inFigure] = has('figure');
    rows[row + AT.inQuote] = has('blockquote');
  }

  private sizes(box: BoxBone, rows: Float32Array, row: number): void {
    const parent = this.box(box.parent);
    const grand = parent && this.box(parent.parent);
    const great = grand && this.box(grand.parent);
    const runs = (one: BoxBone | undefined) => (one ? one.endRun - one.firstRun : -1);
    const link = (one: BoxBone | undefined) => (one?.chars ? one.linkChars / one.chars : -1);
    const mean = (one: BoxBone | undefined) => (one && runs(one) ? one.chars / runs(one) : -1);
    const size = (one: BoxBone | undefined) => Math.log1p(one?.chars ?? 0);
    rows[row + AT.boxChars] = size(box);
    rows[row + AT.parentChars] = size(parent);
    rows[row + AT.grandChars] = size(grand);
    rows[row + AT.greatChars] = size(great);
    rows[row + AT.boxLink] = link(box);
    rows[row + AT.parentLink] = link(parent);
    rows[row + AT.grandLink] = link(grand);
    rows[row + AT.greatLink] = link(great);
    rows[row + AT.parentRuns] = runs(parent);
    rows[row + AT.grandRuns] = runs(grand);
    rows[row + AT.greatRuns] = runs(great);
    rows[row + AT.parentMean] = mean(parent);
    rows[row + AT.grandMean] = mean(grand);
    rows[row + AT.greatMean] = mean(great);
  }

  private card(at: number, own: number, box: BoxBone, rows: Float32Array, row: number): void {
    const { facts } = this;
    const index = facts.card[own] ?? -1;
    const card = this.box(index);
    if (!card) {
      for (const fact of [
        'cards',
        'cardChars',
        'cardRuns',
        'cardLink',
        'cardImages',
        'cardsLink',
        'cardsMean',
      ] as const)
        rows[row + AT[fact]] = -1;
      rows[row + AT.cardDepth] = -1;
      rows[row + AT.cardsInPage] = 0;
      return;
    }
    rows[row + AT.cards] = facts.alike[index] ?? 0;
    rows[row + AT.cardChars] = card.chars;
    rows[row + AT.cardRuns] = card.endRun - card.firstRun;
    rows[row + AT.cardLink] = card.chars ? card.linkChars / card.chars : 0;
    rows[row + AT.cardImages] = card.images;
    rows[row + AT.cardsLink] = facts.alikeLink[index] ?? 0;
    rows[row + AT.cardsMean] = (facts.alikeChars[index] ?? 0) / Math.max(1, facts.alikeRuns[index] ?? 1);
    rows[row + AT.cardDepth] = (box.depth - card.depth) * 20 + Math.min(19, at - card.firstRun);
    rows[row + AT.cardsInPage] = facts.ofShape.get(card.shape) ?? 0;
  }

  private candidate(at: number, own: number, box: BoxBone, rows: Float32Array, row: number): void {
    const { facts } = this;
    const parent = box.parent;
    const top = this.box(facts.top);
    const within = top !== undefined && at >= top.firstRun && at < top.endRun;
    rows[row + AT.inTop] = within ? 1 : 0;
    let shared = own;
    while (top && shared >= 0) {
      const one = this.box(shared);
      if (one && one.firstRun <= top.firstRun && one.endRun >= top.endRun) break;
      shared = one?.parent ?? -1;
    }
    rows[row + AT.aboveTop] = within || !top ? 0 : top.depth - (this.box(shared)?.depth ?? 0);
    const best = Math.max(1, facts.score[facts.top] ?? 1);
    rows[row + AT.topRatio] = (facts.score[own] ?? 0) / best;
    rows[row + AT.topParent] = (facts.score[parent] ?? 0) / best;
    rows[row + AT.topShare] = top ? top.chars / Math.max(1, this.chars(0, this.bones.runs.length)) : 0;
  }

  private neighbours(at: number, own: number, rows: Float32Array, row: number): void {
    const { runs, boxes } = this.bones;
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
    rows[row + AT['chars-1']] = size(-1);
    rows[row + AT['link-1']] = link(-1);
    rows[row + AT['tag-1']] = tagCode(boxes[one(-1)?.box ?? -1]?.tag ?? '');
    rows[row + AT['same-1']] = same(-1);
    rows[row + AT['chars+1']] = size(1);
    rows[row + AT['link+1']] = link(1);
    rows[row + AT['tag+1']] = tagCode(boxes[one(1)?.box ?? -1]?.tag ?? '');
    rows[row + AT['same+1']] = same(1);
    rows[row + AT['chars-2']] = size(-2);
    rows[row + AT['link-2']] = link(-2);
    rows[row + AT['chars+2']] = size(2);
    rows[row + AT['link+2']] = link(2);
    const mean = (from: number, to: number) => this.chars(from, to) / (to - from);
    const linked = (from: number, to: number) => this.links(from, to) / Math.max(1, this.chars(from, to));
    rows[row + AT.near3] = mean(at - 3, at + 4);
    rows[row + AT.near8] = mean(at - 8, at + 9);
    rows[row + AT.nearLink3] = linked(at - 3, at + 4);
    rows[row + AT.nearLink8] = linked(at - 8, at + 9);
    rows[row + AT.longBefore] = this.longs(0, at);
    rows[row + AT.longAfter] = this.longs(at + 1, runs.length);
  }
}

/** Gathers what surrounds the runs of a page. Linear in the page. */
export function around(bones: Skeleton, leanings: Leanings): Around {
  return new Surroundings(bones, leanings);
}
