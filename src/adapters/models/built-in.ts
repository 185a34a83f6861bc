/** Asks the language model that ships with the browser, where there is one: Chrome's Prompt API, else its Summarizer.
 * Source: developer.chrome.com/docs/ai (Prompt API and Summarizer API, extensions from Chrome 138). */
import type { Article } from '../../core/article/article.ts';
import type { KeyPoint } from '../../core/digest/digest.ts';
import { answerSchema, choiceIn, choiceMeantBy, questionOf } from '../../core/digest/key-points/model-choice.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { within } from '../deadline.ts';

/** What the browser says of its model; `unavailable` too if it has none or the machine is too small. */
export type BuiltInState = 'unavailable' | 'downloadable' | 'downloading' | 'available';

/** How long to wait for points that replace good ones, ms. */
const WAIT_MS = 10_000;

type Call = (...given: unknown[]) => unknown;

/** A method of an object the browser made, bound to it; null if there is none. */
function method(of: unknown, name: string): Call | null {
  if ((typeof of !== 'object' && typeof of !== 'function') || of === null) return null;
  const found: unknown = Reflect.get(of, name);
  return typeof found === 'function' ? (...given) => Reflect.apply(found, of, given) : null;
}

const SUMMARY = { type: 'key-points', format: 'plain-text', length: 'medium' } as const;

/** The browser's interfaces; first the one whose answer can be constrained to numbers. */
function interfaces(): { kind: 'prompt' | 'summary'; of: unknown; options: object }[] {
  return [
    { kind: 'prompt' as const, of: Reflect.get(globalThis, 'LanguageModel'), options: {} },
    { kind: 'summary' as const, of: Reflect.get(globalThis, 'Summarizer'), options: SUMMARY },
  ];
}

async function stateOf(of: unknown, options: object): Promise<BuiltInState> {
  const availability = method(of, 'availability');
  if (!availability) return 'unavailable';
  try {
    const said = await availability(options);
    return said === 'available' || said === 'downloadable' || said === 'downloading' ? said : 'unavailable';
  } catch {
    return 'unavailable';
  }
}

const ORDER: readonly BuiltInState[] = ['available', 'downloading', 'downloadable'];

/** The interface that is nearest to being ready. */
async function nearest(): Promise<{
  kind: 'prompt' | 'summary';
  of: unknown;
  options: object;
  state: BuiltInState;
} | null> {
  const all = await Promise.all(
    interfaces().map(async (one) => ({ ...one, state: await stateOf(one.of, one.options) })),
  );
  for (const state of ORDER) {
    const found = all.find((one) => one.state === state);
    if (found) return found;
  }
  return null;
}

/** Whether the browser has a model, and whether it must be downloaded first. */
export async function builtInState(): Promise<BuiltInState> {
  return (await nearest())?.state ?? 'unavailable';
}

function listen(monitor: unknown, progress: (share01: number) => void): void {
  method(monitor, 'addEventListener')?.('downloadprogress', (event: unknown) => {
    const loaded: unknown = typeof event === 'object' && event !== null ? Reflect.get(event, 'loaded') : 0;
    if (typeof loaded === 'number') progress(Math.min(1, Math.max(0, loaded)));
  });
}

/**
 * Downloads the model (some gigabytes, once, by the browser). Call it from a click. `progress` gets shares from 0 to 1.
 */
export async function prepareBuiltIn(progress: (share01: number) => void, signal: AbortSignal): Promise<Result<null>> {
  const found = await nearest();
  const create = method(found?.of, 'create');
  if (!found || !create) return fail('remote-unreachable');
  try {
    const session = await create({
      ...found.options,
      signal,
      monitor: (monitor: unknown) => listen(monitor, progress),
    });
    method(session, 'destroy')?.();
    return ok(null);
  } catch {
    return fail('remote-unreachable');
  }
}

/** As `askRemoteModel`. Never starts a download: a model that is not there yet answers `remote-unreachable`. */
export async function askBuiltInModel(
  article: Pick<Article, 'title'>,
  candidates: readonly KeyPoint[],
  most: number,
  signal: AbortSignal,
): Promise<Result<number[]>> {
  const found = await nearest();
  const create = method(found?.of, 'create');
  if (!found || !create || found.state !== 'available') return fail('remote-unreachable');
  let session: unknown;
  const choose = async (both: AbortSignal): Promise<number[] | null> => {
    if (found.kind === 'prompt') {
      const { system, user } = questionOf(article.title, candidates, most);
      session = await create({ initialPrompts: [{ role: 'system', content: system }], signal: both });
      const responseConstraint = answerSchema(candidates.length, most);
      const answer = await method(session, 'prompt')?.(user, { responseConstraint, signal: both });
      return typeof answer === 'string' ? choiceIn(answer, candidates.length, most) : null;
    }
    session = await create({ ...SUMMARY, signal: both });
    const text = candidates.map((one) => one.text).join('\n');
    const summary = await method(session, 'summarize')?.(text, { signal: both });
    return typeof summary === 'string' ? choiceMeantBy(summary, candidates, most) : null;
  };
  try {
    const choice = await within(WAIT_MS, signal, choose);
    return choice ? ok(choice) : fail('remote-unreachable');
  } catch {
    return fail('remote-unreachable');
  } finally {
    method(session, 'destroy')?.();
  }
}
