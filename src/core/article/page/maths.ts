/** Finds the source of each formula on a page: MathML, else TeX, else a picture's alternative text. */

/** Maths that a script drew for the eye alone: KaTeX, MathJax 2. */
const DRAWN =
  /(?:^|\s)(?:katex-html|MathJax|MathJax_Display|MathJax_Preview|MathJax_SVG|MathJax_CHTML|mjx-math)(?:\s|$)/;
const PREVIEW = /(?:^|\s)MathJax_Preview(?:\s|$)/;
/** Pictures of formulas: their classes, and the services that draw them. */
const PICTURE_CLASS =
  /(?:^|[\s_-])(?:tex|latex|mathtex|mimetex|mwe-math-fallback-image\S*|math-image|equation)(?:[\s_-]|$)/i;
const PICTURE_ADDRESS = new RegExp(
  String.raw`latex\.codecogs\.com|/(?:latex|mathtex|mimetex|eqn|texrender|tex2img)(?:\.php|\.cgi)?[/?]` +
    String.raw`|/(?:formula|tex)/(?:%5C|\\)|math/render/svg|chart\?[^"]*cht=tx|equation\?tex=`,
  'i',
);
/** Two commands of TeX in a picture's alternative text: it shows a formula, wherever it comes from. */
const TEX_COMMAND = /\\[a-zA-Z]{2,}/g;
const FEWEST_COMMANDS = 2;
/** The path of a picture's file, which programs write there: "C:\Users\Jane\egg.jpg", "\\server\share\egg.png". */
const FILE_PATH = /(?:^|[\s"'(])(?:[a-z]:\\|\\\\\w[\w.-]*\\)[^{}^]*$|\.(?:jpe?g|png|gif|bmp|webp|svg|tiff?|[ew]mf)\b/i;
/** Longer alternative texts are no formulas (characters). */
const LONGEST = 2000;

/** Whether an element draws a formula whose source is next to it. A drawing without a source is read as it is. */
export function isDrawnMaths(element: Element, name: string): boolean {
  if (name === 'MJX-MATH') return true;
  if (name !== 'SPAN' && name !== 'DIV' && name !== 'NOBR') return false;
  if (name === 'NOBR') return element.parentElement?.querySelector('.MJX_Assistive_MathML') !== null;
  const classes = element.getAttribute('class');
  if (!classes || !DRAWN.test(classes)) return false;
  if (PREVIEW.test(classes)) return true;
  if (classes.includes('katex-html')) return element.parentElement?.querySelector('.katex-mathml') !== null;
  return element.querySelector('.MJX_Assistive_MathML math') === null;
}

/** Whether a script has a formula's TeX that is nowhere else (MathJax 2). */
export function isTexScript(element: Element): boolean {
  if (!/^math\/tex/.test(element.getAttribute('type') ?? '')) return false;
  const drawn = element.previousElementSibling;
  return !drawn || (drawn.nodeName !== 'MATH' && drawn.querySelector('math') === null);
}

/** TeX without what only tells its size or parts it from prose. */
export function bareTex(tex: string): string {
  let bare = tex.replace(/\s+/g, ' ').trim();
  bare = bare.replace(/^\{\s*\\(?:display|text|script)style\s+(.*)\}$/, '$1').trim();
  const fenced = /^(?:\$\$(.*)\$\$|\$([^$]*)\$|\\\((.*)\\\)|\\\[(.*)\\\])$/.exec(bare);
  return (fenced ? (fenced[1] ?? fenced[2] ?? fenced[3] ?? fenced[4] ?? '') : bare).trim();
}

/** The TeX in the address of a picture that a service draws. */
function texInAddress(src: string): string {
  const query =
    /[?&](?:tex|chl|latex|eq|formula)=([^&#]+)/.exec(src)?.[1] ?? /codecogs\.com\/\w+\.\w+\?([^#]+)/.exec(src)?.[1];
  const path = query ?? /\/(?:latex|svg|png|gif|formula|tex)\/([^/?#]*(?:%5C|\\)[^?#]*)$/i.exec(src)?.[1];
  if (!path) return '';
  try {
    return decodeURIComponent(path.replace(/\+/g, ' '));
  } catch {
    return '';
  }
}

/** Whether an alternative text is TeX, and no file's path. */
function isTex(alt: string): boolean {
  return (alt.match(TEX_COMMAND)?.length ?? 0) >= FEWEST_COMMANDS && !FILE_PATH.test(alt);
}

/** Whether a picture shows a formula. */
export function isFormulaPicture(element: Element): boolean {
  const src = element.getAttribute('src') ?? '';
  if (isTex((element.getAttribute('alt') ?? '').slice(0, LONGEST))) return true;
  return PICTURE_CLASS.test(element.getAttribute('class') ?? '') || (src.length < LONGEST && PICTURE_ADDRESS.test(src));
}

/**
 * The formula that a picture shows, as TeX; '' if the same formula is beside it as MathML, undefined if only the
 * picture is available.
 */
export function formulaOf(element: Element): string | undefined {
  if (!isFormulaPicture(element)) return undefined;
  const around = element.closest('.mwe-math-element') ?? element.parentElement;
  if (around?.querySelector(':scope > math, :scope > * > math')) return '';
  const alt = element.getAttribute('alt') ?? '';
  const tex = bareTex(alt !== '' ? alt : texInAddress(element.getAttribute('src') ?? ''));
  return tex !== '' && tex.length <= LONGEST ? tex : undefined;
}

const texts = new WeakMap<Element, Text>();

/** The text node that represents a picture of a formula: the same each time, and in no document. */
export function textOfFormula(element: Element, tex: string): Text {
  const known = texts.get(element);
  if (known?.data === tex) return known;
  const made = element.ownerDocument.createTextNode(tex);
  texts.set(element, made);
  return made;
}
