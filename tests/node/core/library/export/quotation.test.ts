/** A highlight as a quotation. */
import { describe, expect, it } from 'vitest';
import { quotationOf } from '../../../../../src/core/library/export/quotation.ts';

const note = { quote: { exact: 'The river\n  was straight', prefix: '', suffix: '', start: 0 } };

describe('a quotation', () => {
  it('names author, title, site and address', () => {
    const source = { title: 'The river', byline: 'A. Reed', siteName: 'The Bank' };
    expect(quotationOf(note, source, 'https://a.example/#:~:text=x')).toBe(
      '“The river was straight” — A. Reed, “The river”, The Bank, https://a.example/#:~:text=x',
    );
  });
  it('leaves out what is not known', () => {
    expect(quotationOf(note, undefined, 'https://a.example/')).toBe('“The river was straight” — https://a.example/');
    expect(quotationOf(note, { title: '' }, 'https://a.example/')).toBe(
      '“The river was straight” — https://a.example/',
    );
  });
});
