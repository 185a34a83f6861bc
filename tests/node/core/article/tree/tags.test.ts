/** tags: a tree can only have safe addresses and allowed tags. */
import { describe, expect, it } from 'vitest';
import { isWrapper, safeAddress, safePicture, tagFor } from '../../../../../src/core/article/tree/tags.ts';
import { fromSet } from '../../../../../src/core/article/tree/pictures.ts';

const base = 'https://harbour.example/stories/ferry';

describe('safeAddress', () => {
  it('makes addresses absolute and drops names and passwords', () => {
    expect(safeAddress('../log?x=1#y', base)).toBe('https://harbour.example/log?x=1#y');
    expect(safeAddress('https://anna:secret@boats.example/', base)).toBe('https://boats.example/');
  });

  it('rejects everything that could run code or is not http(s)', () => {
    for (const bad of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc',
      'blob:https://a',
      '',
      'http://[',
    ]) {
      expect(safeAddress(bad, base)).toBeUndefined();
    }
  });

  it('keeps fragments within the page only on request', () => {
    expect(safeAddress('#note-1', base, true)).toBe('#note-1');
    expect(safeAddress('#note-1', base)).toBeUndefined();
  });
});

describe('safePicture', () => {
  it('accepts small embedded pictures, but no SVG', () => {
    expect(safePicture('data:image/png;base64,AAAA', base)).toBe('data:image/png;base64,AAAA');
    expect(safePicture('data:image/svg+xml;base64,AAAA', base)).toBeUndefined();
    expect(safePicture(`data:image/png;base64,${'A'.repeat(70_000)}`, base)).toBeUndefined();
  });
});

describe('fromSet', () => {
  it('takes the smallest picture that fills a reading column, otherwise the widest', () => {
    expect(fromSet('a.jpg 400w, b.jpg 1300w, c.jpg 2600w')).toBe('b.jpg');
    expect(fromSet('a.jpg 400w, b.jpg 800w')).toBe('b.jpg');
    expect(fromSet('a.jpg, b.jpg 2x')).toBe('b.jpg');
    expect(fromSet(null)).toBeUndefined();
  });
});

describe('tagFor', () => {
  it('accepts no other tags', () => {
    expect(tagFor('SCRIPT', true)).toBeUndefined();
    expect(tagFor('FORM', false)).toBe('div');
    expect(tagFor('constructor', false)).toBe('div');
    expect(tagFor('STRIKE', true)).toBe('s');
    expect(isWrapper('section')).toBe(true);
  });
});
