/** Describes how a file of learned weights was made, for its key `made`. */

/**
 * @param {object} training
 * @param {string} training.command what to run to make the weights again
 * @param {number | number[] | null} training.seed null where no chance is involved
 * @param {string[]} training.corpora names of the corpora, with what was taken of each
 * @param {string} [training.date] YYYY-MM-DD; today (UTC) where left out
 */
export function made({ command, seed, corpora, date = new Date().toISOString().slice(0, 10) }) {
  return { command, seed, corpora, date };
}

/** The text of a weights file without the day it was made on, to compare two trainings. */
export function undated(text) {
  return text.replace(/(\bdate"?: ?["'])\d{4}-\d{2}-\d{2}/u, '$1');
}
