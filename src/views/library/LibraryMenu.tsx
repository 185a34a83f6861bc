/** The menu of the library: its sheets, how the list looks, undo, the bin. */
import type { JSX } from 'preact';
import {
  CalendarDays,
  Ellipsis,
  Keyboard,
  Redo2,
  Rows3,
  Settings as Gear,
  SquarePen,
  Tags,
  Trash,
  Undo2,
} from 'lucide';
import { openPage } from '../../adapters/browser/browser.ts';
import type { Settings } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { Menu } from '../parts/controls/Menu.tsx';
import type { LibraryActs } from './acts.ts';

/** What opens over the list. */
export type Sheet = 'keys' | 'files' | 'tags';

interface Props {
  settings: Settings;
  inBin: boolean;
  acts: LibraryActs;
  onSettings: (change: Partial<Settings>) => void;
  onBin: (on: boolean) => void;
  onSheet: (sheet: Sheet) => void;
}

/** The button and its lines. */
export function LibraryMenu({ settings, inBin, acts, onSettings, onBin, onSheet }: Props): JSX.Element {
  return (
    <Menu
      icon={Ellipsis}
      name={t('library_menu')}
      lines={[
        { icon: SquarePen, name: t('library_files'), run: () => onSheet('files') },
        { icon: Tags, name: t('library_tags'), run: () => onSheet('tags') },
        {
          icon: Rows3,
          name: t('library_compact'),
          on: settings.compactList,
          run: () => onSettings({ compactList: !settings.compactList }),
        },
        {
          icon: CalendarDays,
          name: t('library_review'),
          on: settings.review,
          run: () => onSettings({ review: !settings.review }),
        },
        { icon: Undo2, name: t('library_undo'), run: () => void acts.undo() },
        { icon: Redo2, name: t('library_redo'), run: () => void acts.redo() },
        { icon: Trash, name: t('library_bin'), on: inBin, run: () => onBin(!inBin) },
        { icon: Keyboard, name: t('parts_keys'), run: () => onSheet('keys') },
        { icon: Gear, name: t('library_options'), run: () => void openPage('options/index.html') },
      ]}
    />
  );
}
