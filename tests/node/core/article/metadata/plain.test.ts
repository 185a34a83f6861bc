import { describe, expect, it } from 'vitest';
import { plainHead } from '../../../../../src/core/article/metadata/plain.ts';

const BODY = 'The bees have come back to the roofs of the city. Nobody quite knows why, though many have an answer.';

describe('plainHead', () => {
  it('reads title, time and name, and says where the body starts', () => {
    const text = `Bees return to the city\n\nRelease time:Apr 13, 2024 20:27 PM\n\nBy Jane Doe\n\n${BODY}\n\nMore.`;
    const head = plainHead(text);
    expect(head).toMatchObject({
      title: 'Bees return to the city',
      publishedTime: '2024-04-13T20:27',
      byline: 'Jane Doe',
    });
    expect(text.slice(head.bodyStart)).toBe(`${BODY}\n\nMore.`);
  });
  it('reads other scripts', () => {
    const head = plainHead('蜜蜂回到城市\n发布时间：2024年4月13日 20:27\n作者：王小明\n\n正文从这里开始，讲的是蜜蜂。');
    expect(head).toMatchObject({ title: '蜜蜂回到城市', publishedTime: '2024-04-13T20:27', byline: '王小明' });
  });
  it('changes nothing in a text that starts with its body', () => {
    expect(plainHead(`${BODY}\n\n${BODY}`)).toEqual({ bodyStart: 0 });
    expect(plainHead(`A short line\nof verse\n\nand more`)).toEqual({ bodyStart: 0 });
    expect(plainHead('')).toEqual({ bodyStart: 0 });
  });
});
