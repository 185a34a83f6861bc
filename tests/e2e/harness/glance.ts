/** The parts of the popup by name, so that tests can say what a person sees. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Surface } from './surface.ts';
import { patiently } from './surface.ts';

type Sentences = Record<string, { message: string }>;

/** Lede's message for a key, in English or in another folder of `_locales`. Throws if there is none. */
export function say(key: string, locale = 'en'): string {
  const file = join(import.meta.dirname, `../../../public/_locales/${locale}/messages.json`);
  const sentences: Sentences = JSON.parse(readFileSync(file, 'utf8'));
  const sentence = sentences[key]?.message;
  if (sentence === undefined) throw new Error(`${key} is no sentence of Lede.`);
  return sentence;
}

/** One row of the outline as a screen reader announces it. */
export interface Row {
  level: number;
  label: string;
}

/** One hidden block. */
export interface Aside {
  reason: string;
  text: string;
}

/** The open popup (or panel, which is the same app). */
export class Glance {
  constructor(readonly surface: Surface) {}

  /** Waits until the article is there, or the sentence that says why there is none. */
  async settled(): Promise<this> {
    await patiently(
      async () => ((await this.surface.count({ css: 'main[data-settled]' })) > 0 ? true : null),
      () => 'The popup stays unsettled.',
    );
    return this;
  }
  async title(): Promise<string> {
    return (await this.surface.texts('h1'))[0] ?? '';
  }
  async facts(): Promise<string[]> {
    return this.surface.texts('.head-fact');
  }
  /** False if a sentence says why there is no article. */
  async hasArticle(): Promise<boolean> {
    return (await this.surface.count({ css: '[role=tablist]' })) > 0;
  }
  async show(tab: 'glance_outline' | 'glance_points' | 'glance_notes'): Promise<void> {
    await this.surface.click({ role: 'tab', name: new RegExp(`^${say(tab)}`, 'u') });
  }
  /** The visible rows of the outline. */
  async outline(): Promise<Row[]> {
    await this.show('glance_outline');
    return this.surface.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role=treeitem]')].map((row) => ({
        level: Number(row.getAttribute('aria-level')),
        label: row.querySelector<HTMLElement>('.tree-label')?.innerText ?? '',
      })),
    );
  }
  async keyPoints(): Promise<string[]> {
    await this.show('glance_points');
    return this.surface.texts('.point-text');
  }
  async notes(): Promise<string[]> {
    await this.show('glance_notes');
    return this.surface.texts('.notes li');
  }
  /** The blocks hidden inside the article; opens the ledger if it is closed. */
  async setAside(): Promise<Aside[]> {
    const button = { css: '.head-ledger' };
    if ((await this.surface.count(button)) === 0) return [];
    if ((await this.surface.count({ css: '#ledger' })) === 0) await this.surface.click(button);
    return this.surface.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.ledger-inside li')].map((line) => ({
        reason: line.closest('.ledger-group')?.querySelector<HTMLElement>('.ledger-reason span')?.innerText ?? '',
        text: line.querySelector<HTMLElement>('.ledger-text')?.textContent ?? '',
      })),
    );
  }
  /**
   * The article's text as read by the page script, requested from the popup as the popup itself does. Empty until a
   * page script answers.
   */
  async articleText(): Promise<string> {
    return this.surface.evaluate(async () => {
      interface Api {
        tabs: {
          query: (ask: object) => Promise<{ id: number }[]>;
          sendMessage: (tab: number | undefined, message: object) => Promise<{ value: { article: { text: string } } }>;
        };
      }
      const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
      const api = browser ?? chrome;
      const [tab] = await api.tabs.query({ active: true, lastFocusedWindow: true });
      const question = { lede: 'ask', kind: 'article.read', body: { fresh: false } };
      const answer = await api.tabs.sendMessage(tab?.id, question).catch(() => null);
      return answer?.value.article.text ?? '';
    });
  }
}
