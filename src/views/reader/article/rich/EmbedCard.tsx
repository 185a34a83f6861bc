/** A card for what the page embedded from another site: nothing of it is loaded until its link is followed. */
import type { JSX } from 'preact';
import { ChartColumn, CirclePlay, Headphones, MessageSquare } from 'lucide';
import type { ArticleElement } from '../../../../core/article/article.ts';
import { Icon, type IconNode } from '../../../parts/controls/Icon.tsx';

const ICONS: Record<string, IconNode> = {
  video: CirclePlay,
  audio: Headphones,
  post: MessageSquare,
  chart: ChartColumn,
};

/** `node` is a `figure` with `embed`, whose link says title and site. */
export function EmbedCard({ node }: { node: ArticleElement }): JSX.Element | null {
  const link = node.children.find((child) => typeof child !== 'string' && child.tag === 'a');
  if (typeof link !== 'object' || !link.attributes?.href) return null;
  const { href, title: site } = link.attributes;
  const label = link.children.filter((child) => typeof child === 'string').join('');
  return (
    <figure class="embed">
      {/* The words come from the style sheet: text would shift the article's positions. */}
      <a href={href} target="_blank" rel="noopener noreferrer" aria-label={label}>
        <Icon of={ICONS[node.attributes?.embed ?? ''] ?? MessageSquare} />
        <span class="embed-words" data-words={label} data-site={site && site !== label ? site : ''} />
      </a>
    </figure>
  );
}
