/** Reads a document into an article: survey, judge, rules, tree, text, removals, metadata. */
import { type Result, fail, ok } from '../result.ts';
import type { Article, ArticleElement, ArticleNode, TracedArticle } from './article.ts';
import { clean } from './tree/clean.ts';
import { flatten } from './tree/flatten.ts';
import { joinFragments } from './tree/fragments.ts';
import { type Decisions, applyDecisions, decisionsOf } from './removals/decisions.ts';
import { isolate } from './isolate.ts';
import { judge } from './judge/judge.ts';
import { ledger } from './removals/ledger.ts';
import type { Verdict } from './judge/verdict.ts';
import { keepLists, keepTables } from './judge/rules/lists-and-tables.ts';
import { keepFigures } from './judge/rules/figures.ts';
import { keepHeadings } from './judge/rules/headings.ts';
import { keptMedia } from './judge/rules/media.ts';
import { keepWhatBelongs } from './judge/rules/belongs-together.ts';
import { metadata } from './metadata/metadata.ts';
import { keepNotes } from './judge/rules/notes.ts';
import { keepRecipe } from './judge/rules/recipes.ts';
import { isOutside, keepShortPage, lengthOf } from './judge/rules/short-pages.ts';
import type { Box, Page } from './page/model.ts';
import { keepBroughtBack } from './removals/brought-back.ts';
import { type Correction, applyCorrection } from './removals/correction.ts';
import { survey } from './page/survey.ts';
import { dataTables } from './tree/tables.ts';
import { contentTypeOf } from './page/dom-clobbering.ts';

/** Where the page came from. `isHidden` is told by whoever knows the page's computed style. */
export interface ReadOptions {
  url: string;
  /** `text/plain` pages are one `<pre>`; seen by itself where this is absent. */
  contentType?: string | undefined;
  isHidden?: ((element: Element) => boolean) | undefined;
  /** Texts of removals that the person brought back: their blocks are kept whatever the judge says. */
  keep?: readonly string[] | undefined;
  /** Shapes of blocks (as `BroughtBack` tells them) that the person brought back on the whole site. */
  keepShapes?: readonly string[] | undefined;
  /** How the person wants the pages of this site to be read. */
  correction?: Correction | undefined;
  /** What an earlier reading of the same live page decided: it stands, but for what the person decided since. */
  decisions?: Decisions | undefined;
}

function isPlain(document: Document, contentType: string | undefined): boolean {
  if (contentType !== undefined) return contentType.startsWith('text/plain');
  return contentTypeOf(document) === 'text/plain';
}

function baseOf(document: Document, url: string): string {
  const named = Document.prototype.querySelector.call(document, 'base[href]')?.getAttribute('href');
  try {
    return named ? new URL(named, url).href : url;
  } catch {
    return url;
  }
}

/** Where the judge finds no article, Readability's word counts. */
function keepSecondOpinion(page: Page, verdicts: Verdict[]): void {
  const kept = isolate(page);
  if (!kept) return;
  for (const run of page.runs) {
    const verdict = verdicts[run.index];
    if (verdict && kept[run.box.index] && !run.unseen && !isOutside(run.box)) verdict.keep = true;
  }
}

/** The smallest box that holds all kept runs. */
function rootOf(page: Page, verdicts: Verdict[]): Box | undefined {
  const first = verdicts.findIndex((verdict) => verdict.keep);
  if (first < 0) return undefined;
  const last = verdicts.findLastIndex((verdict) => verdict.keep);
  let box = page.runs[first]?.box;
  while (box && (box.firstRun > first || box.endRun <= last)) box = box.parent;
  return box;
}

/** Applies the person's correction, but for runs that came late; undone where hardly any text would be left. */
function correct(page: Page, verdicts: Verdict[], wish: Correction, late: ReadonlySet<number>): boolean {
  const before = verdicts.map((verdict) => ({ ...verdict }));
  const done = applyCorrection(page, verdicts, wish);
  for (const at of late) verdicts[at] = { keep: false, score01: 0, reason: 'hidden' };
  if (!done || lengthOf(page, verdicts) !== 'none') return done;
  before.forEach((verdict, at) => (verdicts[at] = verdict));
  return false;
}

function freeze(article: Article): Article {
  const todo: ArticleNode[] = [article.tree];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (typeof node === 'string') continue;
    todo.push(...node.children);
    if (node.attributes) Object.freeze(node.attributes);
    Object.freeze(node.children);
    Object.freeze(node);
  }
  for (const list of [article.blocks, article.removed, article.takeaways ?? []]) list.forEach(Object.freeze);
  for (const list of [article.blocks, article.removed, article.takeaways]) if (list) Object.freeze(list);
  return Object.freeze(article);
}

/**
 * Reads an article and the way back into the document, which is not changed. Fails with `no-article`, and with `pdf` in
 * the browser's own viewer. Costs about what Readability alone does.
 */
export function trace(document: Document, options: ReadOptions): Result<TracedArticle> {
  if (options.contentType === 'application/pdf') return fail('pdf');
  const plain = isPlain(document, options.contentType);
  const page = survey(document, { isHidden: options.isHidden, plain });
  const tables = dataTables(page);
  const verdicts = judge(page);
  keepRecipe(page, verdicts);
  keepTables(page, verdicts, tables);
  if (lengthOf(page, verdicts) !== 'whole') keepSecondOpinion(page, verdicts);
  if (lengthOf(page, verdicts) === 'none') keepShortPage(page, verdicts);
  keepWhatBelongs(page, verdicts, options.url);
  keepLists(page, verdicts);
  keepNotes(page, verdicts, options.url);
  const told = metadata(document, { url: options.url, plain });
  if (!plain) keepHeadings(page, verdicts, told.title);
  let figures = keepFigures(page, verdicts);
  const late = (options.decisions && applyDecisions(page, verdicts, options.decisions)) ?? new Set<number>();
  const decisions = decisionsOf(page, verdicts, late);
  const isCorrected = options.correction !== undefined && correct(page, verdicts, options.correction, late);
  if (isCorrected) figures = keepFigures(page, verdicts);
  const judged = verdicts.map((verdict) => ({ ...verdict }));
  const broughtBack = keepBroughtBack(page, verdicts, options.keep ?? [], options.keepShapes ?? []);
  const keep = Uint8Array.from(verdicts, (verdict) => (verdict.keep ? 1 : 0));
  const root = rootOf(page, verdicts);
  if (lengthOf(page, verdicts) === 'none' || !root) return fail('no-article');
  const media = keptMedia(page, keep, root, figures, verdicts);
  const cleaned = clean(page, keep, media, tables, baseOf(document, options.url));
  joinFragments(cleaned.tree, cleaned.anchors, options.url);
  const flat = flatten(cleaned);
  const aside = ledger({
    page,
    judged,
    verdicts,
    root: rootOf(page, judged) ?? root,
    startOfRun: flat.startOfRun,
    length: flat.text.length,
    late,
  });
  const tree: ArticleElement = cleaned.tree;
  const article: Article = {
    url: options.url,
    ...told,
    tree,
    text: flat.text,
    blocks: flat.blocks,
    removed: aside.removed,
  };
  return ok({
    article: freeze(article),
    places: flat.places,
    removed: aside.nodes,
    broughtBack,
    root: root.element,
    decisions,
    isCorrected,
  });
}

/** Reads an article. The document is not changed. Fails with `no-article`. */
export function read(document: Document, options: ReadOptions): Result<Article> {
  const traced = trace(document, options);
  return traced.ok ? ok(traced.value.article) : traced;
}
