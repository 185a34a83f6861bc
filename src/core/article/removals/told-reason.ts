/**
 * Chooses the reason to show for a removal: none if the judge is not sure, because an absurd reason is worse than none.
 */
import type { Removal, RemovalReason } from '../article.ts';

/** Below this the judge is not sure enough to say why (0–1). */
const SURE01 = 0.8;
/** Reasons that a name, a price or a number alone does not justify. */
const NEED_WORDS: ReadonlySet<RemovalReason> = new Set(['navigation', 'byline', 'sharing', 'tag-line', 'other-topic']);
/** A text with fewer letters than this is not enough evidence for such a reason. */
const LETTERS = 4;

/** The reason to tell, or null for "not sure". Example: the price "$1,299" that was taken for navigation has none. */
export function toldReason({
  text,
  reason,
  score01,
}: Pick<Removal, 'text' | 'reason' | 'score01'>): RemovalReason | null {
  if (score01 < SURE01) return null;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\p{N}/gu)?.length ?? 0;
  return NEED_WORDS.has(reason) && (letters < LETTERS || digits > letters) ? null : reason;
}

/** Removals by the reason that is shown, in order of first appearance; those without a reason come last. */
export function byReason<R extends Pick<Removal, 'text' | 'reason' | 'score01'>>(
  removals: readonly R[],
): { reason: RemovalReason | null; removals: R[] }[] {
  const groups = new Map<RemovalReason | null, R[]>();
  for (const removal of removals) {
    const reason = toldReason(removal);
    groups.set(reason, [...(groups.get(reason) ?? []), removal]);
  }
  const unsure = groups.get(null);
  groups.delete(null);
  if (unsure) groups.set(null, unsure);
  return [...groups].map(([reason, all]) => ({ reason, removals: all }));
}
