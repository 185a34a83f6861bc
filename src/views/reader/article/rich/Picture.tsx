/**
 * A picture of the article: loaded when it comes near, enlarged by a click, and told in words where it cannot be had.
 */
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ImageOff } from 'lucide';
import type { Attributes } from '../../../../core/article/article.ts';
import { Icon } from '../../../parts/controls/Icon.tsx';

/** `enlarge` is left out inside a link, where nothing can be a button. */
export function Picture({
  attributes,
  enlarge,
}: {
  attributes: Attributes;
  enlarge?: ((src: string, alt: string) => void) | undefined;
}): JSX.Element {
  const [lost, setLost] = useState(false);
  const { src = '', alt = '', width, height } = attributes;
  if (lost) {
    // The words come from the style sheet: text would shift the article's positions.
    const words = alt || src.replace(/^https?:\/\/(?:www\.)?([^/?#]*).*$/, '$1');
    return (
      <span class="picture-lost" role="img" aria-label={words} data-words={words}>
        <Icon of={ImageOff} />
      </span>
    );
  }
  const image = (
    <img
      {...{ src, alt, ...(width ? { width } : {}), ...(height ? { height } : {}) }}
      loading="lazy"
      decoding="async"
      referrerpolicy="no-referrer"
      onError={() => setLost(true)}
    />
  );
  if (!enlarge) return image;
  return (
    <button type="button" class="picture" onClick={() => enlarge(src, alt)}>
      {image}
    </button>
  );
}
