/** Says of each run of a stored page whether it is the article's, inserted, or neither. */

export const OWN = 0;
export const INSERTED = 1;
export const NEITHER = 2;
/** Real pages say what share of a run's words the truth holds: from here on it is the article's (0–1). */
const HELD01 = 0.9;
/** Shorter texts stand in others by accident (code units). */
const SHORTEST = 4;
const SHORTEST_HELD = 9;
const SHORTEST_BODY = 31;

const squash = (text) => text.replace(/\s+/g, ' ').trim();

/** One label a run. Pages with `teasers` are drawn: their inserted lines and the article's are known word for word. */
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
