/** The article in the middle of the reader: title, facts, points, words with marks for hidden blocks, and its end. */
import type { ComponentChildren, JSX } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { Article, Removal } from '../../core/article/article.ts';
import type { Digest } from '../../core/digest/digest.ts';
import type { Said } from '../parts/controls/Toast.tsx';
import { factsOf } from '../parts/facts.ts';
import { ArticleTree } from './article/ArticleTree.tsx';
import { Footnote, isNoteOf } from './article/Footnote.tsx';
import { HeldPictures } from './article/HeldPictures.tsx';
import { pictureHosts, picturePolicy } from './article/picture-policy.ts';
import { RemovalMark, RemovalMarksContext } from './article/RemovalMark.tsx';
import { removalMarksOf } from './article/removal-marks.ts';
import { Enlarged } from './article/rich/Enlarged.tsx';
import { OtherParts } from './OtherParts.tsx';
import { Points } from './Points.tsx';

interface Props {
  article: Article;
  glance: Digest | null;
  isPrivate: boolean;
  tabId: number | null;
  /** Called with the element of the text once it is rendered. */
  onBody: (body: HTMLElement | null) => void;
  onGo: (range: { start: number; end: number }) => void;
  /** Puts a hidden block back; null if no tab shows the page. */
  restore: ((removal: Removal) => void) | null;
  onArticle: (article: Article) => void;
  onSaid: (said: Said) => void;
  /** The content below the last line. */
  children: ComponentChildren;
}

/** Title and metadata are shown at once, everything else when the digest is ready, so the text does not move. */
export function ReaderArticle(props: Props): JSX.Element {
  const { article, glance, isPrivate, tabId, onBody, onGo, restore, onArticle, onSaid, children } = props;
  const [wanted, setWanted] = useState(false);
  const pictures = picturePolicy({ isPrivate, tabId });
  const loads = pictures === 'load' || (pictures === 'ask' && wanted);
  const hosts = useMemo(() => pictureHosts(article.tree), [article]);
  const facts = useMemo(() => factsOf(article), [article]);
  const removalMarks = useMemo(() => removalMarksOf(article), [article]);
  const restorable = useMemo(() => ({ ...removalMarks, restore }), [removalMarks, tabId]);
  const { words, over } = useWords(article, loads);
  return (
    <>
      <main class="reader-page" lang={article.lang} dir={article.dir}>
        <h1>{article.title}</h1>
        <p class="reader-facts facts">
          {facts.map((fact, at) => (
            <span key={at}>
              {at > 0 && ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
        </p>
        {tabId !== null && article.nextUrl !== undefined && (
          <OtherParts tabId={tabId} onJoined={onArticle} onSaid={onSaid} />
        )}
        {!loads && <HeldPictures policy={pictures} hosts={hosts} onLoad={() => setWanted(true)} />}
        {glance && <Points glance={glance} onGo={onGo} />}
        {glance && (
          <div class="reader-body" ref={onBody}>
            <RemovalMarksContext.Provider value={restorable}>{words}</RemovalMarksContext.Provider>
            {removalMarks.atEnd.length > 0 && <RemovalMark removals={removalMarks.atEnd} restore={restore} />}
          </div>
        )}
        {glance && children}
      </main>
      {over}
    </>
  );
}

/**
 * The text, with the overlays for footnotes and pictures. Rendered once: scrolling renders the margins again, but not
 * the article.
 */
function useWords(article: Article, loads: boolean): { words: JSX.Element; over: JSX.Element } {
  const [large, setLarge] = useState<{ src: string; alt: string } | null>(null);
  const [note, setNote] = useState<{ id: string; link: HTMLElement } | null>(null);
  const words = useMemo(
    () => (
      <ArticleTree
        tree={article.tree}
        loads={loads}
        actions={{
          enlarge: (src, alt) => setLarge({ src, alt }),
          inside(id, link) {
            if (!isNoteOf(link, id)) return false;
            setNote({ id, link });
            return true;
          },
        }}
      />
    ),
    [article, loads],
  );
  const over = (
    <>
      {note && <Footnote id={note.id} link={note.link} onClose={() => setNote(null)} />}
      {large && <Enlarged {...large} onClose={() => setLarge(null)} />}
    </>
  );
  return { words, over };
}
