/** How the reader looks: the text settings and the theme, and the theme worn at once when another is chosen. */
import { useRef, useState } from 'preact/hooks';
import { type ReaderSettings, type Settings, readSettings } from '../../../adapters/browser/settings.ts';
import { applyTheme } from '../../parts/theme.ts';

type Theme = Settings['theme'];

/** What is set, and how it is changed on the screen; the settings themselves are written by who changes them. */
export interface Look {
  reading: ReaderSettings;
  theme: Theme;
  setReading: (reading: ReaderSettings) => void;
  wearTheme: (theme: Theme) => void;
  /** Reads what is kept, as another page may have changed it. */
  recall: () => Promise<void>;
}

/** Begins with the settings that the page was drawn with. */
export function useLook(first: ReaderSettings): Look {
  const [reading, setReading] = useState(first);
  const [theme, setTheme] = useState<Theme>('system');
  const worn = useRef<AbortController | null>(null);
  return {
    reading,
    theme,
    setReading,
    wearTheme: (chosen) => {
      setTheme(chosen);
      worn.current?.abort();
      worn.current = new AbortController();
      applyTheme(chosen, worn.current.signal);
    },
    recall: async () => {
      const now = await readSettings();
      setTheme(now.theme);
      setReading(now.reading);
    },
  };
}
