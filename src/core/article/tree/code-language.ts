/** Finds the language of a block of code in the classes and attributes that highlighters set. */
import { alternatives } from '../alternatives.ts';

const NAME = /^[\w+#.-]{1,30}$/;
const ATTRIBUTES = [
  ...['data-lang', 'data-language', 'data-code-block-lang', 'data-enlighter-language', 'data-code-language', 'lang'],
];
/** `language-x`, `lang-x`, `highlight-source-x`, `brush: x`, `sourceCode x`, `highlight-x`, `hljs x`, `x hljs`. */
const IN_CLASS = [
  /(?:^|\s)(?:language|lang|highlight-source|highlight-text|brush:)[-\s:]?\s*([\w+#.-]{1,30})/i,
  /(?:^|\s)sourceCode\s+([\w+#-]{1,30})(?:\s|$)/,
  /(?:^|\s)highlight[-\s]([a-z][\w+#]{0,29})(?:\s|$)/i,
  /(?:^|\s)hljs\s+([a-z][\w+#]{0,29})(?:\s|$)/i,
  /(?:^|\s)([a-z][\w+#]{0,29})\s+hljs(?:\s|$)/i,
  /(?:^|\s)syntaxhighlighter\s+(?:\w+\s+)?([a-z]\w{1,29})(?:\s|$)/i,
];
/** Words in place of a language's name that are not names of languages. */
const NONE = new RegExp(
  `^${alternatives(
    'none plain plaintext text txt nohighlight no-highlight default auto code wrap copy fallback undefined null output',
    'highlighter-rouge linenums inline block dark light notranslate hljs',
  )}$`,
  'i',
);
/** Maximum number of elements between the `<pre>` and the ancestor on which highlighters write the language. */
const LEVELS = 8;

function inAttributes(element: Element): string | undefined {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name)?.trim();
    // `lang` is the human language but on `<code>` and `<pre>` of some highlighters
    if (value && NAME.test(value) && (name !== 'lang' || value.length > 3) && !NONE.test(value)) return value;
  }
  const brush = /brush:\s*([\w+#-]{1,30})/.exec(element.getAttribute('data-syntaxhighlighter-params') ?? '')?.[1];
  return brush && !NONE.test(brush) ? brush : undefined;
}

function inClasses(element: Element): string | undefined {
  const classes = element.getAttribute('class');
  if (!classes) return undefined;
  for (const pattern of IN_CLASS) {
    const found = pattern.exec(classes)?.[1];
    if (found && !NONE.test(found)) return found;
  }
  return undefined;
}

/** The language of a block of code, lower case, e.g. `python`; undefined if its page names none. */
export function codeLanguage(block: Element): string | undefined {
  const code = block.nodeName === 'CODE' ? null : block.querySelector('code');
  const places: (Element | null)[] = [block, code];
  let above = block.parentElement;
  for (let level = 0; level < LEVELS && above && above.querySelectorAll('pre').length <= 2; level++) {
    places.push(above);
    above = above.parentElement;
  }
  for (const read of [inAttributes, inClasses])
    for (const place of places) {
      const found = place && read(place);
      if (found) return found.toLowerCase();
    }
  return undefined;
}
