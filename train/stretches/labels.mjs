/** Labels each run of a stored page as the article's own, inserted, or neither. */

export const OWN = 0;
export const INSERTED = 1;
export const NEITHER = 2;
/** On real pages, a run belongs to the article if at least this share of its words is in the truth (0–1). */
const HELD01 = 0.9;
/** Minimum length in code units. Shorter texts occur inside others by chance. */
const SHORTEST = 4;
const SHORTEST_HELD = 9;
const SHORTEST_BODY = 31;

const squash = (text) => text.replace(/\s+/g, ' ').trim();

/** One label for each run. Pages with `teasers` are generated, so their inserted lines and their bodies are known. */
export function labelsOf({ texts, labels, teasers, truth }) {
  if (!teasers) return labels.map((share) => (share >= HELD01 ? OWN : NEITHER));
  const inserted = teasers.map(squash);
  const body = truth.text.split('\n').map(squash);
  const [inInserted, inBody] = [new Set(inserted), new Set(body)];
  const [allInserted, allBody] = [`\n${inserted.join('\n')}\n`, `\n${body.join('\n')}\n`];
  return texts.map((raw, at) => {
    const text = squash(raw);
    const either = labels[at] >= HELD01 ? OWN : INSERTED;
    if (inBody.has(text) && inInserted.has(text)) return either;
    if (inBody.has(text)) return OWN;
    if (inInserted.has(text)) return INSERTED;
    if (text.length >= SHORTEST) {
      const [own, other] = [allBody.includes(text), allInserted.includes(text)];
      if (own !== other) return own ? OWN : INSERTED;
    }
    if (body.some((line) => line.length >= SHORTEST_BODY && text.includes(line))) return OWN;
    if (inserted.some((line) => line.length >= SHORTEST_HELD && text.includes(line))) return INSERTED;
    return labels[at] >= HELD01 ? OWN : NEITHER;
  });
}
