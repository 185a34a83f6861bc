/**
 * Lines that sites set into an article, by language and kind, and lines of the same look that belong to it, from
 * `inserted-words.json`. `{t}` stands for another article's title, `{n}` for a person, `{s}` for the site, `{d}` for a
 * date, `{c}` for the length of a film.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lists = JSON.parse(readFileSync(join(import.meta.dirname, 'inserted-words.json'), 'utf8'));
/** Titles over teasers, and labels before one: `{lang: lines}`. */
export const LABELS = lists.labels;
/** Single lines that a site inserts: newsletters, accounts, rights, films, the way to other pages. */
export const INSERTED = lists.inserted;
/** Lines of the same length that say who took, wrote, said or corrected something: the article's own. */
export const OWN = lists.own;
/** Polls: `{lang: {answers, more}}`, `more` being what stands above and below the answers; `{v}` is a number. */
export const VOTES = lists.votes;
/** Lines after which an author's list follows. */
export const LEADS = lists.leads;
