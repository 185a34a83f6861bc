import { describe, expect, it } from 'vitest';
import { inlineStep, itemAfterKey } from '../../../src/adapters/roving-focus.ts';

const MENU = { axis: 'block', wraps: true } as const;
const TREE = { axis: 'block', wraps: false } as const;
const TABS = { axis: 'inline', wraps: true } as const;

describe('the item a key leads to', () => {
  it('is the next or the previous, around the ends if the widget wraps', () => {
    expect(itemAfterKey('ArrowDown', 2, 3, MENU)).toBe(0);
    expect(itemAfterKey('ArrowUp', 0, 3, MENU)).toBe(2);
    expect(itemAfterKey('ArrowDown', 2, 3, TREE)).toBe(2);
    expect(itemAfterKey('ArrowUp', 0, 3, TREE)).toBe(0);
  });

  it('is the first or the last by Home and End', () => {
    expect(itemAfterKey('Home', 2, 3, MENU)).toBe(0);
    expect(itemAfterKey('End', 0, 3, TABS)).toBe(2);
  });

  it('follows the text direction', () => {
    expect(itemAfterKey('ArrowRight', 0, 3, TABS)).toBe(1);
    expect(itemAfterKey('ArrowRight', 0, 3, TABS, true)).toBe(2);
    expect(inlineStep('ArrowLeft', true)).toBe(1);
    expect(inlineStep('ArrowUp', false)).toBe(0);
  });

  it('is an end if nothing has the focus yet, and none for other keys or without items', () => {
    expect(itemAfterKey('ArrowDown', -1, 3, MENU)).toBe(0);
    expect(itemAfterKey('ArrowUp', -1, 3, MENU)).toBe(2);
    expect(itemAfterKey('ArrowLeft', 1, 3, MENU)).toBeNull();
    expect(itemAfterKey('Enter', 1, 3, TABS)).toBeNull();
    expect(itemAfterKey('Home', 0, 0, TABS)).toBeNull();
  });
});
