/** The state of sync and its one line. */
import { describe, expect, it } from 'vitest';
import { readState, stateLine } from '../../../../../src/core/library/sync/state.ts';

describe('a state', () => {
  const on = readState({ on: true, doneAt: 60_000 });
  it('can be read whatever was stored', () => {
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
