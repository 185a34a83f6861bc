/** A CouchDB-compatible server of our own for tests and benches: express-pouchdb on 127.0.0.1, in memory or in a folder. */
import { createServer } from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const USER = 'reader';
const PASSWORD = 'open sesame, ünlocked';

/**
 * Starts one. `folder`: keep databases there instead of in memory. `port`: the same again after a stop. `delayMs`: each answer comes later by so
 * much. `cors: false`: no word for pages of other origins. Answers `{url, user, password, requests, stop, tamper}`: `requests` lists
 * `{method, path, bytes}`; `tamper(act)` lets a hostile server answer for itself.
 */
export async function startCouch({ folder, port = 0, delayMs = 0, mayCreate = true } = {}) {
  const PouchDB = require('pouchdb-core')
    .plugin(require('pouchdb-adapter-memory'))
    .plugin(require('pouchdb-adapter-leveldb'));
  const kept = folder
    ? { prefix: `${folder}/`, adapter: 'leveldb' }
    : { prefix: `${process.hrtime.bigint()}-`, adapter: 'memory' };
  const app = require('express')();
  const state = { delayMs, mayCreate, readOnly: false, act: null, requests: [], bytes: 0 };
  app.disable('x-powered-by');
  app.use((request, response, next) => {
    const entry = {
      method: request.method,
      path: request.url,
      bytes: Number(request.headers['content-length'] ?? 0),
      answered: 0,
    };
    state.requests.push(entry);
    const { write, end } = response;
    const count = (chunk) => {
      if (chunk && typeof chunk !== 'function') entry.answered += Buffer.byteLength(chunk);
    };
    response.write = (chunk, ...rest) => {
      count(chunk);
      return write.call(response, chunk, ...rest);
    };
    response.end = (chunk, ...rest) => {
      count(chunk);
      return end.call(response, chunk, ...rest);
    };
    setTimeout(() => next(), state.delayMs);
  });
  app.use((request, response, next) => {
    const given = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
    const isDatabase = /^\/[^/?]+\/?$/u.test(request.path) && request.path !== '/';
    if (request.headers.authorization !== given) {
      response.status(401).json({ error: 'unauthorized', reason: 'Name or password is incorrect.' });
    } else if (isDatabase && ['PUT', 'DELETE'].includes(request.method) && !state.mayCreate) {
      response.status(401).json({ error: 'unauthorized', reason: 'You are not a server admin.' });
    } else if (state.readOnly && request.method !== 'GET' && !/_revs_diff|_bulk_get/u.test(request.path)) {
      response.status(403).json({ error: 'forbidden', reason: 'read only' });
    } else if (state.act?.(request, response)) return;
    else next();
  });
  app.use(
    require('express-pouchdb')(PouchDB.defaults(kept), {
      mode: 'minimumForPouchDB',
      overrideMode: { exclude: ['compression'] },
    }),
  );
  const server = createServer(app);
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    port: server.address().port,
    user: USER,
    password: PASSWORD,
    state,
    requests: state.requests,
    /** `act(request, response)` answers true where it took the request. */
    tamper: (act) => void (state.act = act),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
