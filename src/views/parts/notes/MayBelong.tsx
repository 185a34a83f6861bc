/** Where a lost note may belong: up to three passages of the page to look at and choose from. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../adapters/i18n/sentences.ts';
import { Button } from '../controls/Button.tsx';

/** A passage of the page in front; `start` is what the page knows it by. */
interface Passage {
  text: string;
  start: number;
}

/** What the choice needs of the page. */
export interface Choosing {
  find: () => Promise<Passage[]>;
  show: (passage: Passage) => void;
  put: (passage: Passage) => void;
}

/** Nothing where the page has no passage that comes near. */
export function MayBelong({ choosing, lang }: { choosing: Choosing; lang?: string | undefined }): JSX.Element | null {
  const [passages, setPassages] = useState<Passage[]>([]);
  const [chosen, setChosen] = useState<number | null>(null);
  useEffect(() => {
    let over = false;
    void choosing.find().then((found) => {
      if (!over) setPassages(found);
    });
    return () => {
      over = true;
    };
  }, []);
  if (passages.length === 0) return null;
  return (
    <div class="note-belongs" role="group" aria-label={t('parts_note_may_belong')}>
      <span class="facts" aria-hidden="true">
        {t('parts_note_may_belong')}
      </span>
      {passages.map((passage) => (
        <div key={passage.start} class="note-passage">
          <button
            type="button"
            class="note-passage-words clamped"
            dir="auto"
            lang={lang}
            aria-pressed={chosen === passage.start}
            onClick={() => {
              setChosen(passage.start);
              choosing.show(passage);
            }}
          >
            {passage.text}
          </button>
          {chosen === passage.start && (
            <Button onClick={() => choosing.put(passage)}>{t('parts_note_put_here')}</Button>
          )}
        </div>
      ))}
    </div>
  );
}
