/** A formula that the article has only as TeX: rendered as MathML by temml, which is loaded for the first of them. */
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ArticleElement } from '../../../../core/article/article.ts';

/** Longer TeX is shown as it is (characters): drawing takes time that grows with it. */
const LONGEST = 4000;
/** Bounds that a hostile formula meets: macro expansions, and the largest size of a box in em. */
const MOST_EXPANSIONS = 500;
const LARGEST_EM = 50;

/** The signs that part a formula from prose where a page writes it in its text. */
const FENCE = /^(?:\$\$([^]*)\$\$|\$([^$]*)\$|\\\(([^]*)\\\)|\\\[([^]*)\\\])$/;

/** Draws a formula into an element, which stays as it is where the TeX cannot be read. */
async function draw(host: HTMLElement, tex: string, isDisplayed: boolean): Promise<void> {
  const { default: temml } = await import('temml');
  const drawn = document.createElement('span');
  temml.render(tex.replace(FENCE, '$1$2$3$4'), drawn, {
    displayMode: isDisplayed,
    throwOnError: true,
    trust: false,
    maxSize: [LARGEST_EM, LARGEST_EM],
    maxExpand: MOST_EXPANSIONS,
  });
  const shadow = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  shadow.replaceChildren(drawn);
}

/**
 * The TeX stays the element's own text, so that positions in the article's text stay valid, and is shown if it cannot
 * be drawn. The drawing is in a shadow root.
 */
export function TexFormula({ tex, displayed }: { tex: string; displayed: boolean }): JSX.Element {
  const host = useRef<HTMLElement>(null);
  useEffect(() => {
    if (host.current && tex.length <= LONGEST) void draw(host.current, tex, displayed).catch(() => undefined);
  }, [tex, displayed]);
  return (
    <span class={displayed ? 'tex tex-displayed' : 'tex'} ref={host}>
      {tex}
    </span>
  );
}

/** The TeX of a `math` element that holds nothing else; undefined for one with MathML. */
export function texOf({ children }: ArticleElement): string | undefined {
  const [only] = children;
  if (children.length !== 1 || only === undefined || typeof only === 'string' || only.tag !== 'mtext') return undefined;
  return only.children.filter((child) => typeof child === 'string').join('');
}
