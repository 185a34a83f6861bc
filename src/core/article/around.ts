/** Knows what surrounds each run: boxes, cards, headings, neighbours, the likeliest box, the page. */
import { type BoxFacts, FLAG, boxFacts } from './boxes.ts';
import { type FirstFact, type Leanings, SHORT_LINE_WORDS, tagCode } from './fact-list.ts';
import type { BoxBone, Skeleton } from './skeleton.ts';

type Put = (fact: FirstFact, value: number) => void;

/** Writes the facts of the run at `at` through `put`. */
export interface Around {
  write(at: number, put: Put): void;
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

  write(at: number, put: Put): void {
    const run = this.bones.runs[at];
    const box = run && this.bones.boxes[run.box];
    if (!run || !box) return;
    this.place(at, run.box, box, put);
    this.names(run.box, box, put);
    this.sizes(box, put);
    this.card(at, run.box, box, put);
    this.candidate(at, run.box, box, put);
    this.neighbours(at, run.box, put);
  }

  private box(at: number): BoxBone | undefined {
    return at >= 0 ? this.bones.boxes[at] : undefined;
  }

  private place(at: number, own: number, box: BoxBone, put: Put): void {
    const { runs } = this.bones;
    const all = this.chars(0, runs.length);
    put('tag', tagCode(box.tag));
    put('place', at / runs.length);
    put('charPlace', all ? this.chars(0, at) / all : 0);
    put('depth', box.depth);
    put('ownRuns', box.endRun - box.firstRun);
    put('orderInBox', at - box.firstRun);
    put('onlyInBox', box.endRun - box.firstRun === 1 ? 1 : 0);
    put('heading', /^h[1-6]$/.test(box.tag) ? Number(box.tag[1]) : 0);
    const section = this.sections.list[this.sections.of[at] ?? 0];
    const heading = section && section.heading >= 0 ? runs[section.heading] : undefined;
    put('sinceHeading', section && heading ? at - section.heading : -1);
    put('headingChars', heading ? heading.chars : -1);
    put('headingLink', heading ? heading.linkChars / heading.chars : -1);
    let names = 0;
    if (heading && heading.words.length <= SHORT_LINE_WORDS)
      for (const word of heading.words) names += this.leanings.words.get(word) ?? 0;
    put('headingNames', names);
    const length = section ? Math.max(1, section.end - section.first) : 1;
    put('sectionRuns', length);
    put('sectionMean', section ? section.chars / length : 0);
    put('sectionLink', section?.chars ? section.link / section.chars : 0);
    put('pageRuns', runs.length);
    put('pageChars', Math.log1p(all));
    put('pageLink', all ? this.links(0, runs.length) / all : 0);
    put('pageLong', this.longs(0, runs.length));
    put('pageMean', all / runs.length);
    put('plain', this.bones.plain ? 1 : 0);
    put('lists', this.facts.lists[own] ?? 0);
  }

  private names(own: number, box: BoxBone, put: Put): void {
    const { name, nameSum, nameBest, nameWorst, flags } = this.facts;
    const parent = box.parent;
    const grand = this.box(parent)?.parent ?? -1;
    put('nameOwn', name[own] ?? 0);
    put('nameParent', name[parent] ?? 0);
    put('nameGrand', name[grand] ?? 0);
    put('nameSum', nameSum[own] ?? 0);
    put('nameBest', nameBest[own] ?? 0);
    put('nameWorst', nameWorst[own] ?? 0);
    const flag = flags[own] ?? 0;
    put('flags', flag & 63);
    const has = (tag: string) => (flag & (FLAG[tag] ?? 0) ? 1 : 0);
    put('inTable', has('table'));
    put('inForm', has('form'));
    put('inNav', has('nav'));
    put('inAside', has('aside'));
    put('inFoot', has('footer'));
    put('inHead', has('header'));
    put('inMain', has('main'));
    put('inArticle', has('article'));
    put('inFigure', has('figure'));
    put('inQuote', has('blockquote'));
  }

  private sizes(box: BoxBone, put: Put): void {
    const parent = this.box(box.parent);
    const grand = parent && this.box(parent.parent);
    const great = grand && this.box(grand.parent);
    const runs = (one: BoxBone | undefined) => (one ? one.endRun - one.firstRun : -1);
    const link = (one: BoxBone | undefined) => (one?.chars ? one.linkChars / one.chars : -1);
    const mean = (one: BoxBone | undefined) => (one && runs(one) ? one.chars / runs(one) : -1);
    const size = (one: BoxBone | undefined) => Math.log1p(one?.chars ?? 0);
    put('boxChars', size(box));
    put('parentChars', size(parent));
    put('grandChars', size(grand));
    put('greatChars', size(great));
    put('boxLink', link(box));
    put('parentLink', link(parent));
    put('grandLink', link(grand));
    put('greatLink', link(great));
    put('parentRuns', runs(parent));
    put('grandRuns', runs(grand));
    put('greatRuns', runs(great));
    put('parentMean', mean(parent));
    put('grandMean', mean(grand));
    put('greatMean', mean(great));
  }

  private card(at: number, own: number, box: BoxBone, put: Put): void {
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
        put(fact, -1);
      put('cardDepth', -1);
      put('cardsInPage', 0);
      return;
    }
    put('cards', facts.alike[index] ?? 0);
    put('cardChars', card.chars);
    put('cardRuns', card.endRun - card.firstRun);
    put('cardLink', card.chars ? card.linkChars / card.chars : 0);
    put('cardImages', card.images);
    put('cardsLink', facts.alikeLink[index] ?? 0);
    put('cardsMean', (facts.alikeChars[index] ?? 0) / Math.max(1, facts.alikeRuns[index] ?? 1));
    put('cardDepth', (box.depth - card.depth) * 20 + Math.min(19, at - card.firstRun));
    put('cardsInPage', facts.ofShape.get(card.shape) ?? 0);
  }

  private candidate(at: number, own: number, box: BoxBone, put: Put): void {
    const { facts } = this;
    const parent = box.parent;
    const top = this.box(facts.top);
    const within = top !== undefined && at >= top.firstRun && at < top.endRun;
    put('inTop', within ? 1 : 0);
    let shared = own;
    while (top && shared >= 0) {
      const one = this.box(shared);
      if (one && one.firstRun <= top.firstRun && one.endRun >= top.endRun) break;
      shared = one?.parent ?? -1;
    }
    put('aboveTop', within || !top ? 0 : top.depth - (this.box(shared)?.depth ?? 0));
    const best = Math.max(1, facts.score[facts.top] ?? 1);
    put('topRatio', (facts.score[own] ?? 0) / best);
    put('topParent', (facts.score[parent] ?? 0) / best);
    put('topShare', top ? top.chars / Math.max(1, this.chars(0, this.bones.runs.length)) : 0);
  }

  private neighbours(at: number, own: number, put: Put): void {
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
    put('chars-1', size(-1));
    put('link-1', link(-1));
    put('tag-1', tagCode(boxes[one(-1)?.box ?? -1]?.tag ?? ''));
    put('same-1', same(-1));
    put('chars+1', size(1));
    put('link+1', link(1));
    put('tag+1', tagCode(boxes[one(1)?.box ?? -1]?.tag ?? ''));
    put('same+1', same(1));
    put('chars-2', size(-2));
    put('link-2', link(-2));
    put('chars+2', size(2));
    put('link+2', link(2));
    const mean = (from: number, to: number) => this.chars(from, to) / (to - from);
    const linked = (from: number, to: number) => this.links(from, to) / Math.max(1, this.chars(from, to));
    put('near3', mean(at - 3, at + 4));
    put('near8', mean(at - 8, at + 9));
    put('nearLink3', linked(at - 3, at + 4));
    put('nearLink8', linked(at - 8, at + 9));
    put('longBefore', this.longs(0, at));
    put('longAfter', this.longs(at + 1, runs.length));
  }
}

/** Gathers what surrounds the runs of a page. Linear in the page. */
export function around(bones: Skeleton, leanings: Leanings): Around {
  return new Surroundings(bones, leanings);
}
