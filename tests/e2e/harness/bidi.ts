/** Speaks WebDriver BiDi with a stock Firefox over a WebSocket: no geckodriver, nothing downloaded. */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import WebSocket from 'ws';

/** Timeout for Firefox to print where it listens. */
const START_MS = 60_000;
/** Timeout for a normal close before the process is killed. */
const CLOSE_MS = 5_000;

/** The unchecked result of a command or content of an event. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Waiting = { resolve: (value: unknown) => void; reject: (reason: Error) => void; method: string };

/** Where a script runs: a browsing context by its id, in a sandbox of that name if one is given. */
export interface Where {
  context: string;
  sandbox?: string;
}

/** A running Firefox and the session with it. */
export class Bidi {
  private last = 0;
  private readonly waiting = new Map<number, Waiting>();

  private constructor(
    private readonly process: ChildProcess,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (data: Buffer) => this.hear(data.toString('utf8')));
    socket.on('close', () => {
      for (const { reject, method } of this.waiting.values()) reject(new Error(`Firefox went away during ${method}.`));
      this.waiting.clear();
    });
  }

  /** Starts Firefox with a profile folder and these preferences. Throws if it does not listen within a minute. */
  static async start(
    executable: string,
    profile: string,
    preferences: Record<string, boolean | number | string>,
    args: string[] = [],
  ): Promise<Bidi> {
    const lines = Object.entries(preferences).map(
      ([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});`,
    );
    writeFileSync(join(profile, 'user.js'), lines.join('\n'));
    const firefox = spawn(
      executable,
      [
        '--profile',
        profile,
        '--no-remote',
        '--remote-debugging-port=0',
        '--remote-allow-system-access',
        ...args,
        'about:blank',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    // Whatever ends this process, a test that took too long or an error: no browser is left behind to slow what comes
    // next.
    const orphaned = (): boolean => firefox.kill('SIGKILL');
    process.once('exit', orphaned);
    firefox.once('exit', () => process.off('exit', orphaned));
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      const late = setTimeout(() => reject(new Error(`Firefox does not listen: ${said}`)), START_MS);
      firefox.stderr?.on('data', (data: Buffer) => {
        said += data.toString('utf8');
        const found = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
        if (!found) return;
        clearTimeout(late);
        resolve(found);
      });
      firefox.on('exit', (code) => reject(new Error(`Firefox ended with ${code}: ${said}`)));
      firefox.on('error', reject);
    }).catch((reason: unknown) => {
      firefox.kill('SIGKILL');
      throw reason;
    });
    const socket = new WebSocket(`${address}/session`, { maxPayload: 256 * 1024 * 1024 });
    await new Promise((resolve, reject) => {
      socket.on('open', resolve);
      socket.on('error', reject);
    });
    const bidi = new Bidi(firefox, socket);
    await bidi.send('session.new', { capabilities: {} });
    return bidi;
  }

  private hear(data: string): void {
    const message: { id?: number; type: string; result?: unknown; error?: string; message?: string } = JSON.parse(data);
    if (message.id === undefined) return;
    const waiting = this.waiting.get(message.id);
    if (!waiting) return;
    this.waiting.delete(message.id);
    if (message.type === 'success') waiting.resolve(message.result);
    else waiting.reject(new Error(`${waiting.method}: ${message.error}: ${message.message}`));
  }

  /**
   * Sends one command. T is the type of its result in the WebDriver BiDi specification. Rejects with Firefox's message.
   */
  send<T>(method: string, params: Record<string, unknown> = {}): Promise<T> {
    const id = ++this.last;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject, method });
      this.socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Evaluates an expression, awaits it, and returns its value as JSON. Throws with the page's message. */
  async evaluate<T>(where: Where, expression: string, userActivation = false): Promise<T> {
    const answer = await this.send<{
      type: string;
      result?: { value?: string };
      exceptionDetails?: { text: string };
    }>('script.evaluate', {
      target: where,
      expression: `Promise.resolve((${expression})).then((value) => JSON.stringify(value) ?? 'null')`,
      awaitPromise: true,
      userActivation,
    });
    if (answer.type === 'exception') throw new Error(answer.exceptionDetails?.text ?? 'an exception');
    return JSON.parse(answer.result?.value ?? 'null') as T;
  }

  /** Closes Firefox normally, or by force if it does not end. */
  async close(): Promise<void> {
    const gone = this.whenGone();
    await Promise.race([this.send('browser.close').catch(() => null), pause(CLOSE_MS)]);
    this.socket.close();
    await Promise.race([gone, pause(CLOSE_MS)]);
    await this.kill();
  }

  /** Kills Firefox as a crash or a power cut would, without warning or flushing. */
  async kill(): Promise<void> {
    const gone = this.whenGone();
    this.process.kill('SIGKILL');
    await gone;
    this.socket.terminate();
  }

  private whenGone(): Promise<unknown> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return Promise.resolve();
    return new Promise((resolve) => this.process.once('exit', resolve));
  }
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs).unref();
  });
}
