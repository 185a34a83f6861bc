/**
 * A replacement for webextension-polyfill in tests outside an extension: only the parts that adapters use, without any
 * behaviour under test.
 */
import { stage } from './stage.ts';

/** All messages that were sent to views (`told`) and to pages (`asked`), for tests to read. */
export const sent: { told: unknown[]; asked: { tabId: number; message: unknown }[] } = { told: [], asked: [] };

type HeardDownload = (change: { id: number; state: { current: string } }) => void;
const downloadsHeard = new Set<HeardDownload>();

export default {
  runtime: {
    id: 'fake',
    getURL: (path: string) => `chrome-extension://fake/${path}`,
    sendMessage: (message: unknown) => {
      sent.told.push(message);
      return stage.answer(stage.background, message);
    },
    onMessage: stage.messages,
  },
  i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
  storage: { local: stage.local, session: stage.session, onChanged: stage.storageChanged },
  tabs: {
    query: async () => (stage.tab ? [stage.tab] : []),
    get: async () => stage.tab,
    create: async ({ url }: { url: string }) => {
      stage.opened.push(url);
      return { id: 8 };
    },
    sendMessage: (tabId: number, message: unknown) => {
      sent.asked.push({ tabId, message });
      return stage.answer(stage.page, message);
    },
    onActivated: stage.activated,
    onUpdated: stage.updated,
  },
  scripting: {
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      if (!stage.enters) throw new Error('Cannot access contents of the page.');
      stage.entered.push(target.tabId);
    },
  },
  permissions: {
    contains: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) =>
      [...origins, ...permissions].every((one) => stage.origins.includes(one)),
    request: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) => {
      if (stage.grants) stage.origins.push(...origins, ...permissions);
      return stage.grants;
    },
    remove: async ({ origins = [], permissions = [] }: { origins?: string[]; permissions?: string[] }) => {
      stage.origins = stage.origins.filter((one) => ![...origins, ...permissions].includes(one));
      return true;
    },
    getAll: async () => ({ origins: [...stage.origins], permissions: [] }),
  },
  downloads: {
    download: async ({ filename, url }: { filename: string; url: string }) => {
      const bytes = await (await fetch(url)).blob();
      const id = stage.downloads.push({ filename, bytes });
      const state = { current: stage.downloadState };
      setTimeout(() => downloadsHeard.forEach((heard) => heard({ id, state })), 5);
      return id;
    },
    onChanged: {
      addListener: (heard: HeardDownload) => void downloadsHeard.add(heard),
      removeListener: (heard: HeardDownload) => void downloadsHeard.delete(heard),
    },
  },
  commands: {
    getAll: async () => [{ name: 'highlight', shortcut: 'Alt+Shift+G', description: 'Highlight the selection' }],
  },
};
