/**
 * A replacement for the browser around a view: an active tab, a page script and a background that give the answers a
 * test sets.
 */

type Answer = (body: never) => unknown;
type Heard = (message: unknown, sender: unknown) => unknown;

/** Listeners of one browser event. */
export class Event<Listener extends (...given: never[]) => unknown> {
  readonly listeners = new Set<Listener>();
  addListener(listener: Listener): void {
    this.listeners.add(listener);
  }
  removeListener(listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** One area of storage, in memory. */
export class Area {
  kept: Record<string, unknown> = {};
  async get(key: string | null): Promise<Record<string, unknown>> {
    if (key === null) return { ...this.kept };
    return key in this.kept ? { [key]: structuredClone(this.kept[key]) } : {};
  }
  async set(change: Record<string, unknown>): Promise<void> {
    for (const [key, newValue] of Object.entries(change)) {
      this.kept[key] = structuredClone(newValue);
      for (const tell of stage.storageChanged.listeners) tell({ [key]: { newValue } }, 'local');
    }
  }
  async remove(key: string | string[]): Promise<void> {
    for (const one of [key].flat()) delete this.kept[one];
  }
}

/** The state of this replacement; call `clear` before each test. */
export const stage = {
  tab: { id: 7, windowId: 1, url: 'https://example.org/a', title: 'A page', incognito: false } as
    { id: number; windowId: number; url?: string; title?: string; incognito: boolean } | undefined,
  /** Whether the browser allows the page script in the tab. */
  enters: true,
  /** The answers of the page script and the background by kind. A value without `ok` is wrapped into one. */
  page: new Map<string, Answer>(),
  background: new Map<string, Answer>(),
  asked: [] as { kind: string; body: unknown }[],
  opened: [] as string[],
  /** Tabs that the page script was injected into. */
  entered: [] as number[],
  origins: [] as string[],
  /** The person's answer to a permission request. */
  grants: true,
  /** Files saved to the downloads folder, and how each download ends. */
  downloads: [] as { filename: string; bytes: Blob }[],
  downloadState: 'complete',
  local: new Area(),
  session: new Area(),
  storageChanged: new Event<(changes: Record<string, unknown>, area: string) => void>(),
  messages: new Event<Heard>(),
  activated: new Event<(info: { tabId: number }) => void>(),
  updated: new Event<(tabId: number, change: { status?: string; url?: string }) => void>(),

  clear(): void {
    Object.assign(stage, { enters: true, asked: [], opened: [], entered: [], origins: [], grants: true });
    stage.tab = { id: 7, windowId: 1, url: 'https://example.org/a', title: 'A page', incognito: false };
    Object.assign(stage, { downloads: [], downloadState: 'complete' });
    stage.page.clear();
    stage.background.clear();
    stage.local.kept = {};
    stage.session.kept = {};
    for (const event of [stage.messages, stage.activated, stage.updated, stage.storageChanged]) event.listeners.clear();
  },
  /** Sends a broadcast to every view, as the background does. */
  tell(kind: string, body: unknown): void {
    for (const hear of stage.messages.listeners) hear({ lede: 'told', kind, body }, { id: 'fake', url: '' });
  },
  async answer(answers: Map<string, Answer>, message: unknown): Promise<unknown> {
    const { lede, kind, body } = message as { lede: string; kind: string; body: never };
    if (lede === 'told') return stage.tell(kind, body);
    stage.asked.push({ kind, body });
    const answer = answers.get(kind);
    if (!answer) throw new Error('Could not establish connection. Receiving end does not exist.');
    const value = await answer(body);
    const whole = typeof value === 'object' && value !== null && 'ok' in value;
    return structuredClone(whole ? value : { ok: true, value });
  },
};
