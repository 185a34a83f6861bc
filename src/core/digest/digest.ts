/** Turns an article into what to read first: outline, key points, minutes. Everything is a range of `Article.text`. */
import type { Article } from '../article/article.ts';
import { keyPointSteps } from './key-points/key-points.ts';
import { outlineOf } from './outline/outline.ts';
import { amountOf, minutesOf, wordsOf } from './reading-time.ts';
import { type Steps, atOnce } from './steps.ts';

/** A section. `children` are nested in document order; `source` says how the section was found. */
export interface OutlineNode {
  /** Verbatim from the text. */
  label: string;
  /** From the label's first character to the end of the section. */
  start: number;
  end: number;
  children: OutlineNode[];
  source: 'heading' | 'typographic' | 'enumeration' | 'topic';
  /** Minutes to read the section, and its share of the text, 0–1. */
  minutes: number;
  share01: number;
}

/** A sentence: `text === article.text.slice(start, end)`. */
export interface KeyPoint {
  start: number;
  end: number;
  text: string;
  score01: number;
}

/** What an article says at a glance: `keyPoints` in document order, `authored` if they are the author's own list. */
export interface Digest {
  outline: OutlineNode[];
  keyPoints: KeyPoint[];
  authored: boolean;
  minutes: number;
  words: number;
}

/** The part of a digest that is quick to compute: everything except the key points. */
export type Structure = Omit<Digest, 'keyPoints' | 'authored'>;

/** Reads an article's structure, in about a fifth of the time of the whole digest. */
export function structure(article: Article): Structure {
  return {
    outline: outlineOf(article),
    minutes: minutesOf(article.text, article.lang),
    words: wordsOf(amountOf(article.text)),
  };
}

/**
 * Computes an article's digest, from its structure if that is given. Pure: the same article gives the same digest.
 * Minutes are not rounded; a Han or kana character counts as one word.
 */
export function digest(article: Article, known: Structure = structure(article)): Digest {
  return atOnce(digestSteps(article, known));
}

/** The same, in many small steps, for callers that must not block a window. */
export function* digestSteps(article: Article, known?: Structure): Steps<Digest> {
  const parts = known ?? structure(article);
  yield;
  const { points, authored } = yield* keyPointSteps(article);
  return { ...parts, keyPoints: points, authored };
}
