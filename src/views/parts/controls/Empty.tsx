/** What stands where there is nothing to show: one sentence, and what the person can do. */
import type { JSX } from 'preact';
import { Button } from './Button.tsx';
import { Icon, type IconNode } from './Icon.tsx';
import './empty.css';

interface Props {
  icon?: IconNode;
  sentence: string;
  /** A second, softer sentence. */
  more?: string;
  action?: { name: string; run: () => void };
  /** Where the sentence answers something the person just did, a screen reader says it at once. */
  live?: boolean;
}

/** One clear sentence and at most one action. */
export function Empty({ icon, sentence, more, action, live }: Props): JSX.Element {
  return (
    <div class="empty" {...(live ? { role: 'status' as const } : {})}>
      {icon && <Icon of={icon} />}
      <p class="empty-sentence">{sentence}</p>
      {more && <p class="facts">{more}</p>}
      {action && <Button onClick={action.run}>{action.name}</Button>}
    </div>
  );
}
