/**
 * Lines that sites insert into an article, by language and kind, and lines of the same look that belong to it, from
 * `inserted-words.json`. The placeholders are `{t}` for another article's title, `{n}` for a person, `{s}` for the
 * site, `{d}` for a date, and `{c}` for the length of a film.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const lists = JSON.parse(readFileSync(join(import.meta.dirname, 'inserted-words.json'), 'utf8'));
/** Titles above teasers, and labels before a single one: `{lang: lines}`. */
export const LABELS = lists.labels;
/** Single lines that a site inserts: newsletters, accounts, rights, films, links to other pages. */
export const INSERTED = lists.inserted;
/** Lines of the same length that belong to the article: who took, wrote, said or corrected something. */
export const OWN = lists.own;
/** Polls: `{lang: {answers, more}}`. `more` are lines above and below the answers; `{v}` is a number. */
export const VOTES = lists.votes;
/** Lines that introduce an author's own list. */
export const LEADS = lists.leads;
