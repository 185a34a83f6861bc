/**
 * A row of tabs: one is on, arrow keys, Home and End move and switch (WAI-ARIA's tabs pattern, automatic activation).
 */
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { isRtl, itemAfterKey } from '../../../adapters/roving-focus.ts';
import './tabs.css';

/** One tab; `count` is shown after its name if there is something to count. */
export interface Tab<Id extends string> {
  id: Id;
  name: string;
  count?: string;
}

interface Props<Id extends string> {
  name: string;
  tabs: Tab<Id>[];
  on: Id;
  onChange: (id: Id) => void;
  /** The panel has only text: it takes the focus itself, so keys can scroll it. */
  wordsAlone?: boolean;
  children: ComponentChildren;
}

/** The row of tabs and, as `children`, the panel of the one that is on. */
export function Tabs<Id extends string>({
  name,
  tabs,
  on,
  onChange,
  wordsAlone = false,
  children,
}: Props<Id>): JSX.Element {
  const row = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.id === on);
    const next = itemAfterKey(event.key, index, tabs.length, { axis: 'inline', wraps: true }, isRtl(row.current));
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.id);
    row.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  return (
    <>
      <div class="tabs" role="tablist" aria-label={name} ref={row} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`tab-${tab.id}`}
            class="tab"
            aria-selected={tab.id === on}
            aria-controls="tab-panel"
            tabIndex={tab.id === on ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.name}
            {tab.count && ' '}
            {tab.count && <span class="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        class="tab-panel"
        role="tabpanel"
        id="tab-panel"
        aria-labelledby={`tab-${on}`}
        {...(wordsAlone ? { tabIndex: 0 } : {})}
      >
        {children}
      </div>
    </>
  );
}
