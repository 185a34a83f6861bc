import { cleanup, render, screen } from '@testing-library/preact';
import axe from 'axe-core';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import type { Digest, KeyPoint } from '../../../../src/core/digest/digest.ts';
import { Points } from '../../../../src/views/reader/Points.tsx';
import words from '../../../../public/_locales/en/messages.json';

const point = (text: string, start: number, score01: number): KeyPoint => ({
  text,
  start,
  end: start + text.length,
  score01,
});
const POINTS = [
  point('The harbour froze twice in one winter.', 0, 0.6),
  point('Ferries stopped for nine days.', 50, 0.2),
  point('The town paid for sledges.', 90, 0.7),
  point('Fish cost three times as much.', 130, 0.5),
];
const glance = (keyPoints: KeyPoint[], authored = false): Digest => ({
  outline: [],
  keyPoints,
  authored,
  minutes: 5,
  words: 1200,
});
const shown = () => screen.queryAllByRole('listitem').map(({ textContent }) => textContent);

beforeEach(() => speak('en', words));
afterEach(cleanup);

describe('the key points above the article', () => {
  it('say so if no sentence makes one', async () => {
    const { container } = render(<Points glance={glance([])} onGo={() => {}} />);
    expect(container.textContent).toBe(words.glance_no_points.message);
    expect((await axe.run(container)).violations).toEqual([]);
  });

  it('show the three most important in the order of the text, and the others at a click', async () => {
    const gone: KeyPoint[] = [];
    render(<Points glance={glance(POINTS)} onGo={(one) => gone.push(one)} />);
    expect(shown()).toEqual([POINTS[0], POINTS[2], POINTS[3]].map((one) => one?.text));
    await userEvent.click(screen.getByRole('button', { name: '1 more' }));
    expect(shown()).toEqual(POINTS.map(({ text }) => text));
    await userEvent.click(screen.getByRole('button', { name: POINTS[1]?.text ?? '' }));
    expect(gone).toEqual([POINTS[1]]);
  });

  it("show the author's own list completely, and say whose it is", () => {
    render(<Points glance={glance(POINTS, true)} onGo={() => {}} />);
    expect(screen.getByText(words.reader_points_authored.message)).toBeTruthy();
    expect(shown()).toEqual(POINTS.map(({ text }) => text));
  });
});
