/** The language model a person chose, if any: which of an article's sentences it takes for the points. Nothing is asked unless it was set. */
import browser from 'webextension-polyfill';
import type { Article } from '../../core/article/article.ts';
import type { KeyPoint } from '../../core/digest/digest.ts';
import { fail, type Result } from '../../core/result.ts';
import { askBuiltInModel } from './built-in.ts';
import { askRemoteModel } from './remote.ts';
import type { Settings } from '../browser/settings.ts';

/** Apart from the settings, so that it is in no file of settings and in no backup; `storage.local` is never synced. */
const KEY = 'model-key';
/** Longest key that is kept. Characters. */
const KEY_MOST = 512;

/** The key for the address a person set; empty where there is none. */
export async function readModelKey(): Promise<string> {
  try {
    const kept: unknown = (await browser.storage.local.get(KEY))[KEY];
    return typeof kept === 'string' ? kept.slice(0, KEY_MOST) : '';
  } catch {
    return '';
  }
}

/** Keeps the key, or forgets it where it is empty. False where storage is refused. */
export async function keepModelKey(key: string): Promise<boolean> {
  try {
    if (key === '') await browser.storage.local.remove(KEY);
    else await browser.storage.local.set({ [KEY]: key.slice(0, KEY_MOST) });
    return true;
  } catch {
    return false;
  }
}

/**
 * Which of the candidates are the points, as indices, most important first, at most `most`. Fails with `remote-unreachable` within ten
 * seconds where the model is wrong, slow, refused or not there, and with `not-found` where none is set: our own points then stand.
 */
export async function askModel(
  settings: Pick<Settings, 'model' | 'modelAddress' | 'modelName'>,
  article: Pick<Article, 'title'>,
  candidates: readonly KeyPoint[],
  most: number,
  signal: AbortSignal,
): Promise<Result<number[]>> {
  if (settings.model === 'built-in') return askBuiltInModel(article, candidates, most, signal);
  if (settings.model === 'address') {
    const remote = { address: settings.modelAddress, name: settings.modelName, key: await readModelKey() };
    return askRemoteModel(remote, article, candidates, most, signal);
  }
  return fail('not-found');
}
