/** Tells whether a marked element is in a part of the page about other articles, people or pictures. */
import { alternatives } from '../alternatives.ts';
import { attribute, collapsed, walk } from './dom.ts';

/** Words in the classes of comments, cards, side columns and forms. */
const ELSEWHERE = new RegExp(
  String.raw`(?:^|[\s_-])${alternatives(
    String.raw`comments? commentlist disqus repl(?:y|ies) respond related\S* recommend\S* sidebar side-?bar popular`,
    'trending most-?read teasers? cards? carousel newsletter widget promo footer navbar menu login signup',
  )}(?:[\s_-]|$)`,
  'i',
);
/** Whole names of the bars at the head of a page. */
const HEAD_BAR = /(?:^|\s)(?:header|head|masthead|top|auth|navigation)(?:\s|$)/i;
const ELSEWHERE_TAG = /^(?:ASIDE|FOOTER|FORM|DIALOG|FIGURE|FIGCAPTION)$/;
const OWN = /author|byline|writer/i;
const COMMENT = /comment|reply/i;
/** Classes of elements that name whoever took a picture, and of controls that have "author" in their names. */
const PICTURE = /photo|foto|image|picture|caption|gallery/i;
const NO_NAME = /authori[sz]|contact|e-?mail|other/i;
/** How many levels up the part of the page, and the picture, of an element are searched. */
const PART_LEVELS = 12;
const PICTURE_LEVELS = 3;
/** Longest text of an `aside` that is the article's own column of byline and date, in code units. */
const LONGEST_OWN_ASIDE = 240;
/** Most text nodes read of one, and code units: white space may stand between. */
const MOST_NODES = 500;
const MOST_READ = 1000;
/** `NodeFilter.SHOW_TEXT`. */
const TEXT = 4;

/** Whether an element contains another; safe if the page names form controls like DOM methods. */
const holds = (element: Element, other: Element | undefined): boolean =>
  other !== undefined && Node.prototype.contains.call(element, other);

const namesOf = (element: Element): string => `${attribute(element, 'class')} ${attribute(element, 'id')}`;

/** Whether an element of a tag that is usually elsewhere is the article's own: a footer or column inside it. */
function isOwnPart(part: Element, heading: Element | undefined): boolean {
  if (part.tagName !== 'FOOTER' && part.tagName !== 'ASIDE') return false;
  const article: Element | null = Element.prototype.closest.call(part, 'article,main');
  if (!article || (heading && !holds(article, heading))) return false;
  if (part.tagName === 'FOOTER') return article.tagName === 'ARTICLE';
  return isShort(part);
}

/** Whether an element says little. Reads only its start: it may hold megabytes, and is asked for each mark in it. */
function isShort(element: Element): boolean {
  const walker = walk(element.ownerDocument, element, TEXT);
  let text = '';
  for (let nodes = 0; nodes < MOST_NODES && text.length < MOST_READ; nodes++) {
    const node = walker.nextNode();
    if (!node) break;
    text += node.nodeValue ?? '';
  }
  return collapsed(text, LONGEST_OWN_ASIDE + 1).length <= LONGEST_OWN_ASIDE;
}

/**
 * Whether an element stands in a part of the page that is not the article's own. Looks at most 12 levels up.
 *
 * @param heading the element of the article's title: what holds it too is the article's own
 */
export function isElsewhere(element: Element, heading: Element | undefined): boolean {
  let at: Element | null = element;
  for (let up = 0; up < PART_LEVELS && at && !/^(?:BODY|MAIN|ARTICLE)$/.test(at.tagName); up++, at = at.parentElement) {
    if (holds(at, heading)) return false;
    if (ELSEWHERE_TAG.test(at.tagName) && !isOwnPart(at, heading)) return true;
    const names = namesOf(at);
    if (HEAD_BAR.test(names)) return true;
    if (ELSEWHERE.test(names) && !(OWN.test(names) && !COMMENT.test(names)) && !isOwnPart(at, heading)) return true;
  }
  return false;
}

/** Whether an element that is marked as an author names a photographer, or is a control (`class="authorization"`). */
export function namesNoAuthor(element: Element, heading: Element | undefined): boolean {
  const own = attribute(element, 'class');
  if (PICTURE.test(own) || NO_NAME.test(own)) return true;
  let at = element.parentElement;
  for (let up = 0; up < PICTURE_LEVELS && at && !holds(at, heading); up++, at = at.parentElement) {
    const names = namesOf(at);
    if ((PICTURE.test(names) || /authori[sz]/i.test(names)) && !OWN.test(names.replace(/authori[sz]/gi, '')))
      return true;
  }
  return false;
}
