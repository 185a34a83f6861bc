/**
 * A CouchDB on 127.0.0.1 for tests and benches, which can be watched, slowed and made hostile. It is express-pouchdb,
 * in memory or in a folder. With `LEDE_COUCH=http://user:password@127.0.0.1:5984` it is a proxy to a real CouchDB.
 * `node dev/couch.mjs [--folder FOLDER] [--port 5984]` starts one to try things out.
 */
import { createHash, randomBytes } from 'node:crypto';
import { createServer, request as ask } from 'node:http';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const USER = 'reader';
const PASSWORD = 'open sesame, ünlocked';
const basic = (user, password) => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
/** `/lede` or `/lede/`: a request to create or delete a whole database. */
const WHOLE_DATABASE = /^\/[^/_?][^/?]*\/?$/u;
/** Paths of POST requests that only read. */
const READING = /_revs_diff|_bulk_get|_all_docs/u;

/**
 * Starts a server. `folder` keeps databases there instead of in memory. `port` is the port to listen on, 0 for any free
 * one. `delayMs` delays each answer. `target` is the address of a real CouchDB to forward requests to, by default
 * `LEDE_COUCH`.
 *
 * Returns `{origin, port, user, password, state, requests, tamper, stop}`. `state` can be changed at any time:
 * `delayMs`; `mayCreate: false` forbids creating and deleting databases, `readOnly: true` all writing; `cutEvery: n`
 * closes the connection before the end of every nth answer; `corsOrigin` is an origin whose pages may read answers.
 * `requests` lists `{method, path, bytes, answered}`. `tamper(act)` lets `act(request, response)` answer instead of the
 * server; `act` returns true if it did.
 */
export async function startCouch(options = {}) {
  const { folder, port = 0, delayMs = 0, mayCreate = true, target = process.env.LEDE_COUCH } = options;
  const state = { delayMs, mayCreate, readOnly: false, cutEvery: 0, corsOrigin: '', act: null, requests: [] };
  const backend = target ? proxyTo(new URL(target), folder) : pouchBackend(folder);
  const app = require('express')();
  app.disable('x-powered-by');
  app.use(recorder(state), cors(state), guard(state), backend.handle);
  const server = createServer(app);
  await new Promise((listening) => server.listen(port, '127.0.0.1', listening));
  const { port: taken } = server.address();
  return {
    ...{ origin: `http://127.0.0.1:${taken}`, port: taken, user: USER, password: PASSWORD },
    state,
    requests: state.requests,
    tamper: (act) => void (state.act = act),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await backend.close();
    },
  };
}

/** Records each request with its sizes in bytes, and delays or cuts off answers as `state` says. */
function recorder(state) {
  return (request, response, next) => {
    const { method, url: path } = request;
    const entry = { method, path, bytes: Number(request.headers['content-length'] ?? 0), answered: 0 };
    state.requests.push(entry);
    const cut = state.cutEvery > 0 && state.requests.length % state.cutEvery === 0;
    const { write, end } = response;
    const count = (chunk) => {
      if (chunk && typeof chunk !== 'function') entry.answered += Buffer.byteLength(chunk);
    };
    response.write = (chunk, ...rest) => {
      count(chunk);
      return write.call(response, chunk, ...rest);
    };
    response.end = (chunk, ...rest) => {
      if (cut) return response.destroy();
      count(chunk);
      return end.call(response, chunk, ...rest);
    };
    setTimeout(() => next(), state.delayMs);
  };
}

/** Sends the headers that CouchDB sends to pages of an origin listed in `cors/origins`. */
function cors(state) {
  return (request, response, next) => {
    if (state.corsOrigin === '' || request.headers.origin !== state.corsOrigin) return next();
    response.setHeader('access-control-allow-origin', state.corsOrigin);
    if (request.method !== 'OPTIONS') return next();
    response.setHeader('access-control-allow-methods', 'DELETE, GET, HEAD, POST, PUT');
    response.setHeader('access-control-allow-headers', 'accept, authorization, content-type');
    response.status(204).end();
  };
}

/** Rejects requests without the password, and those that `state` forbids. */
function guard(state) {
  return (request, response, next) => {
    const { method, path } = request;
    if (state.act?.(request, response)) return;
    if (request.headers.authorization !== basic(USER, PASSWORD)) {
      response.status(401).json({ error: 'unauthorized', reason: 'Name or password is incorrect.' });
    } else if (WHOLE_DATABASE.test(path) && ['PUT', 'DELETE'].includes(method) && !state.mayCreate) {
      response.status(401).json({ error: 'unauthorized', reason: 'You are not a server admin.' });
    } else if (state.readOnly && method !== 'GET' && !READING.test(path)) {
      response.status(403).json({ error: 'forbidden', reason: 'read only' });
    } else next();
  };
}

/** Answers requests with express-pouchdb. */
function pouchBackend(folder) {
  const PouchDB = require('pouchdb-core')
    .plugin(require('pouchdb-adapter-memory'))
    .plugin(require('pouchdb-adapter-leveldb'));
  const kept = folder
    ? { prefix: `${folder}/`, adapter: 'leveldb' }
    : { prefix: `${process.hrtime.bigint()}-`, adapter: 'memory' };
  const options = { mode: 'minimumForPouchDB', overrideMode: { exclude: ['compression'] } };
  return { handle: require('express-pouchdb')(PouchDB.defaults(kept), options), close: async () => undefined };
}

/**
 * Forwards requests to a real CouchDB. Databases get a prefix there, so that nothing else in it is touched. They are
 * deleted at the end, unless a `folder` gives them a fixed name for the next start.
 */
function proxyTo({ hostname, port, username, password }, folder) {
  const tail = folder ? createHash('sha256').update(folder).digest('hex').slice(0, 12) : randomBytes(6).toString('hex');
  const prefix = `lede-test-${tail}-`;
  const made = new Set();
  const authorization = basic(decodeURIComponent(username), decodeURIComponent(password));
  const send = (method, path, headers, answered) =>
    ask(
      { hostname, port, method, path, headers: { ...headers, authorization, host: `${hostname}:${port}` } },
      answered,
    );
  const handle = (request, response) => {
    const path = /^\/(?:_|$)/u.test(request.url) ? request.url : `/${prefix}${request.url.slice(1)}`;
    if (request.method === 'PUT' && WHOLE_DATABASE.test(request.path)) made.add(path.replace(/\/$/u, ''));
    const asked = send(request.method, path, request.headers, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.on('data', (chunk) => response.write(chunk));
      answer.on('end', () => response.end());
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  };
  const remove = (path) =>
    new Promise((done) => {
      const asked = send('DELETE', path, {}, (answer) => answer.resume().on('end', done));
      asked.on('error', done).end();
    });
  return { handle, close: async () => void (folder || (await Promise.all([...made].map(remove)))) };
}

/** Runs the server as a process of its own, which can be killed. Messages from the parent change its state. */
if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { folder: { type: 'string' }, port: { type: 'string', default: '5984' } } });
  const { folder, port } = values;
  const { origin, state } = await startCouch({ port: Number(port), ...(folder ? { folder } : {}) });
  process.on('message', (change) => Object.assign(state, change));
  process.on('disconnect', () => process.exit());
  process.send?.('listening');
  console.log(`${origin} · user ${USER} · password ${PASSWORD}`);
}
