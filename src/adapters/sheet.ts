/** Our style in a document or shadow root that is not ours: a constructed sheet, which no page policy refuses. */

/** Adopts the CSS; returns a function that removes it again. */
export function adoptSheet(root: Document | ShadowRoot, css: string): () => void {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
    };
  } catch {
    // Older Firefox does not let a content script adopt sheets into a page.
    const style = (root instanceof Document ? root : root.ownerDocument).createElement('style');
    style.dataset['lede'] = 'style';
    style.textContent = css;
    (root instanceof Document ? root.documentElement : root).append(style);
    return () => style.remove();
  }
}
