/** What opens over the reader's article: text and theme, search, tags, the keys; at most one at a time. */
import type { JSX } from 'preact';
import type { Article } from '../../core/article/article.ts';
import type { Entry } from '../../core/library/records.ts';
import { KeySheet } from '../parts/KeySheet.tsx';
import type { KeyLine } from '../parts/keys.ts';
import { Appearance } from './appearance/Appearance.tsx';
import { ArticleTags } from './ArticleTags.tsx';
import { Find } from './Find.tsx';
import type { Look } from './hooks/use-look.ts';

/** Which one is open. */
export type Sheet = 'appearance' | 'keys' | 'tags' | 'find' | null;

interface Props {
  sheet: Sheet;
  article: Article;
  entry: Entry | null;
  body: HTMLElement | null;
  look: Look;
  keys: KeyLine[];
  onClose: () => void;
}

/** The open one, or nothing. */
export function ReaderSheets({ sheet, article, entry, body, look, keys, onClose }: Props): JSX.Element | null {
  if (sheet === 'appearance') {
    const { reading, theme, setReading, wearTheme } = look;
    return <Appearance reading={reading} theme={theme} onChange={setReading} onTheme={wearTheme} onClose={onClose} />;
  }
  if (sheet === 'find') return body && <Find article={article} body={body} onClose={onClose} />;
  if (sheet === 'tags') return entry && <ArticleTags entry={entry} onClose={onClose} />;
  return sheet === 'keys' ? <KeySheet lines={keys} onClose={onClose} /> : null;
}
