/**
 * Asks a language model behind an OpenAI-compatible address (Ollama on this machine by default) which sentences are the
 * points.
 */
import * as v from 'valibot';
import type { Article } from '../../core/article/article.ts';
import type { KeyPoint } from '../../core/digest/digest.ts';
import { choiceIn, questionOf } from '../../core/digest/key-points/model-choice.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { within } from '../deadline.ts';

/** How long to wait for points that replace good ones, ms. */
const WAIT_MS = 10_000;
/** Bytes of an answer that are read: thirty numbers, and a model's thoughts before them. */
const ANSWER_BYTES = 256_000;
/** Tokens the model may write. */
const ANSWER_TOKENS = 1_000;

/** What a person set: where the model is, its name (empty: the first one there), the key it wants (empty: none). */
export interface RemoteModel {
  address: string;
  name: string;
  key: string;
}

/**
 * The address without its last slash, or null if it is not allowed: only http(s) is, and a key never leaves the machine
 * unencrypted.
 */
export function baseOf({ address, key }: Pick<RemoteModel, 'address' | 'key'>): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  const here = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && (here || key === ''))) return null;
  if (url.username !== '' || url.password !== '') return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/**
 * The host permission the address needs (`http://127.0.0.1/*`; match patterns carry no port), or null if it is no
 * address.
 */
export function patternOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}/*` : null;
}

const answered = v.object({
  choices: v.pipe(v.array(v.object({ message: v.object({ content: v.string() }) })), v.minLength(1)),
});
const listed = v.object({ data: v.array(v.object({ id: v.string() })) });

/** Reads at most `ANSWER_BYTES` of a body; null if there is more. */
async function bodyOf(response: Response): Promise<string | null> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > ANSWER_BYTES) {
      await reader.cancel();
      return null;
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** Sends one request and validates the response, both in JSON. A failure's detail is the host and its message. */
async function ask<T>(
  model: RemoteModel,
  path: string,
  body: object | null,
  shape: v.GenericSchema<unknown, T>,
  signal: AbortSignal,
): Promise<Result<T>> {
  const base = baseOf(model);
  if (base === null) return fail('remote-unreachable', model.address);
  const host = new URL(base).host;
  try {
    const response = await fetch(`${base}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        ...(body ? { 'Content-Type': 'application/json' } : {}),
        ...(model.key ? { Authorization: `Bearer ${model.key}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error', // the key and the page's words go only where the person chose
      cache: 'no-store',
      signal,
    });
    if (!response.ok) return fail('remote-unreachable', `${host}: ${response.status}`);
    const text = await bodyOf(response);
    const read = v.safeParse(shape, text === null ? null : JSON.parse(text));
    return read.success ? ok(read.output) : fail('remote-unreachable', host);
  } catch {
    return fail('remote-unreachable', host);
  }
}

/** The names of the models at an address, as it lists them. */
export async function modelsAt(model: RemoteModel, signal: AbortSignal): Promise<Result<string[]>> {
  return (await within(WAIT_MS, signal, (both) => namesAt(model, both))) ?? fail('remote-unreachable', model.address);
}

async function namesAt(model: RemoteModel, signal: AbortSignal): Promise<Result<string[]>> {
  const answer = await ask(model, '/models', null, listed, signal);
  return answer.ok ? ok(answer.value.data.map(({ id }) => id)) : answer;
}

/**
 * Which of the candidates the model takes for the points, as indices, most important first. `remote-unreachable` if it
 * does not answer within ten seconds, refuses, or says anything but such numbers; the caller then keeps the points it
 * has.
 */
export async function askRemoteModel(
  model: RemoteModel,
  article: Pick<Article, 'title'>,
  candidates: readonly KeyPoint[],
  most: number,
  signal: AbortSignal,
): Promise<Result<number[]>> {
  const choose = async (both: AbortSignal): Promise<Result<number[]>> => {
    let { name } = model;
    if (name === '') {
      const names = await namesAt(model, both);
      if (!names.ok) return names;
      name = names.value[0] ?? '';
      if (name === '') return fail('remote-unreachable', model.address);
    }
    const { system, user } = questionOf(article.title, candidates, most);
    const messages = [
      { role: 'system', content: system },
      { role: 'user', content: user },
    ];
    const body = { model: name, messages, temperature: 0, max_tokens: ANSWER_TOKENS, stream: false };
    const answer = await ask(model, '/chat/completions', body, answered, both);
    if (!answer.ok) return answer;
    const choice = choiceIn(answer.value.choices[0]?.message.content ?? '', candidates.length, most);
    return choice ? ok(choice) : fail('remote-unreachable', name);
  };
  return (await within(WAIT_MS, signal, choose)) ?? fail('remote-unreachable', model.address);
}
