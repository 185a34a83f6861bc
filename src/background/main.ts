/** The background: listeners and wiring, no state of its own. It may be stopped between any two events. */
import { answerAll, askPage } from '../adapters/browser/channel.ts';
import { LibraryDatabase, askToPersist } from '../adapters/store/database.ts';
import { type Tab, openPage, openWelcome } from '../adapters/browser/browser.ts';
import { enterPage } from '../adapters/browser/injection.ts';
import { enterGranted, followGrants, onGrants } from '../adapters/browser/grants.ts';
import { forgetClosedTabs } from '../adapters/browser/tab-memory.ts';
import { onCommand, onInstalled, onMenu, setMenu } from '../adapters/browser/triggers.ts';
import { t } from '../adapters/i18n/sentences.ts';
import { COLOURS } from '../core/library/records.ts';
import { pageAnswers, syncAnswers, viewAnswers } from './answers.ts';
import { scheduleMaintenance } from './daily.ts';
import { answerOmnibox } from './omnibox.ts';
import { keepInSync } from './sync/syncing.ts';

/** What a shortcut or a menu item does in a tab that the person is looking at. */
const ACTIONS: Record<string, (tab: Tab) => Promise<unknown>> = {
  highlight: (tab) => askPage(tab.id, 'selection.highlight', { colour: COLOURS[0], note: false }),
  note: (tab) => askPage(tab.id, 'selection.highlight', { colour: COLOURS[0], note: true }),
  calm: (tab) => askPage(tab.id, 'calm.toggle', null),
  save: (tab) => askPage(tab.id, 'article.save', { tell: true }),
  read: (tab) => openPage(`reader/index.html?tab=${tab.id}`),
};

async function act(name: string, tab: Tab | null): Promise<void> {
  const action = ACTIONS[name];
  if (!action || !tab) return;
  const entered = await enterPage(tab.id);
  if (entered.ok) await action(tab);
}

const dependencies = { db: new LibraryDatabase(), nowMs: () => Date.now(), newId: () => crypto.randomUUID() };
const views = { ...viewAnswers(dependencies), ...syncAnswers(keepInSync(dependencies)) };
answerAll(pageAnswers(dependencies), views, new AbortController().signal);
forgetClosedTabs();
scheduleMaintenance(dependencies);
answerOmnibox(dependencies.db);

onCommand((name, tab) => void act(name, tab));
onMenu((id, tab) => void act(id, tab));
onGrants(() => void followGrants());

onInstalled((reason) => {
  void setMenu([
    { id: 'highlight', title: t('menu_highlight'), contexts: ['selection', 'image'] },
    { id: 'note', title: t('menu_note'), contexts: ['selection', 'image'] },
    { id: 'calm', title: t('menu_calm'), contexts: ['page'] },
    { id: 'read', title: t('menu_read'), contexts: ['page'] },
    { id: 'save', title: t('command_save'), contexts: ['page'] },
  ]);
  void askToPersist();
  void followGrants().then(enterGranted);
  if (reason === 'install') void openWelcome('welcome/index.html');
});
