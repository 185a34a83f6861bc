/**
 * The content script: wires reading, marking and the calm page together, once per page, and leaves no trace when it
 * ends.
 */
import { answerAsPage, askFromPage, isOrphan } from '../adapters/browser/channel.ts';
import { nextTurn } from '../adapters/pace.ts';
import { speakAsInjected } from '../adapters/i18n/injected.ts';
import { t } from '../adapters/i18n/sentences.ts';
import type { TracedArticle } from '../core/article/article.ts';
import { answers } from './answers.ts';
import { whenRead, whenReplaced } from './arrival.ts';
import { createCalm } from './calm/calm.ts';
import { createCanonical } from './canonical.ts';
import { createCapture } from './capture.ts';
import { createCorrecting } from './correcting.ts';
import { createEditorFrame } from './marking/editor-frame.ts';
import { createHighlights } from '../adapters/highlights/highlights.ts';
import { followPage } from './follow.ts';
import { createMarking } from './marking/marking.ts';
import { removeLeftHosts } from './overlay-host.ts';
import { pickElement } from './picker/picker.ts';
import { keepPlace, offerPlace } from './resume.ts';
import { watchSelection } from './marking/selection.ts';
import { createToolbar } from './marking/toolbar.ts';
import { walkHighlights } from './marking/highlight-walk.ts';

/**
 * The event that a starting copy sends in the document, so that a copy orphaned by an update ends. A page that forges
 * it ends only orphans.
 */
const SUCCESSOR = 'lede:successor';

declare global {
  interface Window {
    /** The running copy, in our isolated world of this page. */
    ledeGuest?: AbortController;
  }
}

function start(life: AbortController): void {
  const { signal } = life;
  const canonical = createCanonical(document);
  const capture = createCapture(document, canonical);
  const toolbar = createToolbar(document, signal);
  const editor = createEditorFrame(document, signal);
  const calm = createCalm(document, signal, {
    more: () => void correcting.correctHere({ keep: 'more' }),
    less: () => void correcting.correctHere({ keep: 'less' }),
    pick: () => void correcting.pickPart(),
  });
  const highlights = createHighlights(document, {
    signal,
    onClick: (ids) => marking.clicked(ids),
    onStates: (found) => void askFromPage('highlight.report', { found }),
  });
  const marking = createMarking(capture, highlights, toolbar, editor);
  const showCount = ({ article }: TracedArticle) => {
    const count = article.removed.filter(({ inside }) => inside).length;
    void askFromPage('badge.set', { count });
  };
  const tell = (sentence: string, undo?: () => void) => {
    const run = () => {
      toolbar.hide();
      undo?.();
    };
    toolbar.tell(sentence, undo && { label: t('toolbar_undo'), run });
  };
  const pick = (from: Element | null) => pickElement(document, from, signal);
  const correcting = createCorrecting({ capture, calm, pick, tell, showCount });
  let planned = Promise.resolve();
  answerAsPage(
    answers({
      capture,
      calm,
      highlights,
      marking,
      editor,
      correcting,
      signal,
      showCount,
      tell,
      planned: () => planned,
    }),
    signal,
  );
  watchSelection(document, marking, signal, window.ledeLoader?.selected);
  walkHighlights(document, highlights, marking, signal);

  let keeping = false;
  let visit = new AbortController();
  /** The last reading at an earlier address: it may still be on the page. */
  let before: TracedArticle | null = null;
  const enter = async () => {
    visit.abort();
    visit = new AbortController();
    const here = AbortSignal.any([signal, visit.signal]);
    const replaced = before ? whenReplaced(document, before, here).then(calm.leave) : Promise.resolve();
    const canonicalUrl = canonical.now();
    const asked = askFromPage('page.plan', canonicalUrl === undefined ? {} : { canonicalUrl });
    planned = asked.then((plan) => {
      if (!plan.ok || here.aborted) return;
      for (const text of plan.value.broughtBack) capture.broughtBack.add(text);
      for (const shape of plan.value.keptShapes) capture.shapes.add(shape);
      capture.correction = plan.value.correction;
      // A reading from before this was known is repeated when it is next asked for.
      if (capture.broughtBack.size || capture.shapes.size || capture.correction) capture.forget();
    });
    const plan = await asked;
    await planned;
    if (!plan.ok || here.aborted) return;
    await highlights.set(plan.value.highlights);
    await replaced;
    if (here.aborted) return;
    const { position } = plan.value;
    if (position !== undefined) {
      await offerPlace(capture, toolbar, position, highlights.revealRange);
      if (!keeping) keepPlace(capture, signal);
      keeping = true;
    }
    const { calm: isCalm, counted, granted } = plan.value;
    if (!granted || !(isCalm || counted)) return;
    await capture.ready();
    if (here.aborted) return;
    const traced = await whenRead(document, capture, here);
    if (!traced || capture.listed().length > 0) return;
    showCount(traced);
    if (isCalm) calm.enter(traced);
  };
  void enter();
  // Who enters with the reading script asks for the article next: it is read while they are told that we are here.
  // The plan is asked first, and one that brings corrections has the page read again.
  if (window.ledeReading) void nextTurn().then(() => !signal.aborted && !capture.last() && capture.readAhead());
  followPage(document, {
    signal,
    isAmiss: highlights.isAmiss,
    lookAgain: () => highlights.locate('amiss'),
    onAddress: () => {
      canonical.moved();
      before = capture.last() ?? before;
      capture.forget();
      capture.broughtBack.clear();
      capture.shapes.clear();
      capture.anyway = false;
      void highlights.set([]).then(enter);
    },
  });
}

if (!window.ledeGuest || window.ledeGuest.signal.aborted) {
  document.dispatchEvent(new CustomEvent(SUCCESSOR));
  removeLeftHosts(document);
  const life = new AbortController();
  window.ledeGuest = life;
  window.ledeLoader?.life.abort();
  speakAsInjected();
  document.addEventListener(SUCCESSOR, () => isOrphan() && life.abort(), { signal: life.signal });
  start(life);
}
