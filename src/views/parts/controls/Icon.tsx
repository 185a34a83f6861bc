/** Draws an icon of Lucide's set from its node data. */
import { type JSX, h } from 'preact';
import './icon.css';

/** What the lucide package exports for one icon. */
export type IconNode = [tag: string, attributes: Record<string, string | number | undefined>][];

/** 1.5 px at 16 px, in the units of the 24 × 24 grid the icons are drawn on. */
const STROKE = 2.25;

/**
 * An icon, 16 px. Without a name screen readers skip it (its button has the words); `mirror` flips it in right-to-left
 * layouts.
 */
export function Icon({ of, name, mirror }: { of: IconNode; name?: string; mirror?: boolean }): JSX.Element {
  const named = name ? { role: 'img' as const, 'aria-label': name } : { 'aria-hidden': true };
  return (
    <svg
      class={mirror ? 'icon icon-mirror' : 'icon'}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width={STROKE}
      stroke-linecap="round"
      stroke-linejoin="round"
      {...named}
    >
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
