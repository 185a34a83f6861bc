/** Three devices write and are killed at every step: all converge, and no acknowledged edit is lost. */
import { type Device, at, settle, together } from './device.ts'; // first: it brings IndexedDB
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Couch, startCouch } from '../../../../dev/couch.mjs';
import type { LibraryPort } from '../../../../src/adapters/sync/library-port.ts';

let couch: Couch;
beforeAll(async () => {
  couch = await startCouch();
});
afterAll(async () => {
  couch.tamper(null);
  await couch.stop();
});

/** A seeded random generator (mulberry32). */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
  };
}

/** A port that fails at the nth call, before it did anything, or after it was done but before it answered. */
function mortal(port: LibraryPort, left: { calls: number; after: boolean }): LibraryPort {
  const guard =
    <A extends unknown[], R>(method: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      left.calls -= 1;
      if (left.calls === 0 && !left.after) throw new Error('killed');
      const answer = await method(...args);
      if (left.calls === 0) throw new Error('killed');
      return answer;
    };
  return {
    place: guard(port.place),
    take: guard(port.take),
    complete: guard(port.complete),
    waiting: guard(port.waiting),
    count: guard(port.count),
    settle: guard(port.settle),
    hold: guard(port.hold),
    enqueue: guard(port.enqueue),
    names: guard(port.names),
    follow: port.follow,
  };
}

it('loses nothing when it dies before or after any step of a round', async () => {
  const left = { calls: 0, after: false };
  const { devices } = await together(couch, 2, (port, place) => (place === 0 ? mortal(port, left) : port));
  const [a, b] = [at(devices, 0), at(devices, 1)];
  await a.addEntry('e1');
  await settle(devices);
  for (let step = 1; step <= 20; step += 1) {
    await a.addNote(`a${step}`, 'e1', { text: `a ${step}` });
    await b.addNote(`b${step}`, 'e1', { text: `b ${step}` });
    if (step > 1) {
      await a.changeNote('a1', { text: `a1 by a ${step}` });
      await b.changeNote('a1', { text: `a1 by b ${step}` });
    }
    await b.sync();
    Object.assign(left, { calls: Math.ceil(step / 2), after: step % 2 === 0 });
    await a.sync(); // most of these end early
    left.calls = 0;
    await settle(devices);
    const note = await b.db.notes.get('a1');
    if (step > 1) expect(Object.values({ ...note?.alts, now: note?.text })).toContain(`a1 by a ${step}`);
  }
  expect(await b.db.notes.count()).toBe(40);
});

it('three devices with edits, deletions, lost connections and kills end with the same library', async () => {
  const next = numbers(20_261_127);
  const left = { calls: 0, after: false };
  const { devices } = await together(couch, 3, (port, place) => (place === 2 ? mortal(port, left) : port));
  const written = new Map<string, Set<string>>();
  const deleted = new Set<string>();
  for (let entry = 0; entry < 4; entry += 1) await at(devices, 0).addEntry(`e${entry}`);
  await settle(devices);
  for (let step = 0; step < 100; step += 1) {
    const device = at(devices, next(3));
    const id = `n${next(20)}`;
    const words = `step ${step}`;
    const there = await device.db.notes.get(id);
    const act = next(10);
    if (!there) await device.addNote(id, `e${next(4)}`, { text: words });
    else if (act < 4) await device.changeNote(id, { text: words, settled: Object.keys(there.alts) });
    else if (act < 6) await device.changeNote(id, { colour: 'blue', tags: [words] });
    else if (act === 6) await device.changeNote(id, { deletedAt: device.clock.nowMs });
    if (act === 6) deleted.add(id);
    if (!there || act < 4) written.set(id, new Set([...(written.get(id) ?? []), words]));
    if (act > 6) await cutOff(device, next, left);
  }
  couch.tamper(null);
  left.calls = 0;
  await settle(devices, 10);
  for (const [id, all] of written) {
    const note = await at(devices, 1).db.notes.get(id);
    expect(note, id).toBeDefined();
    // The current text was written by some device, and texts that nobody had seen when they were replaced are kept next
    // to it.
    for (const words of [note?.text ?? '', ...Object.values(note?.alts ?? {})]) expect(all).toContain(words);
    if (!deleted.has(id)) expect(note?.deletedAt).toBeUndefined();
  }
});

/** A round during which the server or the device may be killed. */
async function cutOff(device: Device, next: (end: number) => number, left: { calls: number; after: boolean }) {
  let answers = next(12);
  couch.tamper((_request, response) => {
    answers -= 1;
    if (answers >= 0) return false;
    response.destroy();
    return true;
  });
  if (next(3) === 0) couch.tamper(null);
  Object.assign(left, { calls: next(10), after: next(2) === 0 });
  await device.sync();
  couch.tamper(null);
  left.calls = 0;
}
