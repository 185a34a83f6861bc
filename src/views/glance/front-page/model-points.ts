/** Key points chosen by the language model that a person set in the options. Without one, nothing is sent. */
import { askModel } from '../../../adapters/models/chosen-model.ts';
import { readSettings } from '../../../adapters/browser/settings.ts';
import type { Article } from '../../../core/article/article.ts';
import type { KeyPoint } from '../../../core/digest/digest.ts';
import { pointCandidates } from '../../../core/digest/key-points/key-points.ts';

/** How many of the best sentences the model chooses from. */
const OFFERED = 30;

/**
 * The model's points in document order. Null if no model is set, or if the page is in a private window and the model is
 * at an address, because its server may store what it gets. `unanswered` if the answer is unusable; Lede's own points
 * stay then.
 */
export async function modelPoints(
  article: Article,
  { incognito }: { incognito: boolean },
  signal: AbortSignal,
): Promise<KeyPoint[] | 'unanswered' | null> {
  const settings = await readSettings();
  if (settings.model === 'none' || (incognito && settings.model === 'address')) return null;
  const { candidates, most } = pointCandidates(article, OFFERED);
  const answer = await askModel(settings, article, candidates, most, signal);
  if (!answer.ok) return 'unanswered';
  const chosen = new Set(answer.value);
  return candidates.filter((_, index) => chosen.has(index)).toSorted((a, b) => a.start - b.start);
}
