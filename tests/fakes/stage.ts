/**
 * What a view meets in place of a browser: a tab in front, a page script and a background that answer what a test tells
 * them to.
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

/** The stage; `clear` it before each test. */
export const stage = {
  tab: { id: 7, windowId: 1, url: 'https://example.org/a', title: 'A page', incognito: false } as
    { id: number; windowId: number; url?: string; title?: string; incognito: boolean } | undefined,
  /** Whether the browser lets the page script into the tab. */
  enters: true,
  /**
   * What the page script and the background answer, by kind; the value goes into an `ok`, unless it has `ok` itself.
   */
  page: new Map<string, Answer>(),
  background: new Map<string, Answer>(),
  asked: [] as { kind: string; body: unknown }[],
  opened: [] as string[],
  /** Tabs that the page script was put into. */
  entered: [] as number[],
  origins: [] as string[],
  /** What the person answers to a question for a permission. */
  grants: true,
  /** What was saved into the downloads folder, and how each download ends. */
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
  /** Tells every view, as the background does. */
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
