import { describe, expect, it } from 'vitest';
import type { Digest } from '../../../../src/core/digest/digest.ts';
import { glanceMarkdown } from '../../../../src/core/digest/markdown.ts';

const names = { outline: 'Outline', keyPoints: 'Key points', notes: 'Notes' };
const leaf = { start: 0, end: 1, children: [], source: 'heading' as const, minutes: 1, share01: 0.5 };
const digest: Digest = {
  outline: [{ ...leaf, label: '1. Why *this*', children: [{ ...leaf, label: 'And [that]' }] }],
  keyPoints: [{ start: 0, end: 4, text: 'Rain\nfell on snake_case.', score01: 1 }],
  authored: false,
  minutes: 2,
  words: 400,
};

describe('glanceMarkdown', () => {
  it('nests the outline, keeps each point on one line and escapes markup', () => {
    const text = glanceMarkdown({ title: 'A <b>', url: 'https://example.org/a_(b)' }, digest, [], names);
    expect(text).toBe(
      '# [A \\<b\\>](https://example.org/a_%28b%29)\n\n## Outline\n\n- 1\\. Why \\*this\\*\n  - And ' +
        '\\[that\\]\n\n## Key points\n\n- Rain fell on snake\\_case.\n',
    );
  });

  it('quotes highlights and leaves the person’s own text unchanged', () => {
    const note = { quote: 'One.\nTwo *stars*.', text: '**Mine**\n- a list', tags: ['to read'] };
    const text = glanceMarkdown(
      { title: 'T', url: 'https://example.org/' },
      { ...digest, outline: [], keyPoints: [] },
      [note],
      names,
    );
    expect(text).toBe(
      '# [T](https://example.org/)\n\n## Notes\n\n> One.\n> Two \\*stars\\*.\n\n**Mine**\n- a list\n\n#to-read\n',
    );
  });
});
