/** Reads a passage from W3C selectors, as W3C pages and Hypothesis write them. */
import type { Quote } from '../../anchor/quote.ts';
import { CONTEXT_LIMIT, QUOTE_LIMIT } from '../bounds.ts';
import { isRecord } from '../plain.ts';

/** The quote that these selectors tell together; null if none has the words. `selector` may be one or a list. */
export function quoteOf(selector: unknown): Quote | null {
  const all = (Array.isArray(selector) ? selector : [selector]).filter(isRecord);
  const text = all.find(
    (one) => one.type === 'TextQuoteSelector' && typeof one.exact === 'string' && one.exact.trim() !== '',
  );
  if (!text || typeof text.exact !== 'string' || text.exact.length > QUOTE_LIMIT) return null;
  const position = all.find((one) => one.type === 'TextPositionSelector')?.start;
  return {
    exact: text.exact,
    prefix: typeof text.prefix === 'string' ? text.prefix.slice(-CONTEXT_LIMIT) : '',
    suffix: typeof text.suffix === 'string' ? text.suffix.slice(0, CONTEXT_LIMIT) : '',
    start: startOf(position),
  };
}

/** A quote without context; null if it has no words or is longer than a quote may be. */
export function bareQuote(exact: string, start = 0): Quote | null {
  return exact.trim() === '' || exact.length > QUOTE_LIMIT
    ? null
    : { exact, prefix: '', suffix: '', start: startOf(start) };
}

function startOf(position: unknown): number {
  return typeof position === 'number' && Number.isSafeInteger(position) && position >= 0 ? position : 0;
}
