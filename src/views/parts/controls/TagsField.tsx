/**
 * The field for tags: of a note, of an article, of many chosen at once. Each tag is a chip, and tags of the library
 * complete what is typed.
 */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { X } from 'lucide';
import { allTags } from '../../../adapters/store/read/library.ts';
import { t } from '../../../adapters/i18n/sentences.ts';
import { completions, tagsOf } from '../../../core/library/tags.ts';
import { Icon } from './Icon.tsx';
import './tags-field.css';

interface Props {
  /** The tags to begin with. */
  tags: readonly string[];
  /**
   * Called at every letter with all tags, including the one being typed, so none is lost on leaving. `isTyping` while
   * the last one is not finished.
   */
  onChange: (tags: string[], isTyping: boolean) => void;
  /** Enter where nothing is being typed: the person is done. */
  onDone?: () => void;
}

/**
 * A comma or Enter makes a chip of what was typed, Backspace in the empty field takes the last chip away, the arrows
 * choose among the tags offered, Escape puts these away first.
 */
export function TagsField({ tags, onChange, onDone }: Props): JSX.Element {
  const [chips, setChips] = useState(tags);
  const [typed, setTyped] = useState('');
  const [all, setAll] = useState<string[]>([]);
  const [at, setAt] = useState(-1);
  const [isAway, setAway] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const typing = tagsOf(typed);
  const offered = isAway ? [] : completions(all, typed, chips);

  const settle = (next: string[], left = '') => {
    setTyped(left);
    setAt(-1);
    setChips([...new Set(next)]);
    const growing = tagsOf(left);
    onChange([...new Set([...next, ...growing])], growing.length > 0);
  };
  const onInput = (value: string) => {
    setAway(false);
    const [, whole = '', left = value] = /^(.*[,،，、;；])(.*)$/su.exec(value) ?? [];
    settle([...chips, ...tagsOf(whole)], left.trimStart());
  };
  const pick = (tag: string) => {
    settle([...chips, tag]);
    field.current?.focus();
  };
  const remove = (tag: string) => {
    settle(without(chips, [tag]), typed);
    field.current?.focus();
  };
  const move = (by: number) => setAt(((at + by + offered.length + 1 + 1) % (offered.length + 1)) - 1);

  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = offered[at];
    const last = chips.at(-1);
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      if (chosen !== undefined) pick(chosen);
      else if (typing.length) settle([...chips, ...typing]);
      else if (onDone) onDone();
      else return;
    } else if (event.key === 'Backspace' && !typed && last !== undefined) settle(without(chips, [last]));
    else if (event.key === 'Escape' && offered.length) setAway(true);
    else if (event.key === 'ArrowDown' && offered.length) move(1);
    else if (event.key === 'ArrowUp' && offered.length) move(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="tags-field">
      <div class="field tags-field-box" onClick={() => field.current?.focus()}>
        {chips.map((tag) => (
          <span key={tag} class="tag-chip">
            <bdi>{tag}</bdi>
            <button type="button" aria-label={t('parts_tag_remove', tag)} onClick={() => remove(tag)}>
              <Icon of={X} />
            </button>
          </span>
        ))}
        <input
          ref={field}
          class="tags-field-typed"
          dir="auto"
          role="combobox"
          autocomplete="off"
          aria-label={t('parts_note_tags')}
          aria-autocomplete="list"
          aria-expanded={offered.length > 0}
          aria-controls={`${id}-offered`}
          {...(at >= 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
          placeholder={chips.length ? '' : t('parts_note_tags_hint')}
          value={typed}
          onFocus={() => void allTags().then((found) => found.ok && setAll(found.value.map(({ tag }) => tag)))}
          onBlur={() => typing.length && settle([...chips, ...typing])}
          onInput={({ currentTarget }) => onInput(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {/* In the flow, not over it: the frame of the editor on a page ends right below. */}
      <div id={`${id}-offered`} class="tags-offered" role="listbox" aria-label={t('library_tags')}>
        {offered.map((tag, index) => (
          <div
            key={tag}
            id={`${id}-${index}`}
            class="tag-offered"
            role="option"
            aria-selected={index === at}
            // Not as a click: the field would lose the focus before it, and settle what was typed.
            onPointerDown={(event) => {
              event.preventDefault();
              pick(tag);
            }}
          >
            <bdi>{tag}</bdi>
          </div>
        ))}
      </div>
    </div>
  );
}

function without(tags: readonly string[], gone: readonly string[]): string[] {
  return tags.filter((tag) => !gone.includes(tag));
}
