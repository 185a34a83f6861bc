/** A person can pick a part of the page by pointer or keyboard, without the page noticing. */
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../src/adapters/i18n/sentences.ts';
import { pickElement } from '../../../../src/page/picker/picker.ts';

let root: HTMLElement;
let life: AbortController;
const words = 'The mill was mended plank by plank until the wheel turned again.';

beforeEach(() => {
  speak('en', {});
  life = new AbortController();
  root = document.createElement('div');
  const text = document.createElement('section');
  for (const id of ['one', 'two']) {
    const paragraph = document.createElement('p');
    paragraph.id = id;
    paragraph.textContent = words;
    text.append(paragraph);
  }
  root.append(text);
  document.body.append(root);
});
afterEach(() => {
  life.abort();
  root.remove();
});

const one = () => document.getElementById('one') ?? root;
const two = () => document.getElementById('two') ?? root;
const pick = (from: Element | null = one()) => pickElement(document, from, life.signal);

describe('picking a part', () => {
  it('takes the box around the clicked line, and the page gets no click', async () => {
    let heard = 0;
    root.addEventListener('click', () => heard++);
    const picked = pick();
    await userEvent.click(two());
    expect(await picked).toBe(two().parentElement);
    expect(heard).toBe(0);
    await userEvent.click(two());
    expect(heard).toBe(1);
  });

  it('moves outward, inward and to siblings by arrow keys, and selects with Enter', async () => {
    const picked = pick();
    await userEvent.keyboard('{ArrowRight}{ArrowLeft}{ArrowRight}{Enter}');
    expect(await picked).toBe(two());
    const outward = pick();
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect((await outward)?.contains(one())).toBe(true);
    const back = pick(two());
    await userEvent.keyboard('{ArrowUp}{ArrowDown}{Enter}');
    expect(await back).toBe(two());
  });

  it('ends without a selection by Escape, by a second call, and with the page script', async () => {
    const first = pick();
    await userEvent.keyboard('{Escape}');
    expect(await first).toBeNull();
    expect(document.querySelector('[data-lede=picker]')).toBeNull();
    const [second, third] = [pick(), pick()];
    expect(await second).toBeNull();
    life.abort();
    expect(await third).toBeNull();
  });
});
