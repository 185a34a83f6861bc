/**
 * Writes notes as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/), with keys of our own that lose
 * nothing when it comes back.
 */
import type { Shelf } from '../shelf.ts';
import type { Note } from '../records.ts';
import { directiveOf } from '../text-fragment.ts';

/** Where our keys live, so that other programs can leave them alone. */
export const NAMESPACE = 'urn:lede:';
/** The specification that a text fragment's selector names. */
const TEXT_FRAGMENTS = 'https://wicg.github.io/scroll-to-text-fragment/';

/** One `AnnotationPage` of all notes; entries (and articles, where given) under `lede:entries` and `lede:articles`. */
export function annotationPageOf(shelves: readonly Shelf[], nowMs: number): string {
  const page = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', { lede: NAMESPACE }],
    id: `${NAMESPACE}export:${nowMs}`,
    type: 'AnnotationPage',
    items: shelves.flatMap((shelf) => shelf.notes.map((note) => annotationOf(shelf, note))),
    'lede:entries': shelves.map(({ entry }) => entry),
    'lede:articles': shelves.flatMap(({ article }) => (article ? [article] : [])),
  };
  return `${JSON.stringify(page, null, 1)}\n`;
}

function annotationOf({ entry }: Shelf, note: Note): object {
  const { quote, text, tags } = note;
  const body = [
    ...(text ? [{ type: 'TextualBody', value: text, format: 'text/markdown', purpose: 'commenting' }] : []),
    ...tags.map((value) => ({ type: 'TextualBody', value, purpose: 'tagging' })),
  ];
  return {
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: text ? 'commenting' : 'highlighting',
    created: new Date(note.createdAt).toISOString(),
    modified: new Date(note.changedAt).toISOString(),
    ...(body.length ? { body } : {}),
    target: {
      source: note.url,
      'dc:title': entry.title,
      selector: [
        { type: 'TextQuoteSelector', exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
        { type: 'TextPositionSelector', start: quote.start, end: quote.start + quote.exact.length },
        { type: 'FragmentSelector', conformsTo: TEXT_FRAGMENTS, value: `:~:text=${directiveOf(quote.exact)}` },
      ],
    },
    'lede:note': note,
  };
}
