/** Keeps code within the article. */
import { isBetweenKept } from '../kept/kept-text.ts';
import { DEEPEST, ruleOf, setKeep } from './rule.ts';

/** Code between two kept blocks of its container, without links. */
export const code = ruleOf(
  'code',
  'Code says few of the words of the text around it, so that the models take it for something else.',
  ({ page }, verdicts) => {
    for (const box of page.boxes) {
      if (box.tag !== 'pre' || box.depth > DEEPEST || box.hidden || box.linkChars > 0) continue;
      if (box.firstRun < box.endRun && isBetweenKept(box, verdicts)) setKeep(verdicts, box);
    }
  },
);
