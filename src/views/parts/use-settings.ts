/** The current settings, for views that follow them. */
import { useEffect, useState } from 'preact/hooks';
import {
  type Settings,
  changeSettings,
  defaultSettings,
  onSettings,
  readSettings,
} from '../../adapters/browser/settings.ts';

/** The settings (the defaults until they are read), and the way to change some of them. */
export function useSettings(): [Settings, (change: Partial<Settings>) => void] {
  const [settings, setSettings] = useState(defaultSettings);
  useEffect(() => {
    const life = new AbortController();
    onSettings(setSettings, life.signal);
    void readSettings().then((read) => !life.signal.aborted && setSettings(read));
    return () => life.abort();
  }, []);
  return [settings, (change) => void changeSettings(change).then(setSettings)];
}
