/**
 * The mark at the place of removed blocks inside the article: their number, their text, and a button to restore them.
 */
import { type JSX, createContext } from 'preact';
import { useContext, useId, useState } from 'preact/hooks';
import { count, direction, language, t } from '../../../adapters/i18n/sentences.ts';
import type { ArticleElement, Removal } from '../../../core/article/article.ts';
import { toldReason } from '../../../core/article/removals/told-reason.ts';
import type { RemovalMarks } from './removal-marks.ts';
import './removal-mark.css';

/** What the marks of an article need: their positions, and how a block is restored (null if its page is closed). */
export interface RestorableMarks extends RemovalMarks {
  restore: ((removal: Removal) => void) | null;
}

/** Given to the tree by the reader. */
export const RemovalMarksContext = createContext<RestorableMarks | null>(null);

/** One mark. `data-lede` keeps its words out of the text in which highlights are looked for. */
export function RemovalMark({
  removals,
  restore,
}: { removals: Removal[] } & Pick<RestorableMarks, 'restore'>): JSX.Element {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="removal-mark" data-lede="removal-mark" lang={language()} dir={direction()}>
      <p class="removal-mark-line">
        <span>{count('aside_count', removals.length)}</span>
        <button
          type="button"
          class="removal-mark-act"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'aside_hide' : 'aside_show')}
        </button>
      </p>
      <ul id={id} class="removal-mark-blocks" hidden={!open}>
        {open &&
          removals.map((removal) => {
            const reason = toldReason(removal);
            return (
              <li key={removal.text}>
                <p class="removal-mark-words" dir="auto">
                  {removal.text}
                </p>
                <p class="removal-mark-line">
                  <span>{t(reason === null ? 'reason_unsure' : `reason_${reason.replaceAll('-', '_')}`)}</span>
                  {restore && (
                    <button type="button" class="removal-mark-act" onClick={() => restore(removal)}>
                      {t('glance_bring_back')}
                    </button>
                  )}
                </p>
              </li>
            );
          })}
      </ul>
    </div>
  );
}

/** The mark before an element of the tree, if there is one; in a list it is a separate item. */
export function RemovalMarkBefore({ node, inList }: { node: ArticleElement; inList: boolean }): JSX.Element | null {
  const marks = useContext(RemovalMarksContext);
  const removals = marks?.before.get(node);
  if (!marks || !removals) return null;
  const mark = <RemovalMark removals={removals} restore={marks.restore} />;
  return inList ? <li class="removal-mark-item">{mark}</li> : mark;
}
