import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { keepModelKey } from '../../../../src/adapters/browser/model-key.ts';
import { askModel } from '../../../../src/adapters/models/chosen-model.ts';
import { askRemoteModel, baseOf, modelsAt, patternOf } from '../../../../src/adapters/models/remote.ts';
import { defaultSettings } from '../../../../src/adapters/browser/settings.ts';
import { stage } from '../../../fakes/stage.ts';
import type { KeyPoint } from '../../../../src/core/digest/digest.ts';

const CANDIDATES: KeyPoint[] = Array.from({ length: 8 }, (_, i) => ({
  start: i * 10,
  end: i * 10 + 9,
  text: `Sentence number ${i + 1}.`,
  score01: 1 - i / 8,
}));
const ARTICLE = { title: 'The bridge closes' };

let server: Server | undefined;
afterEach(() => {
  stage.clear();
  server?.closeAllConnections();
  server?.close();
});

/** A real server on this machine; `reply` writes the answer to every request. */
async function serve(reply: (ask: IncomingMessage, answer: ServerResponse, body: string) => void): Promise<string> {
  server = createServer((ask, answer) => {
    let body = '';
    ask.on('data', (piece: Buffer) => (body += piece.toString()));
    ask.on('end', () => reply(ask, answer, body));
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}/v1/`;
}

const says = (content: string): string => JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] });
const never = (): AbortSignal => new AbortController().signal;
const ask = (address: string, signal = never(), key = '', name = 'tiny') =>
  askRemoteModel({ address, name, key }, ARTICLE, CANDIDATES, 5, signal);

describe('askRemoteModel, with a server that answers', () => {
  it('well', async () => {
    let heard = '';
    let path = '';
    let key: string | undefined;
    const address = await serve((request, answer, body) => {
      [heard, path, key] = [body, request.url ?? '', request.headers.authorization];
      answer.end(says('{"ids": [3, 1, 7]}'));
    });
    expect(await ask(address, never(), 'secret')).toEqual({ ok: true, value: [2, 0, 6] });
    expect(path).toBe('/v1/chat/completions');
    expect(key).toBe('Bearer secret');
    const sent: unknown = JSON.parse(heard);
    expect(sent).toMatchObject({ model: 'tiny', temperature: 0, stream: false });
    expect(heard).toContain('8. Sentence number 8.');
  });
  it('with the first model it has, where none is named', async () => {
    const address = await serve((request, answer, body) => {
      if (request.url === '/v1/models') answer.end(JSON.stringify({ data: [{ id: 'gem' }, { id: 'big' }] }));
      else answer.end(says(body.includes('"gem"') ? '[1,2,3]' : 'no'));
    });
    expect(await ask(address, never(), '', '')).toEqual({ ok: true, value: [0, 1, 2] });
    expect(await modelsAt({ address, name: '', key: '' }, never())).toEqual({ ok: true, value: ['gem', 'big'] });
  });
  it.each([
    ['with words', says('The bridge closes.')],
    ['with numbers that were not offered', says('{"ids": [1, 2, 31]}')],
    ['with too few', says('{"ids": [1]}')],
    ['with another shape', '{"answer": [1, 2, 3]}'],
    ['with no JSON', '<html>'],
    ['with nothing', ''],
    ['without end', `{"choices": "${'x'.repeat(400_000)}"}`],
  ])('badly: %s', async (_, body) => {
    const address = await serve((_request, answer) => answer.end(body));
    expect(await ask(address)).toMatchObject({ ok: false, error: { kind: 'remote-unreachable' } });
  });
  it('by refusing', async () => {
    const address = await serve((_request, answer) => answer.writeHead(401).end('{}'));
    const answer = await ask(address);
    expect(answer.ok ? '' : answer.error.detail).toMatch(/^127\.0\.0\.1:\d+: 401$/);
  });
  it('by redirecting elsewhere, where the key must not go', async () => {
    const asked: (string | undefined)[] = [];
    const address = await serve((request, answer) => {
      asked.push(request.url);
      answer.writeHead(307, { Location: '/elsewhere' }).end();
    });
    expect((await ask(address, never(), 'secret')).ok).toBe(false);
    expect(asked).toEqual(['/v1/chat/completions']);
  });
  it('slowly: the ten seconds also end while the answer arrives bit by bit', { timeout: 20_000 }, async () => {
    const address = await serve((_request, answer) => {
      answer.write('{"choices": [');
      const drip = setInterval(() => answer.write(' '), 500);
      answer.on('close', () => clearInterval(drip));
    });
    const from = performance.now();
    expect((await ask(address)).ok).toBe(false);
    expect(performance.now() - from).toBeGreaterThan(9_000);
    expect(performance.now() - from).toBeLessThan(12_000);
  });
  it('never, and the person stops waiting', async () => {
    const address = await serve(() => undefined);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    expect((await ask(address, stop.signal)).ok).toBe(false);
  });
  it('no more, because it is gone', async () => {
    const address = await serve(() => undefined);
    await new Promise((done) => server?.close(done));
    expect(await ask(address)).toMatchObject({ ok: false, error: { kind: 'remote-unreachable' } });
  });
});

describe('addresses', () => {
  it('are http on this machine, and https elsewhere if a key is sent', () => {
    expect(baseOf({ address: 'http://127.0.0.1:11434/v1/', key: 'k' })).toBe('http://127.0.0.1:11434/v1');
    expect(baseOf({ address: 'https://models.example.org/v1', key: 'k' })).toBe('https://models.example.org/v1');
    expect(baseOf({ address: 'http://10.0.0.7:8000/v1', key: '' })).toBe('http://10.0.0.7:8000/v1');
    for (const address of [
      'http://10.0.0.7/v1',
      'ftp://127.0.0.1',
      'file:///etc',
      'javascript:0',
      'https://a:b@example.org',
      'x',
    ]) {
      expect([address, baseOf({ address, key: 'k' })]).toEqual([address, null]);
    }
  });
  it('give the permission to request', () => {
    expect(patternOf('http://127.0.0.1:11434/v1')).toBe('http://127.0.0.1/*');
    expect(patternOf('data:,x')).toBeNull();
  });
});

describe('askModel', () => {
  it('sends nothing unless a model was set', async () => {
    expect(await askModel(defaultSettings(), ARTICLE, CANDIDATES, 5, never())).toEqual({
      ok: false,
      error: { kind: 'not-found' },
    });
  });
  it('sends to the address that was set and permitted, with the key typed for it', async () => {
    const keys: (string | undefined)[] = [];
    const modelAddress = await serve((request, answer) => {
      keys.push(request.headers.authorization);
      answer.end(says('[2, 4, 6]'));
    });
    const settings = { ...defaultSettings(), model: 'address' as const, modelAddress, modelName: 'tiny' };
    const asked = () => askModel(settings, ARTICLE, CANDIDATES, 5, never());

    expect(await asked()).toEqual({ ok: false, error: { kind: 'not-allowed' } });
    expect(keys).toEqual([]);

    stage.origins.push('http://127.0.0.1/*');
    await keepModelKey('https://other.example/v1', 'for another');
    expect(await asked()).toEqual({ ok: true, value: [1, 3, 5] });
    await keepModelKey(modelAddress, 'for this one');
    await asked();
    expect(keys).toEqual([undefined, 'Bearer for this one']);
  });
});
