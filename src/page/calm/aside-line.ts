/** The slim line in a calm page where blocks were set aside: how many, why, and a way to show each of them. */
import { count, direction, t } from '../../adapters/i18n/sentences.ts';
import type { Removal } from '../../core/article/article.ts';
import { toldReason } from '../../core/article/removals/told-reason.ts';
import css from './aside-line.css?inline';
import { byPerson } from '../overlay-host.ts';
import { adoptSheet } from '../../adapters/sheet.ts';

/** Characters of a block that its row shows. */
const ROW_CHARACTERS = 90;

/** What a person can do from the line where the page was read wrongly. */
export interface Corrections {
  more(): void;
  less(): void;
  pick(): void;
}

/** The three corrections, as buttons in one row. */
function correctionRow(document: Document, { more, less, pick }: Corrections): HTMLElement {
  const row = document.createElement('p');
  row.className = 'correct';
  const name = document.createElement('span');
  name.textContent = t('correct_title');
  row.append(name);
  for (const [says, run] of [
    ['correct_more', more],
    ['correct_less', less],
    ['correct_pick', pick],
  ] as const) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = t(says);
    button.addEventListener('click', (event) => byPerson(event) && run());
    row.append(button);
  }
  return row;
}

/** Makes the line. `toggle` shows or hides the block of that index in place. */
export function createAsideLine(
  document: Document,
  removals: readonly Removal[],
  toggle: (index: number, shown: boolean) => void,
  corrections?: Corrections,
): HTMLElement {
  // Not a custom element, whose class a page could define to reach the closed root.
  const host = document.createElement('div');
  host.dataset['lede'] = 'line';
  const root = host.attachShadow({ mode: 'closed' });
  adoptSheet(root, css);
  const details = document.createElement('details');
  details.dir = direction();
  const summary = document.createElement('summary');
  summary.append(count('aside_count', removals.length));
  const list = document.createElement('ul');
  removals.forEach((removal, index) => {
    const row = document.createElement('li');
    const reason = document.createElement('span');
    reason.className = 'reason';
    const told = toldReason(removal);
    reason.textContent = t(told === null ? 'reason_unsure' : `reason_${told.replaceAll('-', '_')}`);
    const words = document.createElement('bdi');
    words.textContent =
      removal.text.length > ROW_CHARACTERS ? `${removal.text.slice(0, ROW_CHARACTERS)}…` : removal.text;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = t('aside_show');
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('click', (event) => {
      if (!byPerson(event)) return;
      const shown = button.getAttribute('aria-pressed') !== 'true';
      button.setAttribute('aria-pressed', String(shown));
      button.textContent = t(shown ? 'aside_hide' : 'aside_show');
      toggle(index, shown);
    });
    row.append(reason, words, button);
    list.append(row);
  });
  details.append(summary, list);
  if (corrections) details.append(correctionRow(document, corrections));
  root.append(details);
  return host;
}
