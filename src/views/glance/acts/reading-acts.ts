/** Actions of popup and panel on how the page in front is read: what is set aside, and what is the article. */
import { askPage } from '../../../adapters/browser/channel.ts';
import { changeSettings, shapesOf } from '../../../adapters/browser/settings.ts';
import { count, t } from '../../../adapters/i18n/sentences.ts';
import type { BroughtBack } from '../../../core/article/article.ts';
import type { Correction } from '../../../core/article/removals/correction.ts';
import { hostOf, shortHost } from '../../../core/library/address/host.ts';
import { correctedSentence } from '../../parts/correction.ts';
import type { Acting } from './acting.ts';

/** What a person can change about the reading. */
export interface ReadingActs {
  calm: (on: boolean) => void;
  /** Indices of `removed`. */
  bringBack: (indices: number[]) => void;
  setAside: (text: string) => void;
  /** Sets how pages of this site are read from now on; null leaves it to the judge. */
  correct: (correction: Correction | null) => void;
  /** Lets the person pick the article on the page itself. */
  pickPart: () => void;
  /** Keeps similar blocks on the whole site, or stops keeping them. */
  keepOnSite: (block: BroughtBack, on: boolean) => void;
}

/** Characters of a block that the list of kept ones shows, as settings keep them. */
const SAMPLE_MOST = 120;

/** Adds or removes a kind of block in the site's list and updates the page; false if the page did not answer. */
async function keepOnSite({ reader, now, told }: Acting, { shape, text }: BroughtBack, on: boolean): Promise<boolean> {
  const { glimpse, tab } = now();
  const site = hostOf(glimpse?.url ?? '');
  if (!tab || !site || shape === null) return false;
  const { keptBlocks } = await changeSettings((settings) => {
    const others = settings.keptBlocks.filter((block) => block.site !== site || block.shape !== shape);
    return { keptBlocks: on ? [...others, { site, shape, sample: text.slice(0, SAMPLE_MOST) }] : others };
  });
  const answer = await askPage(tab.id, 'shapes.keep', { shapes: shapesOf(keptBlocks, site) });
  if (!answer.ok) told(answer);
  else await reader.take(answer.value);
  return answer.ok;
}

async function setAside(acting: Acting, tabId: number, text: string): Promise<void> {
  const block = acting.now().broughtBack.find((one) => one.text === text);
  if (block?.onSite && !(await keepOnSite(acting, block, false))) return;
  const answer = await askPage(tabId, 'removal.set-aside', { text });
  if (!answer.ok) return acting.told(answer);
  await acting.reader.take(answer.value);
}

/** Brings blocks back; false if the page did not answer. */
async function bringBack({ reader, now, told }: Acting, tabId: number, texts: string[]): Promise<boolean> {
  for (const text of texts) {
    // Restoring a block reads the article again, so each block is looked up in the new result.
    const index = now().glimpse?.removed.findIndex((removal) => removal.text === text) ?? -1;
    if (index < 0) continue;
    const answer = await askPage(tabId, 'removal.bring-back', { index });
    if (!answer.ok) {
      told(answer);
      return false;
    }
    await reader.take(answer.value);
  }
  return true;
}

/** Sets the site's correction. Returns whether the article changed, or null if the page did not answer. */
async function correct(
  { reader, now, told }: Acting,
  tabId: number,
  correction: Correction | null,
): Promise<boolean | null> {
  const text = now().glimpse?.text;
  const answer = await askPage(tabId, 'correction.set', { correction });
  if (!answer.ok) {
    told(answer);
    return null;
  }
  await reader.take(answer.value);
  return answer.value.article.text !== text;
}

/** These actions. What they do shows in the page and in the view, so some say nothing. */
export function readingActs(acting: Acting, inPanel: boolean): ReadingActs {
  const { reader, now, say, told, onTab } = acting;
  const setAsideOnTab = (text: string) => onTab(({ id }) => setAside(acting, id, text));
  return {
    calm: (on) =>
      onTab(async ({ id }) => told(await askPage(id, 'calm.set', { on }), (answer) => reader.setCalm(answer.on))),
    bringBack: (indices) =>
      onTab(async ({ id }) => {
        const texts = indices.map((index) => now().glimpse?.removed[index]?.text).filter((text) => text !== undefined);
        if (!(await bringBack(acting, id, texts))) return;
        say({
          sentence: count('glance_brought_back', texts.length),
          undo: () => texts.forEach((text) => setAsideOnTab(text)),
        });
      }),
    setAside: setAsideOnTab,
    correct: (correction) =>
      onTab(async ({ id }) => {
        const { correction: before, glimpse } = now();
        const site = shortHost(glimpse?.url ?? '');
        const changed = await correct(acting, id, correction);
        if (changed === null) return;
        const undo = () => void correct(acting, id, before);
        say({ sentence: correctedSentence(correction, site, changed), undo });
      }),
    pickPart: () =>
      onTab(async ({ id }) => told(await askPage(id, 'part.pick', null), () => (inPanel ? undefined : window.close()))),
    keepOnSite: (block, on) =>
      void keepOnSite(acting, block, on).then((done) => {
        if (done) say({ sentence: t(on ? 'glance_kept_on_site' : 'glance_not_kept_on_site') });
      }),
  };
}
