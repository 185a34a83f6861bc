/** Asks the language model that a person chose, if any, which sentences of an article are its key points. */
import type { Article } from '../../core/article/article.ts';
import type { KeyPoint } from '../../core/digest/digest.ts';
import { fail, type Result } from '../../core/result.ts';
import { askBuiltInModel } from './built-in.ts';
import { askRemoteModel } from './remote.ts';
import { isGranted } from '../browser/grants.ts';
import { readModelKey } from '../browser/model-key.ts';
import type { Settings } from '../browser/settings.ts';

/**
 * Which of the candidates are the points, as indices, most important first, at most `most`. Fails with `not-found`
 * where no model is set, with `not-allowed` where the person has not granted its address, and with `remote-unreachable`
 * within ten seconds where it is wrong, slow, refused or not there. The caller then keeps its own points.
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
    const { modelAddress: address, modelName: name } = settings;
    if (!(await isGranted(address))) return fail('not-allowed');
    const remote = { address, name, key: await readModelKey(address) };
    return askRemoteModel(remote, article, candidates, most, signal);
  }
  return fail('not-found');
}
