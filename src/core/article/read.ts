/** Reads a document into an article: survey, judge, rules, tree, text, removals, metadata. */
import { type Result, fail, ok } from '../result.ts';
import type { Article, ArticleElement, ArticleNode, TracedArticle } from './article.ts';
import { clean } from './tree/clean.ts';
import { dropCopies } from './tree/copies.ts';
import { flatten } from './tree/flatten.ts';
import { joinFragments } from './tree/fragments.ts';
import { joinNotes } from './tree/notes.ts';
import { type Decisions, applyDecisions, decisionsOf } from './removals/decisions.ts';
import { judge } from './judge/judge.ts';
import { ledger } from './removals/ledger.ts';
import type { Verdict } from './judge/verdict.ts';
import { captions, figuresOfArticle } from './judge/rules/figures.ts';
import { applyRules } from './judge/rules/rules.ts';
import { keptMedia } from './judge/kept/kept-media.ts';
import { metadata } from './metadata/metadata.ts';
import { headsOfPosts } from './judge/rules/posts.ts';
import { lengthOf } from './judge/rules/short-pages.ts';
import type { Box, Page } from './page/model.ts';
import { keepBroughtBack } from './removals/brought-back.ts';
import { type Correction, applyCorrection } from './removals/correction.ts';
import { survey } from './page/survey.ts';
import { markPostHeads } from './tree/post-heads.ts';
import { findTex } from './tree/tex-in-text.ts';
import { dataTables } from './tree/tables.ts';
import { contentTypeOf } from './page/dom-clobbering.ts';

/** Options of a reading. `url` is the page's address; `isHidden` reports computed style where the caller knows it. */
export interface ReadOptions {
  url: string;
  /** The page's media type; `text/plain` pages are one `<pre>`. Detected from the document if absent. */
  contentType?: string | undefined;
  isHidden?: ((element: Element) => boolean) | undefined;
  /** Texts of removals that the person restored: their blocks are kept whatever the judge says. */
  keep?: readonly string[] | undefined;
  /** Shapes of blocks (as in `BroughtBack`) that the person keeps on the whole site. */
  keepShapes?: readonly string[] | undefined;
  /** How the person wants the pages of this site to be read. */
  correction?: Correction | undefined;
  /**
   * Decisions of an earlier reading of the same live page. They are kept, except for the person's decisions since then.
   */
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

/** The smallest box that holds all kept runs. */
function rootOf(page: Page, verdicts: Verdict[]): Box | undefined {
  const first = verdicts.findIndex((verdict) => verdict.keep);
  if (first < 0) return undefined;
  const last = verdicts.findLastIndex((verdict) => verdict.keep);
  let box = page.runs[first]?.box;
  while (box && (box.firstRun > first || box.endRun <= last)) box = box.parent;
  return box;
}

/** Applies the person's correction, except to runs that came late; ignored if hardly any text would be left. */
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
    for (const child of node.children) todo.push(child); // there may be too many for one call
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
  const told = metadata(document, { url: options.url, plain });
  const context = { page, url: options.url, title: told.title, description: told.excerpt, tables };
  const verdicts = applyRules(context, judge(page)).map((verdict) => ({ ...verdict }));
  const late = (options.decisions && applyDecisions(page, verdicts, options.decisions)) ?? new Set<number>();
  const decisions = decisionsOf(page, verdicts, late);
  const isCorrected = options.correction !== undefined && correct(page, verdicts, options.correction, late);
  if (isCorrected) captions.apply(context, verdicts).forEach((verdict, at) => (verdicts[at] = { ...verdict }));
  const figures = figuresOfArticle(page, verdicts);
  const ruled = verdicts.map((verdict) => ({ ...verdict }));
  const broughtBack = keepBroughtBack(page, verdicts, options.keep ?? [], options.keepShapes ?? []);
  const keep = Uint8Array.from(verdicts, (verdict) => (verdict.keep ? 1 : 0));
  const root = rootOf(page, verdicts);
  if (lengthOf(page, verdicts) === 'none' || !root) return fail('no-article');
  const media = keptMedia(page, keep, root, figures, verdicts);
  const cleaned = clean(page, keep, media, tables, baseOf(document, options.url));
  markPostHeads(cleaned.tree, cleaned.lines, headsOfPosts(page, verdicts, options.url));
  dropCopies(cleaned.tree);
  joinFragments(cleaned.tree, cleaned.anchors, options.url);
  joinNotes(cleaned.tree);
  if (!plain) findTex(cleaned.tree);
  const flat = flatten(cleaned);
  const aside = ledger({
    page,
    judged: ruled,
    verdicts,
    root: rootOf(page, ruled) ?? root,
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
