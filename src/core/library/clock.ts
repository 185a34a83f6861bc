/**
 * Hybrid logical clocks: when a field was written and on which device, so that any two devices agree which write is
 * later.
 */
import type { Clock } from './records.ts';

/** Digits of the milliseconds: nine base-36 digits last until the year 5188 and sort as strings. */
const MS_DIGITS = 9;
/** Digits of the counter that tells writes of one millisecond apart: four base-36 digits are 1.6 million. */
const COUNTER_DIGITS = 4;
const COUNTER_END = 36 ** COUNTER_DIGITS;
/** How far ahead of this device another's clock may be before it is not believed: one day, in milliseconds. */
export const AHEAD_LIMIT_MS = 86_400_000;
const SHAPE = /^([0-9a-z]{9})\.([0-9a-z]{4})\.([0-9a-z-]{1,40})$/;

/** When a write happens: the clock that every field it touches gets, and the wall clock in milliseconds. */
export interface Stamp {
  clock: Clock;
  nowMs: number;
}

/**
 * A clock later than every clock seen here. `last` is the latest clock this device wrote or read, `device` its random
 * name (`[0-9a-z-]`).
 */
export function tick(last: Clock | undefined, nowMs: number, device: string): Clock {
  const seen = last === undefined ? undefined : clockParts(last);
  const wall = Math.max(0, Math.floor(nowMs));
  if (!seen || seen.ms < wall) return write(wall, 0, device);
  return seen.counter + 1 < COUNTER_END ? write(seen.ms, seen.counter + 1, device) : write(seen.ms + 1, 0, device);
}

/** The parts of a clock, or null if it is not valid. */
export function clockParts(clock: string): { ms: number; counter: number; device: string } | null {
  const match = SHAPE.exec(clock);
  if (!match) return null;
  const [, ms = '', counter = '', device = ''] = match;
  return { ms: parseInt(ms, 36), counter: parseInt(counter, 36), device };
}

/**
 * For each well-formed clock the one that is believed: itself, or, where it is more than `aheadMs` ahead of `nowMs`
 * (the clock of the device that wrote it was wrong), one of `nowMs`. Those keep their order among themselves, and two
 * never become one.
 */
export function clampClocks(clocks: readonly Clock[], nowMs: number, aheadMs = AHEAD_LIMIT_MS): Map<Clock, Clock> {
  const believed = new Map<Clock, Clock>();
  let rank = COUNTER_END / 2; // counters of real writes of one millisecond stay far below
  for (const clock of [...new Set(clocks)].toSorted()) {
    const parts = clockParts(clock);
    if (!parts) continue;
    const isAhead = parts.ms > nowMs + aheadMs;
    believed.set(clock, isAhead ? write(Math.max(0, Math.floor(nowMs)), rank, parts.device) : clock);
    if (isAhead && rank < COUNTER_END - 1) rank += 1;
  }
  return believed;
}

/** True for a clock that is well formed and no more than a day ahead of this device. */
export function isBelievable(clock: string, nowMs: number): boolean {
  const parts = clockParts(clock);
  return parts !== null && parts.ms <= nowMs + AHEAD_LIMIT_MS;
}

/** The later of two clocks; none is earlier than any. */
export function later(a: Clock | undefined, b: Clock | undefined): Clock | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a > b ? a : b;
}

function write(ms: number, counter: number, device: string): Clock {
  return `${ms.toString(36).padStart(MS_DIGITS, '0')}.${counter.toString(36).padStart(COUNTER_DIGITS, '0')}.${device}`;
}
