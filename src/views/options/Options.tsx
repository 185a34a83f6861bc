/** The options page, with a search field. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Settings, changeSettings, onSettings } from '../../adapters/browser/settings.ts';
import { t } from '../../adapters/i18n/sentences.ts';
import { find, searchable } from '../../core/article/find.ts';
import { Empty } from '../parts/controls/Empty.tsx';
import { type Said, Toast } from '../parts/controls/Toast.tsx';
import '../parts/page.css';
import { type Option, OptionLine } from './OptionLine.tsx';
import { sectionsOf } from './sections.tsx';
import './options.css';

/** The options page. Every change applies at once. */
export function Options({ settings: first }: { settings: Settings }): JSX.Element {
  const [settings, setSettings] = useState(first);
  const [phrase, setPhrase] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  // What is changed elsewhere while this page is open must not be written over from an older list.
  useEffect(() => {
    const life = new AbortController();
    onSettings(setSettings, life.signal);
    return () => life.abort();
  }, []);
  const change = (wish: Partial<Settings>) => void changeSettings(wish).then(setSettings);
  const saved = (wish: Partial<Settings>) => {
    change(wish);
    setSaid({ sentence: t('parts_saved') });
  };
  const wanted = sectionsOf({ settings, change, saved, onSaid: setSaid })
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
            <OptionLine key={option.name} {...option} />
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
