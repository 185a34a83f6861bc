/** Says a failure in one sentence. */
import { t } from '../../adapters/i18n/sentences.ts';
import type { Failure } from '../../core/result.ts';

/** The sentence of a failure, in the person's language. */
export function failureSentence({ kind }: Failure): string {
  return t(`failure_${kind.replaceAll('-', '_')}`);
}
