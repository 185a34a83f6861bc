/** Reading before the question: the page script reads as it starts, and what is answered still follows the plan. */
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Result } from '../../../src/core/result.ts';
import type { PageReading } from '../../../src/messages.ts';
import '../../../src/page/reading.ts';
import { createCapture } from '../../../src/page/capture.ts';
import { stage } from '../../fakes/stage.ts';

const TEASER = 'Ten bridges that no map has ever shown';
const PLAN_LATE_MS = 300;

const reading = window.ledeReading ?? expect.fail('no reading script');
let traced = 0;
let root: HTMLElement;

beforeEach(() => {
  stage.clear();
  traced = 0;
  window.ledeReading = {
    ...reading,
    trace(...given) {
      traced++;
      return reading.trace(...given);
    },
  };
  root = document.createElement('main');
  document.body.append(root);
});
afterEach(() => root.remove());
afterAll(() => window.ledeGuest?.abort());

/** An article about a mill, with an unrelated block among its paragraphs. */
function article(): HTMLElement {
  const made = document.createElement('article');
  const add = (tag: string, text: string) =>
    made.append(Object.assign(document.createElement(tag), { textContent: text }));
  add('h1', 'How the mill was mended');
  for (let at = 0; at < 8; at++) {
    add(
      'p',
      `When the mill was looked at for the ${at + 1}th time, the carpenters of the village met in the hall, and they ` +
        'agreed that nothing should be replaced which could still be mended, plank by plank, before the winter came.',
    );
    if (at !== 4) continue;
    const teaser = document.createElement('div');
    const link = Object.assign(document.createElement('a'), { href: '/other' });
    link.append(Object.assign(document.createElement('b'), { textContent: TEASER }));
    teaser.append(
      link,
      Object.assign(document.createElement('p'), { textContent: 'Some are crossed every day and yet' }),
    );
    made.append(teaser);
  }
  return made;
}

/** Asks the page script as a view does. */
async function ask(kind: string, body: unknown): Promise<unknown> {
  for (const heard of stage.messages.listeners) {
    const answer = heard({ lede: 'ask', kind, body }, { id: 'fake', url: '' });
    if (answer) return answer;
  }
  return expect.fail('nobody listens');
}
const wait = (ms: number) => new Promise((over) => setTimeout(over, ms));

describe('the page script', () => {
  it('reads as it starts, and answers only with what a late plan restores', async () => {
    root.append(article());
    const first = reading.read(document, { url: location.href });
    const removal = first.ok ? first.value.removed.find(({ text }) => text.includes(TEASER)) : undefined;
    expect(removal).toBeDefined();
    const plan = { highlights: [], granted: false, calm: false, counted: false, keptShapes: [], correction: null };
    stage.background.set('page.plan', async () => {
      await wait(PLAN_LATE_MS);
      return { ...plan, broughtBack: [removal?.text ?? ''] };
    });
    stage.background.set('badge.set', () => null);
    await import('../../../src/page/main.ts');
    await expect.poll(() => traced).toBe(1);
    const since = performance.now();
    const answer = (await ask('article.read', { fresh: false })) as Result<PageReading>;
    expect(performance.now() - since).toBeGreaterThan(PLAN_LATE_MS / 3);
    expect(answer.ok && answer.value.article.text).toContain(TEASER);
    expect(answer.ok && answer.value.broughtBack).toHaveLength(1);
    expect(traced).toBe(2);
    await ask('article.read', { fresh: false });
    expect(traced).toBe(2);
  });
});

describe('a reading ahead', () => {
  it('answers the next question', () => {
    root.append(article());
    const capture = createCapture(document);
    capture.readAhead();
    expect(capture.read(false).ok).toBe(true);
    expect(traced).toBe(1);
  });

  it('that found no article answers one question, and the next finds what came late', () => {
    const capture = createCapture(document);
    capture.readAhead();
    expect(capture.read(false).ok).toBe(false);
    expect(traced).toBe(1);
    root.append(article());
    expect(capture.read(false).ok).toBe(true);
    expect(traced).toBe(2);
  });

  it('is made again once it is forgotten', () => {
    const capture = createCapture(document);
    capture.readAhead();
    capture.forget();
    capture.read(false);
    expect(traced).toBe(2);
  });
});
