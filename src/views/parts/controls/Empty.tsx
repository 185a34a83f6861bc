/** The empty state of a view: one sentence, and what the person can do. */
import type { JSX } from 'preact';
import { Button } from './Button.tsx';
import { Icon, type IconNode } from './Icon.tsx';
import './empty.css';

/** A way on, as a button. */
export interface Action {
  name: string;
  run: () => void;
}

interface Props {
  icon?: IconNode;
  sentence: string;
  /** A second, softer sentence. */
  more?: string;
  action?: Action;
  /** Another way on. */
  also?: Action;
  /** Where the sentence answers something the person just did, a screen reader says it at once. */
  live?: boolean;
}

/** One clear sentence and at most two ways on. */
export function Empty({ icon, sentence, more, action, also, live }: Props): JSX.Element {
  return (
    <div class="empty" {...(live ? { role: 'status' as const } : {})}>
      {icon && <Icon of={icon} />}
      <p class="empty-sentence">{sentence}</p>
      {more && <p class="facts">{more}</p>}
      {action && <Button onClick={action.run}>{action.name}</Button>}
      {also && (
        <Button kind="plain" onClick={also.run}>
          {also.name}
        </Button>
      )}
    </div>
  );
}
