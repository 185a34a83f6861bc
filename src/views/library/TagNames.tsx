/** Renames tags; two of one name become one. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../adapters/browser/channel.ts';
import { allTags } from '../../adapters/store/read/library.ts';
import { count, number, t } from '../../adapters/i18n/sentences.ts';
import { Empty } from '../parts/controls/Empty.tsx';
import type { Said } from '../parts/controls/Toast.tsx';
import { failureSentence } from '../parts/failure-sentence.ts';

/** The list of tags, each a field; Enter or leaving the field renames. */
export function TagNames({ onSaid }: { onSaid: (said: Said) => void }): JSX.Element {
  const [tags, setTags] = useState<{ tag: string; count: number }[]>([]);
  const look = () => void allTags().then((found) => found.ok && setTags(found.value));
  useEffect(look, []);
  const rename = async (from: string, to: string) => {
    if (to.trim() === from) return;
    const renamed = await ask('tag.rename', { from, to: to.trim() });
    onSaid({ sentence: renamed.ok ? count('library_renamed', renamed.value.changed) : failureSentence(renamed.error) });
    look();
  };
  if (!tags.length) return <Empty sentence={t('library_no_tags')} />;
  return (
    <ul class="tag-names">
      {tags.map(({ tag, count: used }) => (
        <li key={tag} class="tag-name">
          <input
            class="field"
            dir="auto"
            aria-label={t('library_tag_name', tag)}
            defaultValue={tag}
            onChange={({ currentTarget }) => void rename(tag, currentTarget.value)}
          />
          <span class="facts">{number(used)}</span>
        </li>
      ))}
    </ul>
  );
}
