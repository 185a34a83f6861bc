/**
 * The handlers for what a page keeps of its article: the article itself, removals brought back, corrections and the
 * reading position. A page's address is the sender's, whatever the message says.
 */
import type { Handlers } from '../../adapters/browser/channel.ts';
import { type Draft, write } from '../../adapters/store/write/write.ts';
import { keysOf } from '../../core/library/address/keys-of.ts';
import { changeEntry } from '../../core/library/change.ts';
import { stepOf } from '../../core/library/journal.ts';
import { isWebAddress } from '../../core/library/parse-tree.ts';
import type { Entry } from '../../core/library/records.ts';
import { fail, ok } from '../../core/result.ts';
import type { Answer, FromPage } from '../../messages.ts';
import { type Dependencies, announced } from '../announce.ts';
import { keepCorrection } from '../corrections.ts';
import { entryByKeys } from '../find-entry.ts';
import { arrive } from '../keeping.ts';

type Kinds = 'article.keep' | 'removal.bring-back' | 'correction.keep' | 'place.keep';

/** The handlers about a page's article. */
export function pageArticleHandlers(dependencies: Dependencies): Pick<Handlers<FromPage>, Kinds> {
  const { db, nowMs, newId } = dependencies;
  return {
    'article.keep': async ({ article }, sender) => {
      if (!isWebAddress(sender.url)) return fail('page-closed');
      if (sender.incognito) return fail('private');
      const written = await write<Answer<FromPage, 'article.keep'>>(
        db,
        { kind: 'article.keep', nowMs: nowMs() },
        async (draft) => {
          const { id } = await arrive(draft, { url: sender.url, article, isSaved: true }, newId);
          return ok({ id, isNew: stepOf('article.keep', draft.stamp.nowMs, [...draft.pairs.values()]) !== null });
        },
      );
      return announced(db, written);
    },

    'removal.bring-back': async ({ text, back, article }, sender) => {
      if (!isWebAddress(sender.url)) return fail('page-closed');
      if (sender.incognito) return ok(null); // restored on the page all the same
      const written = await write<null>(db, { kind: 'removal.bring-back', nowMs: nowMs() }, async (draft) => {
        const entry = await arrive(draft, { url: sender.url, article }, newId);
        const others = entry.broughtBack.filter((one) => one !== text);
        await draft.putEntry(changeEntry(entry, { broughtBack: back ? [...others, text] : others }, draft.stamp));
        return ok(null);
      });
      return announced(db, written, { tabId: sender.tabId });
    },

    'correction.keep': ({ correction, article }, sender) => keepCorrection(dependencies, sender, correction, article),

    'place.keep': async ({ position }, sender) => {
      const written = await write<null>(
        db,
        { kind: 'place.keep', nowMs: nowMs(), journalled: false },
        async (draft) => {
          const entry = await entryByKeys(db, keysOf(sender.url));
          if (!entry || entry.deletedAt !== undefined || sender.incognito) return ok(null);
          await draft.putEntry(placed(entry, position, draft));
          return ok(null);
        },
      );
      return written.ok ? ok(null) : written; // the reading position is not worth an announcement
    },
  };
}

/** The entry with a new position and its clock; `changedAt`, by which lists sort, stays. */
function placed(entry: Entry, position: number, { stamp }: Draft): Entry {
  if (entry.position === position) return entry;
  return { ...entry, position, openedAt: stamp.nowMs, clocks: { ...entry.clocks, position: stamp.clock } };
}
