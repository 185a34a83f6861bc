/** Lengths, addresses, links and states: the small rules of sync. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invitation, readInvitation, serverAddress } from '../../../../../src/core/library/sync/address.ts';
import { pad, paddedSize, unpad } from '../../../../../src/core/library/sync/padding.ts';
import { readState, stateLine } from '../../../../../src/core/library/sync/state.ts';

describe('padding', () => {
  it('gives back what was padded, and few lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5_000 }), (bytes) => {
        expect(unpad(pad(bytes))).toEqual(bytes);
      }),
    );
    const sizes = new Set(Array.from({ length: 200_000 }, (_, bytes) => paddedSize(bytes)));
    expect(sizes.size).toBeLessThan(25);
    for (let bytes = 0; bytes < 3_000_000; bytes += 997) {
      expect(paddedSize(bytes)).toBeGreaterThanOrEqual(bytes + 4);
      if (bytes > 65_536) expect(paddedSize(bytes)).toBeLessThan(bytes * 1.13);
    }
  });
  it('refuses what no padding made', () => {
    expect(unpad(new Uint8Array([0, 0]))).toBeNull();
    expect(unpad(new Uint8Array([0, 0, 1, 0, 7]))).toBeNull();
  });
});

describe('an address', () => {
  it.each([
    ['https://sync.example/lede', { url: 'https://sync.example/lede' }],
    [' https://me:secret@sync.example:6984/db/lede/ ', { url: 'https://sync.example:6984/db/lede' }],
    ['http://127.0.0.1:5984/lede', { url: 'http://127.0.0.1:5984/lede' }],
    ['http://localhost:5984/lede', { url: 'http://localhost:5984/lede' }],
    ['http://[::1]:5984/lede', { url: 'http://[::1]:5984/lede' }],
    ['http://192.168.0.2:5984/lede', { problem: 'unencrypted' }],
    ['http://localhost.example:5984/lede', { problem: 'unencrypted' }],
    ['https://sync.example', { problem: 'no-database' }],
    ['https://sync.example/Lede', { problem: 'no-database' }],
    ['ftp://sync.example/lede', { problem: 'no-address' }],
    ['lede', { problem: 'no-address' }],
  ])('%s', (typed, read) => expect(serverAddress(typed)).toEqual(read));

  it('travels to another device in a link, the password only where it is given', () => {
    const there = { url: 'https://sync.example/lede', user: 'Änne' };
    expect(invitation(there)).not.toContain('password');
    expect(readInvitation(invitation(there))).toEqual(there);
    expect(readInvitation(` ${invitation(there, 'a&b=ü')} `)).toEqual({ ...there, password: 'a&b=ü' });
    expect(readInvitation('https://sync.example/lede')).toBeNull();
    expect(readInvitation('lede-sync:?address=http%3A%2F%2Fevil.example%2Fx')).toBeNull();
  });
});

describe('a state', () => {
  const on = readState({ on: true, doneAt: 60_000 });
  it('is read whatever was kept', () => {
    expect(readState(null)).toMatchObject({ on: false, stop: null });
    expect(readState({ on: true, stop: 'nonsense', done: -4 })).toMatchObject({ on: true, stop: null, done: 0 });
  });
  it.each([
    [readState({}), 0, { line: 'off' }],
    [{ ...on, running: true, done: 3, total: 9 }, 5, { line: 'running', done: 3, total: 9 }],
    [{ ...on, halted: true }, 5, { line: 'halted', waiting: 5 }],
    [{ ...on, stop: 'unreachable' as const }, 3, { line: 'stopped', stop: 'unreachable', waiting: 3 }],
    [on, 2, { line: 'waiting', waiting: 2 }],
    [{ ...on, doneAt: 0 }, 0, { line: 'never' }],
    [on, 0, { line: 'done', minutes: 2 }],
  ])('%# is one line', (state, waiting, line) => expect(stateLine(state, waiting, 180_000)).toEqual(line));
});
