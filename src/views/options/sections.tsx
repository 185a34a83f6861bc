/** The sections of the options, in their order on the page. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LANGUAGES } from '../../adapters/i18n/language.ts';
import { askDownloads, dropDownloads, mayDownload } from '../../adapters/browser/downloads.ts';
import { type Settings, THEMES } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { TextSettings } from '../parts/appearance/TextSettings.tsx';
import { ColourDots } from '../parts/controls/ColourDots.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { Kept } from './Kept.tsx';
import { Model } from './Model.tsx';
import { type Option, type Section, Switch } from './OptionLine.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { CalmSites, CorrectedSites, KeptBlocks, RestoredSites } from './Sites.tsx';
import { Sync } from './sync/Sync.tsx';

/** What a section is made from. */
export interface Given {
  settings: Settings;
  /** Changes settings at once, `saved` with a word that says so. */
  change: (wish: Partial<Settings>) => void;
  saved: (wish: Partial<Settings>) => void;
  onSaid: (said: Said) => void;
}

/** All of them. */
export function sectionsOf(given: Given): Section[] {
  const { settings, change, onSaid } = given;
  const model: Option = {
    name: t('options_model'),
    about: t('options_model_about'),
    wide: true,
    control: <Model settings={settings} onChange={change} />,
  };
  const sync: Option = {
    name: t('sync_name'),
    about: t('sync_about'),
    wide: true,
    control: <Sync onSaid={onSaid} />,
  };
  const keys: Option = {
    name: t('options_keys'),
    about: t('options_keys_about'),
    wide: true,
    control: <Shortcuts />,
  };
  return [
    { title: t('options_looks'), options: lookOptions(given) },
    { title: t('reader_title'), options: readerOptions(given) },
    { title: t('options_highlights'), options: highlightOptions(given) },
    { title: t('options_calm'), options: calmOptions(given) },
    { title: t('glance_points'), options: [model] },
    { title: t('sync_title'), options: [sync] },
    { title: t('parts_keys'), options: [keys] },
    { title: t('options_knows'), options: dataOptions(given) },
  ];
}

function lookOptions({ settings, change }: Given): Option[] {
  return [
    {
      name: t('options_theme'),
      control: (
        <Select
          name={t('options_theme')}
          value={settings.theme}
          values={THEMES}
          nameOf={(theme) => t(`theme_${theme}`)}
          onChange={(theme) => change({ theme })}
        />
      ),
    },
    {
      name: t('options_language'),
      control: (
        <Select
          name={t('options_language')}
          value={settings.language}
          values={['', ...LANGUAGES]}
          nameOf={(tag) => (tag ? ownName(tag) : t('options_language_browser'))}
          langOf={(tag) => tag || undefined}
          onChange={(language) => change({ language })}
        />
      ),
    },
    {
      name: t('options_one_tree'),
      about: t('options_one_tree_about'),
      control: (
        <Switch name={t('options_one_tree')} on={settings.oneTree} onChange={(oneTree) => change({ oneTree })} />
      ),
    },
  ];
}

function readerOptions({ settings, change }: Given): Option[] {
  const control = <TextSettings reading={settings.reading} onChange={(reading) => change({ reading })} />;
  return [{ name: t('options_reader_text'), wide: true, control }];
}

function highlightOptions({ settings, change, onSaid }: Given): Option[] {
  return [
    {
      name: t('options_colour'),
      about: t('options_colour_about'),
      control: <ColourDots name="colour" colour={settings.colour} onChange={(colour) => change({ colour })} />,
    },
    {
      name: t('options_restore'),
      about: t('options_restore_about'),
      wide: true,
      control: <RestoredSites onSaid={onSaid} />,
    },
    {
      name: t('options_badge'),
      about: t('options_badge_about'),
      control: <Switch name={t('options_badge')} on={settings.badge} onChange={(badge) => change({ badge })} />,
    },
  ];
}

function calmOptions({ settings, saved }: Given): Option[] {
  const { calmSites, corrections, keptBlocks } = settings;
  return [
    {
      name: t('options_calm_sites'),
      about: t('options_calm_sites_about'),
      wide: true,
      control: <CalmSites sites={calmSites} onChange={(sites) => saved({ calmSites: sites })} />,
    },
    {
      name: t('options_corrections'),
      about: t('options_corrections_about'),
      wide: true,
      control: <CorrectedSites corrections={corrections} onChange={(left) => saved({ corrections: left })} />,
    },
    {
      name: t('options_blocks'),
      about: t('options_blocks_about'),
      wide: true,
      control: <KeptBlocks blocks={keptBlocks} onChange={(left) => saved({ keptBlocks: left })} />,
    },
  ];
}

function dataOptions(given: Given): Option[] {
  const { settings, saved, onSaid } = given;
  const isSent = settings.model === 'address';
  return [
    { name: t('options_kept'), about: t('options_kept_about'), wide: true, control: <Kept /> },
    {
      name: t('options_weekly_copy'),
      about: t('options_weekly_copy_about'),
      control: <WeeklyCopy {...given} />,
    },
    {
      name: t('options_sent'),
      about: settings.model === 'address' ? t('options_sent_model', settings.modelAddress) : t('options_sent_about'),
      control: <span class="option-nothing">{isSent ? t('options_sent_to_model') : t('options_sent_nothing')}</span>,
    },
    {
      name: t('options_file'),
      about: t('options_file_about'),
      wide: true,
      control: <SettingsFile settings={settings} onTaken={saved} onSaid={onSaid} />,
    },
  ];
}

/** Off also where the permission was taken back in the browser's own settings, as nothing is copied then. */
function WeeklyCopy(given: Given): JSX.Element {
  const [isAllowed, setAllowed] = useState(true);
  const look = () => void mayDownload().then(setAllowed);
  useEffect(look, [given.settings.weeklyCopy]);
  return (
    <Switch
      name={t('options_weekly_copy')}
      on={given.settings.weeklyCopy && isAllowed}
      onChange={(on) => void keepWeekly(given, on).then(look)}
    />
  );
}

/** The browser asks for the permission during the click; turning the option off revokes it. */
async function keepWeekly({ change, saved, onSaid }: Given, weeklyCopy: boolean): Promise<void> {
  if (!weeklyCopy) await dropDownloads();
  else if (!(await askDownloads())) {
    change({ weeklyCopy: false });
    return onSaid({ sentence: t('options_weekly_copy_refused') });
  }
  saved({ weeklyCopy });
}

/** Chinese is told by its script, as its readers tell it: 简体中文, not 中文（中国）. */
const BY_SCRIPT: Record<string, string> = { 'zh-CN': 'zh-Hans', 'zh-TW': 'zh-Hant' };

/** A language's name in that language. */
function ownName(tag: string): string {
  return new Intl.DisplayNames(tag, { type: 'language' }).of(BY_SCRIPT[tag] ?? tag) ?? tag;
}

interface SelectProps<Value extends string> {
  name: string;
  value: Value;
  values: readonly Value[];
  nameOf: (value: Value) => string;
  /** The language of that name, if it is not the page's. */
  langOf?: (value: Value) => string | undefined;
  onChange: (value: Value) => void;
}

function Select<Value extends string>(props: SelectProps<Value>): JSX.Element {
  const { name, value, values, nameOf, langOf, onChange } = props;
  return (
    <select
      class="field"
      aria-label={name}
      value={value}
      onChange={({ currentTarget }) => {
        const chosen = values.find((one) => one === currentTarget.value);
        if (chosen !== undefined) onChange(chosen);
      }}
    >
      {values.map((one) => (
        <option key={one} value={one} lang={langOf?.(one)}>
          {nameOf(one)}
        </option>
      ))}
    </select>
  );
}
