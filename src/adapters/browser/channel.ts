/** Messages between contexts: one typed request, one `Result`; broadcasts have no answer. */
import browser, { type Runtime } from 'webextension-polyfill';
import { type Result, fail } from '../../core/result.ts';
import type { Answer, Ask, Broadcast, Envelope, FromPage, FromView, ToPage } from '../../messages.ts';

/** Who sent a message, as the browser reports it; never taken from the message itself. */
export interface Sender {
  /** One of our own pages (also inside an iframe of a web page). */
  trusted: boolean;
  url: string;
  tabId?: number;
  frameId?: number;
  incognito: boolean;
}

type Handler<C, K extends keyof C> = (
  ask: Ask<C, K>,
  sender: Sender,
) => Promise<Result<Answer<C, K>>> | Result<Answer<C, K>>;
/** A handler for every kind of a contract. */
export type Handlers<C> = { [K in keyof C]: Handler<C, K> };

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    'lede' in message &&
    'kind' in message &&
    typeof message.kind === 'string'
  );
}

/**
 * Whether the extension was updated or disabled while this page script runs, so that it can no longer send messages.
 */
export function isOrphan(): boolean {
  return !browser.runtime?.id;
}

/** Sends a message. Never throws: a dead context, a closed tab and a silent receiver are failures. */
async function send(post: () => Promise<unknown>, silent: 'page-closed' | 'restarted'): Promise<Result<never>> {
  try {
    if (isOrphan()) return fail('restarted');
    const answer = await post();
    // answered by our own handlers
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Result<never>;
    return fail(silent);
  } catch (thrown) {
    return fail(/context invalidated/i.test(String(thrown)) ? 'restarted' : silent);
  }
}

const question = (kind: string, body: unknown): Envelope => ({ lede: 'ask', kind, body });

/** A page script asks the background. */
export function askFromPage<K extends keyof FromPage>(
  kind: K,
  body: Ask<FromPage, K>,
): Promise<Result<Answer<FromPage, K>>> {
  return send(() => browser.runtime.sendMessage(question(kind, body)), 'restarted');
}

/** One of our own pages asks the background. */
export function ask<K extends keyof FromView>(kind: K, body: Ask<FromView, K>): Promise<Result<Answer<FromView, K>>> {
  return send(() => browser.runtime.sendMessage(question(kind, body)), 'restarted');
}

/** A view or the background asks the page script of a tab (its top frame); `page-closed` if none answers. */
export function askPage<K extends keyof ToPage>(
  tabId: number,
  kind: K,
  body: Ask<ToPage, K>,
): Promise<Result<Answer<ToPage, K>>> {
  return send(() => browser.tabs.sendMessage(tabId, question(kind, body), { frameId: 0 }), 'page-closed');
}

/** Broadcasts from the background to every open view; fine if nobody listens. */
export function tell<K extends keyof Broadcast>(kind: K, body: Broadcast[K]): void {
  const told: Envelope = { lede: 'told', kind, body };
  void browser.runtime.sendMessage(told).catch(() => undefined);
}

/**
 * The address of the sender. `sender.url` is the address that the document was loaded from; if the page has changed its
 * address since, the tab has the current one.
 */
function addressOf({ url = '', frameId, tab }: Runtime.MessageSender): string {
  const now = frameId === 0 ? tab?.url : undefined;
  if (now === undefined || !URL.canParse(now) || !URL.canParse(url)) return url;
  return new URL(now).origin === new URL(url).origin ? now : url;
}

function senderOf(sender: Runtime.MessageSender): Sender {
  const own = browser.runtime.getURL('');
  const url = addressOf(sender);
  // A dynamic address (use_dynamic_url) has another host than getURL gives: the origin that the browser states counts
  // too.
  const origin = 'origin' in sender ? `${String(sender.origin)}/` : '';
  return {
    trusted: sender.id === browser.runtime.id && (url.startsWith(own) || origin === own),
    url,
    ...(sender.tab?.id === undefined ? {} : { tabId: sender.tab.id }),
    ...(sender.frameId === undefined ? {} : { frameId: sender.frameId }),
    incognito: sender.tab?.incognito ?? false,
  };
}

type Listener = (message: unknown, sender: Runtime.MessageSender) => Promise<unknown> | undefined;

function listen(listener: Listener, signal: AbortSignal): void {
  // The polyfill's type always wants a promise; returning undefined leaves a message to other listeners.
  const wrapped: Runtime.OnMessageListenerAsync = (message, sender) => listener(message, sender) as Promise<unknown>;
  browser.runtime.onMessage.addListener(wrapped);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(wrapped));
}

async function run(handler: unknown, body: unknown, sender: Sender): Promise<unknown> {
  return (handler as (body: unknown, sender: Sender) => unknown)(body, sender);
}

/** Answers from a table of handlers; an unknown kind is answered at once. */
function answerFrom(table: object, message: Envelope, sender: Sender): Promise<unknown> {
  const handler = Object.hasOwn(table, message.kind) ? table[message.kind as keyof typeof table] : undefined;
  return handler ? run(handler, message.body, sender) : Promise.resolve(fail('not-understood', message.kind));
}

/**
 * The background answers: our own pages by `views`, all others by `pages`. Handlers get the body as it came and parse
 * it.
 */
export function answerAll(pages: Handlers<FromPage>, views: Handlers<FromView>, signal: AbortSignal): void {
  listen((message, from) => {
    if (!isEnvelope(message) || message.lede !== 'ask') return undefined;
    if (from.id !== browser.runtime.id) return Promise.resolve(fail('not-allowed'));
    const sender = senderOf(from);
    return answerFrom(sender.trusted ? views : pages, message, sender);
  }, signal);
}

/** A page script answers views and the background. */
export function answerAsPage(handlers: Handlers<ToPage>, signal: AbortSignal): void {
  listen((message, from) => {
    if (!isEnvelope(message) || message.lede !== 'ask' || from.id !== browser.runtime.id) return undefined;
    return answerFrom(handlers, message, senderOf(from));
  }, signal);
}

/** Answers only the kinds that `handlers` has and leaves all others to other listeners. */
export function answerSome(handlers: Partial<Handlers<ToPage>>, signal: AbortSignal): void {
  listen((message, from) => {
    if (!isEnvelope(message) || message.lede !== 'ask' || from.id !== browser.runtime.id) return undefined;
    return Object.hasOwn(handlers, message.kind) ? answerFrom(handlers, message, senderOf(from)) : undefined;
  }, signal);
}

/** Listens to broadcasts in a view; those from a web page are ignored. */
export function hear<K extends keyof Broadcast>(
  kind: K,
  heard: (body: Broadcast[K]) => void,
  signal: AbortSignal,
): void {
  listen((message, from) => {
    if (!isEnvelope(message) || message.lede !== 'told' || message.kind !== kind) return undefined;
    if (from.id === browser.runtime.id && (!from.url || senderOf(from).trusted)) heard(message.body as Broadcast[K]);
    return undefined;
  }, signal);
}
