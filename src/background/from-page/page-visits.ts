/**
 * The handlers for a page that is visited: whether to enter it, what to paint and set up there, and the badge. A page's
 * address is the sender's, whatever the message says.
 */
import { setBadge } from '../../adapters/browser/browser.ts';
import type { Handlers, Sender } from '../../adapters/browser/channel.ts';
import { isGranted } from '../../adapters/browser/grants.ts';
import { PAGE_SCRIPTS, inject } from '../../adapters/browser/injection.ts';
import { correctionOf, readSettings, shapesOf } from '../../adapters/browser/settings.ts';
import { rememberTab } from '../../adapters/browser/tab-memory.ts';
import { stored } from '../../adapters/store/database.ts';
import { hostOf } from '../../core/library/address/host.ts';
import { keysOf } from '../../core/library/address/keys-of.ts';
import { type Result, fail, ok } from '../../core/result.ts';
import type { FromPage } from '../../messages.ts';
import type { Dependencies } from '../announce.ts';
import { entryByKeys } from '../find-entry.ts';
import { highlightsOn } from '../highlights-on.ts';

type Kinds = 'page.look' | 'page.enter' | 'page.plan' | 'badge.set';

/** The handlers about visits. */
export function visitHandlers({ db }: Dependencies): Pick<Handlers<FromPage>, Kinds> {
  return {
    'page.look': async ({ canonicalUrl }, sender) => {
      const keys = keysOf(sender.url, canonicalUrl);
      await remember(sender, keys);
      const { calmSites, badge } = await readSettings();
      return stored(async () => {
        const entry = badge || calmSites.includes(hostOf(sender.url)) ? null : await entryByKeys(db, keys);
        const isIdle = entry !== null && (entry === undefined || entry.deletedAt !== undefined);
        return isIdle ? ok(null) : enterSender(sender, PAGE_SCRIPTS.page);
      });
    },

    'page.enter': ({ script }, sender) => enterSender(sender, PAGE_SCRIPTS[script]),

    'page.plan': async ({ canonicalUrl }, sender) => {
      const keys = keysOf(sender.url, canonicalUrl);
      await remember(sender, keys);
      const [granted, settings] = await Promise.all([isGranted(sender.url), readSettings()]);
      return stored(async () => {
        const entry = await entryByKeys(db, keys);
        const live = entry?.deletedAt === undefined ? entry : undefined;
        return ok({
          highlights: live ? await highlightsOn(db, live, keys[0] ?? '') : [],
          granted,
          calm: settings.calmSites.includes(hostOf(sender.url)),
          counted: settings.badge,
          broughtBack: live?.broughtBack ?? [],
          correction: correctionOf(settings.corrections, hostOf(sender.url)),
          keptShapes: shapesOf(settings.keptBlocks, hostOf(sender.url)),
          ...(live ? { position: live.position ?? 0 } : {}),
        });
      });
    },

    'badge.set': async ({ count }, sender) => {
      if (sender.tabId !== undefined) await setBadge(sender.tabId, count);
      return ok(null);
    },
  };
}

/** Remembers what a tab shows, so that it is notified of changes made elsewhere. */
async function remember({ tabId, incognito }: Sender, [key]: string[]): Promise<void> {
  if (tabId !== undefined && key !== undefined && !incognito) await rememberTab(tabId, key);
}

/** Injects a script into the top frame of the tab that asks. */
async function enterSender({ tabId }: Sender, file: string): Promise<Result<null>> {
  return tabId === undefined ? fail('page-closed') : inject(tabId, [file]);
}
