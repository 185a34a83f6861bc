/** The keys of popup and panel: they do what the buttons in view do. */
import type { KeyLine } from '../parts/keys.ts';

type Root = () => HTMLElement | null;

/** Moves to the next or previous row of the visible list; stops at its ends. */
function step(root: HTMLElement, by: 1 | -1): boolean {
  const rows = [...root.querySelectorAll<HTMLElement>('.tab-panel [data-row], .notes [data-row]')];
  const at = rows.findIndex(
    (row) => row === document.activeElement || row.closest('[data-box]')?.contains(document.activeElement),
  );
  const next = at < 0 ? (rows.find((row) => row.tabIndex === 0) ?? rows[0]) : rows[at + by];
  next?.focus();
  return rows.length > 0;
}

/** Presses the button for an act of the row in focus; a row without one leaves the key alone. */
function act(name: string): boolean {
  const button = document.activeElement?.closest('[data-box]')?.querySelector<HTMLElement>(`[data-act="${name}"]`);
  button?.click();
  return button !== undefined && button !== null;
}

/** The table. Left to the elements themselves: Enter on buttons and in the tree, arrows in tabs and tree. */
export function glanceKeys(root: Root, { openSheet }: { openSheet: () => void }): KeyLine[] {
  const within = (run: (element: HTMLElement) => boolean) => () => {
    const element = root();
    return element !== null && run(element);
  };
  return [
    { keys: ['j', 'ArrowDown'], says: 'glance_key_next', run: within((element) => step(element, 1)) },
    { keys: ['k', 'ArrowUp'], says: 'glance_key_previous', run: within((element) => step(element, -1)) },
    { keys: ['Enter'], says: 'glance_key_go' },
    { keys: ['ArrowRight', 'ArrowLeft'], says: 'glance_key_open' },
    { keys: ['h'], says: 'glance_key_highlight', run: () => act('highlight') },
    { keys: ['e'], says: 'glance_key_edit', run: () => act('edit') },
    { keys: ['Delete'], says: 'glance_key_delete', run: () => act('delete') },
    { keys: ['Alt+Shift+↓', 'Alt+Shift+↑'], says: 'glance_key_page_walk' },
    { keys: ['Alt+Shift+⏎'], says: 'glance_key_page_open' },
    {
      keys: ['/'],
      says: 'glance_key_search',
      run: within((element) => {
        const field = element.querySelector<HTMLInputElement>('[data-search]');
        field?.focus();
        field?.select();
        return field !== null;
      }),
    },
    {
      keys: ['?'],
      says: 'glance_key_sheet',
      run: () => {
        openSheet();
        return true;
      },
    },
  ];
}
