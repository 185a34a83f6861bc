/** The bar at the top of the reader: progress, buttons and the menu. */
import type { JSX } from 'preact';
import { AudioLines, Bookmark, Ellipsis, ListTree, NotebookPen, Search, SlidersHorizontal, Type } from 'lucide';
import { count, minutes, t } from '../../adapters/i18n/sentences.ts';
import { IconButton } from '../parts/controls/Button.tsx';
import { Menu, type MenuLine } from '../parts/controls/Menu.tsx';

/** What can be open next to the article. */
export type Drawer = 'outline' | 'notes' | null;

interface Props {
  /** Share of the article above the reader's line, 0–1, and minutes that are left. */
  share01: number;
  minutesLeft: number;
  hasOutline: boolean;
  notes: number;
  drawer: Drawer;
  onDrawer: (drawer: Drawer) => void;
  appearanceOpen: boolean;
  onAppearance: () => void;
  onListen: () => void;
  onFind: () => void;
  /** Saves the article for later; null if it is in the library. */
  save: (() => void) | null;
  /** What can be done where the page was read wrongly; empty if its page is closed. */
  corrections: MenuLine[];
  menu: MenuLine[];
}

/** The toolbar, with a progress line over its whole width. */
export function ReaderBar(props: Props): JSX.Element {
  const { share01, minutesLeft, hasOutline, notes, drawer, onDrawer, appearanceOpen, menu } = props;
  const toggle = (one: Drawer) => onDrawer(drawer === one ? null : one);
  return (
    <header class="reader-bar">
      <div
        class="progress"
        role="progressbar"
        aria-label={t('reader_progress')}
        aria-valuenow={Math.round(share01 * 100)}
        style={{ '--share': share01 }}
      />
      {hasOutline && (
        <span class="only-narrow">
          <IconButton
            icon={ListTree}
            name={t('reader_outline')}
            aria-expanded={drawer === 'outline'}
            onClick={() => toggle('outline')}
          />
        </span>
      )}
      <span class="reader-left facts">{minutesLeft >= 1 ? t('reader_left', minutes(minutesLeft)) : ''}</span>
      {props.save && (
        <span class="only-roomy">
          <IconButton icon={Bookmark} name={t('command_save')} onClick={props.save} />
        </span>
      )}
      <IconButton icon={Search} name={t('reader_find')} onClick={props.onFind} />
      <IconButton icon={AudioLines} name={t('reader_listen')} onClick={props.onListen} />
      <IconButton
        icon={Type}
        name={t('reader_appearance')}
        aria-expanded={appearanceOpen}
        onClick={props.onAppearance}
      />
      <IconButton
        icon={NotebookPen}
        name={notes > 0 ? count('reader_notes', notes) : t('glance_notes')}
        aria-expanded={drawer === 'notes'}
        onClick={() => toggle('notes')}
      />
      {props.corrections.length > 0 && (
        <Menu icon={SlidersHorizontal} name={t('correct_title')} lines={props.corrections} />
      )}
      <Menu icon={Ellipsis} name={t('reader_menu')} lines={menu} />
    </header>
  );
}
