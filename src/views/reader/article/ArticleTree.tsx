/** Renders an article's tree as elements: only what the tree names can appear. */
import { Fragment, type JSX, h } from 'preact';
import { t } from '../../../adapters/i18n/sentences.ts';
import type { ArticleElement, ArticleNode, Attributes, Tag } from '../../../core/article/article.ts';
import { CodeBlock } from './rich/CodeBlock.tsx';
import { EmbedCard } from './rich/EmbedCard.tsx';
import { RemovalMarkBefore } from './RemovalMark.tsx';
import { askedHost } from './picture-policy.ts';
import { Picture } from './rich/Picture.tsx';
import { texOf, TexFormula } from './rich/TexFormula.tsx';

/** What a click in the article may ask of the reader. */
export interface ArticleActions {
  /** An image was chosen to be seen large. */
  enlarge(src: string, alt: string): void;
  /** A link into the article itself (a footnote); returns false where there is nothing to show. */
  inside(id: string, link: HTMLElement): boolean;
}

const VOID: ReadonlySet<Tag> = new Set<Tag>(['img', 'br', 'hr']);

function plain(attributes: Attributes | undefined): Record<string, unknown> {
  if (!attributes) return {};
  const { id, display, language, role, embed: _, ...rest } = attributes;
  return {
    ...rest,
    ...(id ? { id: `a-${id}` } : {}), // an article's ids must not meet ours
    ...(display ? { display } : {}),
    ...(role ? { class: role === 'post' ? 'post-head post-begins' : 'post-head' } : {}),
    ...(language ? { 'data-language': language } : {}),
  };
}

interface Props {
  node: ArticleElement;
  actions: ArticleActions;
  /** Whether pictures, films and sounds may be loaded from other servers (`picture-policy.ts`). */
  loads: boolean;
  /** Inside a link, where nothing can be a button. */
  linked?: boolean;
}

function Link({ node, actions, loads }: Props): JSX.Element {
  const href = node.attributes?.href ?? '';
  const { href: _, ...rest } = node.attributes ?? {};
  const children = <Children of={node} actions={actions} loads={loads} linked />;
  if (!href.startsWith('#')) {
    return (
      <a {...plain(rest)} href={href} target="_blank" rel="noopener noreferrer">
        {children}
      </a>
    );
  }
  return (
    <a
      {...plain(rest)}
      href={`#a-${href.slice(1)}`}
      onClick={(event) => {
        if (actions.inside(href.slice(1), event.currentTarget)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}

/**
 * Stands for a picture that was not asked for. Its words come from the style sheet: text would shift the article's
 * positions.
 */
function Held({ node }: { node: ArticleElement }): JSX.Element {
  const words = node.attributes?.alt || t('reader_image');
  return <span class="held-picture" role="img" aria-label={words} data-words={words} />;
}

function Element({ node, actions, loads, linked = false }: Props): JSX.Element {
  const block = node.block === undefined ? {} : { 'data-block': node.block };
  if (node.tag === 'a') return <Link node={node} actions={actions} loads={loads} />;
  if (!loads && askedHost(node.attributes?.src) !== null) return <Held node={node} />;
  if (node.tag === 'img') {
    const enlarge = linked ? undefined : (src: string, alt: string) => actions.enlarge(src, alt);
    return <Picture attributes={node.attributes ?? {}} enlarge={enlarge} />;
  }
  if (node.tag === 'figure' && node.attributes?.embed) return <EmbedCard node={node} />;
  const tex = node.tag === 'math' ? texOf(node) : undefined;
  if (tex !== undefined) return <TexFormula tex={tex} displayed={node.attributes?.display === 'block'} />;
  if (VOID.has(node.tag)) return h(node.tag, {});
  const children = <Children of={node} actions={actions} loads={loads} linked={linked} />;
  if (node.tag === 'table') {
    return (
      <div class="table-scroll" tabIndex={0} role="group">
        <table {...plain(node.attributes)} {...block}>
          {children}
        </table>
      </div>
    );
  }
  if (node.tag === 'video' || node.tag === 'audio') {
    return h(node.tag, { ...plain(node.attributes), controls: true, preload: 'none' }, children);
  }
  if (node.tag === 'pre') {
    return <CodeBlock attributes={{ ...plain(node.attributes), ...block }}>{children}</CodeBlock>;
  }
  return h(node.tag, { ...plain(node.attributes), ...block }, children);
}

function Children({
  of,
  actions,
  loads,
  linked = false,
}: {
  of: ArticleElement;
  actions: ArticleActions;
  loads: boolean;
  linked?: boolean;
}): JSX.Element {
  return (
    <>
      {of.children.map((child: ArticleNode, index) =>
        typeof child === 'string' ? (
          child
        ) : (
          <Fragment key={index}>
            <RemovalMarkBefore node={child} inList={of.tag === 'ul' || of.tag === 'ol'} />
            <Element node={child} actions={actions} loads={loads} linked={linked} />
          </Fragment>
        ),
      )}
    </>
  );
}

interface TreeProps {
  tree: ArticleElement;
  actions: ArticleActions;
  loads: boolean;
}

/** The article's body. Blocks carry `data-block`, their index in `Article.blocks`. */
export function ArticleTree({ tree, actions, loads }: TreeProps): JSX.Element {
  return <Children of={tree} actions={actions} loads={loads} />;
}
