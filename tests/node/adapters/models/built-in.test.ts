import { afterEach, describe, expect, it, vi } from 'vitest';
import { askBuiltInModel, builtInState, prepareBuiltIn } from '../../../../src/adapters/models/built-in.ts';
import type { KeyPoint } from '../../../../src/core/digest/digest.ts';

const CANDIDATES: KeyPoint[] = [
  'The old bridge closes for two years from Monday.',
  'A ferry carries people across the river.',
  'The county pays 14 million euros.',
  'Shopkeepers fear that customers stay away.',
].map((text, i) => ({ start: i * 100, end: i * 100 + text.length, text, score01: 1 }));
const ARTICLE = { title: 'The bridge closes' };
const never = (): AbortSignal => new AbortController().signal;
const ask = (signal = never()) => askBuiltInModel(ARTICLE, CANDIDATES, 3, signal);

afterEach(() => vi.unstubAllGlobals());

describe('the browser’s own model', () => {
  it('is missing in most browsers', async () => {
    expect(await builtInState()).toBe('unavailable');
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'remote-unreachable' } });
    expect((await prepareBuiltIn(() => undefined, never())).ok).toBe(false);
  });
  it('is restricted to numbers, and its session is destroyed afterwards', async () => {
    const destroy = vi.fn();
    const prompt = vi.fn(async () => '{"ids":[2,1,3]}');
    vi.stubGlobal('LanguageModel', {
      availability: async () => 'available',
      create: async () => ({ prompt, destroy }),
    });
    expect(await ask()).toEqual({ ok: true, value: [1, 0, 2] });
    expect(prompt).toHaveBeenCalledWith(
      expect.stringContaining('4. Shopkeepers'),
      expect.objectContaining({ responseConstraint: expect.anything() }),
    );
    expect(destroy).toHaveBeenCalledOnce();
  });
  it('is mapped back to sentences if it only writes summaries', async () => {
    const summarize = async () => 'A ferry carries people.\nThe bridge closes for two years.\nCustomers stay away.';
    vi.stubGlobal('Summarizer', { availability: async () => 'available', create: async () => ({ summarize }) });
    expect(await ask()).toEqual({ ok: true, value: [1, 0, 3] });
  });
  it('is never downloaded without consent, and its download reports progress', async () => {
    const create = vi.fn(async ({ monitor }: { monitor: (target: EventTarget) => void }) => {
      const target = new EventTarget();
      monitor(target);
      for (const loaded of [0.25, 1]) target.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded }));
      return {};
    });
    vi.stubGlobal('LanguageModel', { availability: async () => 'downloadable', create });
    expect(await builtInState()).toBe('downloadable');
    expect((await ask()).ok).toBe(false);
    expect(create).not.toHaveBeenCalled();
    const shares: number[] = [];
    expect(await prepareBuiltIn((share) => shares.push(share), never())).toEqual({ ok: true, value: null });
    expect(shares).toEqual([0.25, 1]);
  });
  it.each([
    ['throws', () => Promise.reject(new Error('no'))],
    ['talks', async () => 'The bridge closes.'],
    ['invents', async () => '{"ids":[1,2,77]}'],
  ])('%s, and ours stand', async (_, prompt) => {
    vi.stubGlobal('LanguageModel', { availability: async () => 'available', create: async () => ({ prompt }) });
    expect(await ask()).toMatchObject({ ok: false, error: { kind: 'remote-unreachable' } });
  });
  it('can be cancelled by the person if it never answers', async () => {
    const prompt = () => new Promise(() => undefined);
    vi.stubGlobal('LanguageModel', { availability: async () => 'available', create: async () => ({ prompt }) });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 50);
    expect((await ask(stop.signal)).ok).toBe(false);
  });
});
