/** evidenceOf: the stretches of a page with all evidence on them. */
import { describe, expect, it } from 'vitest';
import { evidenceOf } from '../../../../../../src/core/article/judge/stretches/evidence.ts';
import { stretchPage } from '../../../../../fakes/stretch-page.ts';

describe('evidenceOf', () => {
  it("finds the stretches to judge, with each one's word overlap with the rest", () => {
    const { snapshot, lines } = stretchPage();
    const { stretches, words, usual } = evidenceOf(snapshot, lines);
    expect(stretches.length).toBeGreaterThan(lines.count);
    expect(words.rest).toHaveLength(stretches.length);
    expect(usual.line).toBeGreaterThan(0);
  });

  it('accepts given stretches instead', () => {
    const { snapshot, lines } = stretchPage();
    const { stretches } = evidenceOf(snapshot, lines, [{ kind: 'line', period: 0, lines: Int32Array.of(2) }]);
    expect(stretches).toHaveLength(1);
  });
});
