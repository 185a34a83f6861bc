import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { followPage } from '../../../src/page/follow.ts';

const start = location.href;
let root: HTMLElement;
let over: AbortController;
let amiss: boolean;
let looks: number;
let addresses: string[];

beforeEach(() => {
  root = document.createElement('main');
  document.body.append(root);
  over = new AbortController();
  [amiss, looks, addresses] = [true, 0, []];
});
afterEach(() => {
  over.abort();
  root.remove();
  history.replaceState(null, '', start);
});

function follow(lookAgain = async (): Promise<void> => undefined): void {
  followPage(document, {
    signal: over.signal,
    isAmiss: () => amiss,
    lookAgain: () => {
      looks++;
      return lookAgain();
    },
    onAddress: () => addresses.push(location.pathname + location.hash),
  });
}
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a page that keeps changing', () => {
  it('is searched again once it is quiet, if a highlight is lost', async () => {
    follow();
    for (let i = 0; i < 5; i++) {
      root.append('late ');
      await wait(40);
    }
    expect(looks).toBe(0);
    await expect.poll(() => looks).toBe(1);
  });

  it('is left alone if nothing is lost', async () => {
    amiss = false;
    follow();
    root.append('late');
    await wait(500);
    expect(looks).toBe(0);
  });

  it('is searched less and less often while a highlight stays lost', async () => {
    follow();
    const busy = setInterval(() => root.append('more '), 50);
    await wait(3200);
    clearInterval(busy);
    expect(looks).toBeGreaterThan(0);
    expect(looks).toBeLessThanOrEqual(4);
  });

  it('is not searched beyond the time limit', async () => {
    follow(async () => {
      await wait(7000);
    });
    root.append('late');
    await wait(7600);
    root.append('later');
    await wait(1500);
    expect(looks).toBe(1);
    await userEvent.click(document.body); // a person's action allows one more
    await expect.poll(() => looks, { timeout: 2000 }).toBe(2);
  }, 15_000);

  it('costs the page nothing after Lede has stopped', async () => {
    follow();
    over.abort();
    root.append('late');
    await wait(500);
    expect(looks).toBe(0);
  });
});

describe('an address that changes without loading', () => {
  it('is noticed', async () => {
    follow();
    history.pushState(null, '', '/another-story');
    root.append('its words');
    await expect.poll(() => addresses).toEqual(['/another-story']);
    history.back();
    await expect.poll(() => addresses.length).toBe(2);
  });

  it('is the same page with other tracking parameters or another fragment, but not with another route', async () => {
    amiss = false;
    follow();
    history.replaceState(null, '', '?utm_source=letter');
    location.hash = '#part';
    await wait(100);
    const before = addresses.length;
    location.hash = '#/story/2';
    await expect.poll(() => addresses.length).toBe(before + 1);
    expect(addresses.at(-1)).toContain('#/story/2');
  });
});
