/** The options: few, each said in a line, found by typing. */
import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import { LANGUAGES } from '../../adapters/i18n/language.ts';
import { askDownloads, dropDownloads } from '../../adapters/browser/downloads.ts';
import { type Settings, THEMES, changeSettings } from '../../adapters/browser/settings.ts';
import { languageName, t } from '../../adapters/i18n/sentences.ts';
import { find, searchable } from '../../core/article/find.ts';
import { TextSettings } from '../parts/appearance/TextSettings.tsx';
import { ColourDots } from '../parts/controls/ColourDots.tsx';
import { Empty } from '../parts/controls/Empty.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import '../parts/page.css';
import { Kept } from './Kept.tsx';
import { Model } from './Model.tsx';
import { SettingsFile } from './SettingsFile.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { CalmSites, CorrectedSites, KeptBlocks, RestoredSites } from './Sites.tsx';
import { Sync } from './sync/Sync.tsx';
import './options.css';

/** One thing to set: what it is called, what it does, how it is set. `wide` puts the control below the words. */
interface Option {
  name: string;
  about?: string;
  wide?: boolean;
  control: ComponentChildren;
}

interface Section {
  title: string;
  options: Option[];
}

function Line({ name, about, wide, control }: Option): JSX.Element {
  return (
    <div class={wide ? 'option option-wide' : 'option'}>
      <div class="option-words">
        <h3 class="option-name">{name}</h3>
        {about && <p class="facts">{about}</p>}
      </div>
      <div class="option-control">{control}</div>
    </div>
  );
}

/** A switch that is a checkbox to the keyboard and to a screen reader. */
function Switch({ name, on, onChange }: { name: string; on: boolean; onChange: (on: boolean) => void }): JSX.Element {
  return (
    <input
      type="checkbox"
      role="switch"
      class="switch"
      aria-label={name}
      checked={on}
      onChange={({ currentTarget }) => onChange(currentTarget.checked)}
    />
  );
}

/** The page. Every change stands at once. */
export function Options({ settings: first }: { settings: Settings }): JSX.Element {
  const [settings, setSettings] = useState(first);
  const [phrase, setPhrase] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const change = (wish: Partial<Settings>) => void changeSettings(wish).then(setSettings);
  const saved = (wish: Partial<Settings>) => {
    change(wish);
    setSaid({ sentence: t('parts_saved') });
  };

  /** The browser asks for the permission inside the click, and takes it back with the wish. */
  const keepWeekly = async (weeklyCopy: boolean) => {
    if (!weeklyCopy) await dropDownloads();
    else if (!(await askDownloads())) {
      change({ weeklyCopy: false });
      return setSaid({ sentence: t('options_weekly_copy_refused') });
    }
    saved({ weeklyCopy });
  };

  const sections: Section[] = [
    {
      title: t('options_looks'),
      options: [
        {
          name: t('options_theme'),
          control: (
            <select
              class="field"
              aria-label={t('options_theme')}
              value={settings.theme}
              onChange={({ currentTarget }) => {
                const theme = THEMES.find((one) => one === currentTarget.value);
                if (theme) change({ theme });
              }}
            >
              {THEMES.map((theme) => (
                <option key={theme} value={theme}>
                  {t(`theme_${theme}`)}
                </option>
              ))}
            </select>
          ),
        },
        {
          name: t('options_language'),
          control: (
            <select
              class="field"
              aria-label={t('options_language')}
              value={settings.language}
              onChange={({ currentTarget }) => change({ language: currentTarget.value })}
            >
              <option value="">{t('options_language_browser')}</option>
              {LANGUAGES.map((tag) => (
                <option key={tag} value={tag} lang={tag}>
                  {new Intl.DisplayNames(tag, { type: 'language' }).of(tag) ?? languageName(tag)}
                </option>
              ))}
            </select>
          ),
        },
        {
          name: t('options_one_tree'),
          about: t('options_one_tree_about'),
          control: (
            <Switch name={t('options_one_tree')} on={settings.oneTree} onChange={(oneTree) => change({ oneTree })} />
          ),
        },
      ],
    },
    {
      title: t('reader_title'),
      options: [
        {
          name: t('options_reader_text'),
          wide: true,
          control: <TextSettings reading={settings.reading} onChange={(reading) => change({ reading })} />,
        },
      ],
    },
    {
      title: t('options_highlights'),
      options: [
        {
          name: t('options_colour'),
          about: t('options_colour_about'),
          control: <ColourDots name="colour" colour={settings.colour} onChange={(colour) => change({ colour })} />,
        },
        {
          name: t('options_restore'),
          about: t('options_restore_about'),
          wide: true,
          control: <RestoredSites onSaid={setSaid} />,
        },
        {
          name: t('options_badge'),
          about: t('options_badge_about'),
          control: <Switch name={t('options_badge')} on={settings.badge} onChange={(badge) => change({ badge })} />,
        },
      ],
    },
    {
      title: t('options_calm'),
      options: [
        {
          name: t('options_calm_sites'),
          about: t('options_calm_sites_about'),
          wide: true,
          control: <CalmSites sites={settings.calmSites} onChange={(calmSites) => saved({ calmSites })} />,
        },
        {
          name: t('options_corrections'),
          about: t('options_corrections_about'),
          wide: true,
          control: (
            <CorrectedSites corrections={settings.corrections} onChange={(corrections) => saved({ corrections })} />
          ),
        },
        {
          name: t('options_blocks'),
          about: t('options_blocks_about'),
          wide: true,
          control: <KeptBlocks blocks={settings.keptBlocks} onChange={(keptBlocks) => saved({ keptBlocks })} />,
        },
      ],
    },
    {
      title: t('glance_points'),
      options: [
        {
          name: t('options_model'),
          about: t('options_model_about'),
          wide: true,
          control: <Model settings={settings} onChange={change} />,
        },
      ],
    },
    {
      title: t('sync_title'),
      options: [
        {
          name: t('sync_name'),
          about: t('sync_about'),
          wide: true,
          control: <Sync onSaid={setSaid} />,
        },
      ],
    },
    {
      title: t('parts_keys'),
      options: [{ name: t('options_keys'), about: t('options_keys_about'), wide: true, control: <Shortcuts /> }],
    },
    {
      title: t('options_knows'),
      options: [
        { name: t('options_kept'), about: t('options_kept_about'), wide: true, control: <Kept /> },
        {
          name: t('options_weekly_copy'),
          about: t('options_weekly_copy_about'),
          control: (
            <Switch name={t('options_weekly_copy')} on={settings.weeklyCopy} onChange={(on) => void keepWeekly(on)} />
          ),
        },
        {
          name: t('options_sent'),
          about:
            settings.model === 'address' ? t('options_sent_model', settings.modelAddress) : t('options_sent_about'),
          control: (
            <span class="option-nothing">
              {settings.model === 'address' ? t('options_sent_to_model') : t('options_sent_nothing')}
            </span>
          ),
        },
        {
          name: t('options_file'),
          about: t('options_file_about'),
          wide: true,
          control: <SettingsFile settings={settings} onTaken={saved} onSaid={setSaid} />,
        },
      ],
    },
  ];
  const wanted = sections
    .map(({ title, options }) => ({ title, options: options.filter((option) => fits(phrase, title, option)) }))
    .filter(({ options }) => options.length > 0);

  return (
    <main class="page options">
      <h1 class="page-title">{t('options_title')}</h1>
      <search class="options-search">
        <input
          type="search"
          class="field"
          value={phrase}
          aria-label={t('options_search')}
          placeholder={t('options_search')}
          onInput={({ currentTarget }) => setPhrase(currentTarget.value)}
        />
      </search>
      {wanted.length === 0 && <Empty sentence={t('options_none', phrase)} live />}
      {wanted.map(({ title, options }) => (
        <section key={title} class="page-section">
          <h2>{title}</h2>
          {options.map((option) => (
            <Line key={option.name} {...option} />
          ))}
        </section>
      ))}
      <Toast said={said} onGone={() => setSaid(null)} />
    </main>
  );
}

/** Whether an option is what a person types for. */
function fits(phrase: string, title: string, { name, about = '' }: Option): boolean {
  return phrase.trim() === '' || find(searchable(`${title}\n${name}\n${about}`), phrase, 1).length > 0;
}
