/** The menu: fully visible wherever its button is, in a scrolling list and at either edge of the window. */
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { Copy, Ellipsis } from 'lucide';
import { userEvent } from 'vitest/browser';
import { afterEach, expect, it } from 'vitest';
import { Menu } from '../../../../../src/views/parts/controls/Menu.tsx';

afterEach(cleanup);

const LINES = ['Copy link to highlight', 'Copy highlight', 'Share'].map((name) => ({
  icon: Copy,
  name,
  run: () => undefined,
}));

for (const dir of ['ltr', 'rtl'] as const) {
  for (const [inline, block] of [
    ['start', 'start'],
    ['end', 'end'],
  ] as const) {
    it(`is seen whole in a low list, ${dir}, at the ${inline}`, async () => {
      render(
        <div dir={dir} style={{ position: 'fixed', inset: 0, display: 'grid', alignItems: block }}>
          <div style={{ blockSize: '30px', overflow: 'auto', display: 'flex', justifyContent: inline }}>
            <Menu icon={Ellipsis} name="More" lines={LINES} />
          </div>
        </div>,
      );
      await userEvent.click(screen.getByRole('button', { name: 'More' }));
      const lines = screen.getAllByRole('menuitem');
      await Promise.all(document.getAnimations().map(({ finished }) => finished));
      await waitFor(() => expect(document.activeElement).toBe(lines[0]));
      for (const line of lines) {
        const { left, right, top, bottom } = line.getBoundingClientRect();
        expect([left >= 0, right <= innerWidth, top >= 0, bottom <= innerHeight]).toEqual([true, true, true, true]);
        expect(line.contains(document.elementFromPoint((left + right) / 2, (top + bottom) / 2))).toBe(true);
      }
    });
  }
}
