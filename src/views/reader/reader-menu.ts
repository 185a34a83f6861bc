/** The lines of the reader's menu. */
import { Bookmark, Copy, Download, ExternalLink, Keyboard, Library, Link, Printer, Tags } from 'lucide';
import { openPage } from '../../adapters/browser/browser.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import type { Article } from '../../core/article/article.ts';
import type { Digest } from '../../core/digest/digest.ts';
import { glanceMarkdown } from '../../core/digest/markdown.ts';
import { fileName } from '../../core/library/export/file-name.ts';
import type { Note } from '../../core/library/records.ts';
import type { MenuLine } from '../parts/controls/Menu.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { saveFile } from '../parts/saving/save-file.ts';

interface Given {
  article: Article;
  digest: Digest | null;
  notes: Note[];
  onOriginal: () => void;
  /** Null where the article is in the library. */
  save: (() => void) | null;
  /** Null if nothing of the article is saved, so that there is nothing to tag. */
  onTags: (() => void) | null;
  onKeys: () => void;
  say: (said: Said) => void;
}

function markdownOf({ article, digest, notes }: Given): string | null {
  if (!digest) return null;
  const noted = notes.map(({ quote, text, tags }) => ({ quote: quote.exact, text, tags }));
  const names = { outline: t('glance_outline'), keyPoints: t('glance_points'), notes: t('glance_notes') };
  return glanceMarkdown(article, digest, noted, names);
}

/** Copies text, and says whether the browser let us. */
function copy(text: string, done: string, say: (said: Said) => void): void {
  void navigator.clipboard.writeText(text).then(
    () => say({ sentence: done }),
    () => say({ sentence: t('glance_not_copied') }),
  );
}

/** The lines, in the order in which they are wanted. */
export function readerMenu(given: Given): MenuLine[] {
  const { article, onOriginal, save, onTags, onKeys, say } = given;
  const markdown = markdownOf(given);
  return [
    ...(save ? [{ icon: Bookmark, name: t('command_save'), run: save }] : []),
    { icon: ExternalLink, name: t('reader_original'), run: onOriginal },
    { icon: Link, name: t('reader_copy_link'), run: () => copy(article.url, t('reader_link_copied'), say) },
    ...(markdown === null
      ? []
      : [
          { icon: Copy, name: t('glance_copy'), run: () => copy(markdown, t('glance_copied'), say) },
          {
            icon: Download,
            name: t('glance_export'),
            run: () => saveFile(`${fileName(article.title)}.md`, markdown, 'text/markdown'),
          },
        ]),
    ...(onTags ? [{ icon: Tags, name: t('library_tags'), run: onTags }] : []),
    { icon: Library, name: t('glance_library'), run: () => void openPage('library/index.html') },
    { icon: Printer, name: t('reader_print'), run: () => print() },
    { icon: Keyboard, name: t('parts_keys'), run: onKeys },
  ];
}
