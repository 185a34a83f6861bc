/**
 * Writes notes as a W3C Web Annotation page (https://www.w3.org/TR/annotation-model/), with extra keys so that an
 * import loses nothing.
 */
import type { Shelf } from '../shelf.ts';
import type { Note } from '../records.ts';
import { directiveOf } from '../text-fragment.ts';
import type { ReadArticles } from './export.ts';
import { piecesOfList } from './pieces.ts';

/** Where our keys live, so that other programs can leave them alone. */
export const NAMESPACE = 'urn:lede:';
/** The specification that a text fragment's selector names. */
const TEXT_FRAGMENTS = 'https://wicg.github.io/scroll-to-text-fragment/';

/**
 * One `AnnotationPage` of all notes, in parts; entries under `lede:entries`, and their articles under `lede:articles`,
 * read `batch` entries at a time. Each record has a line of its own.
 */
export async function* annotationParts(
  shelves: readonly Shelf[],
  readArticles: ReadArticles,
  { nowMs, batch }: { nowMs: number; batch: number },
): AsyncGenerator<string> {
  const context = ['http://www.w3.org/ns/anno.jsonld', { lede: NAMESPACE }];
  const head = { '@context': context, id: `${NAMESPACE}export:${nowMs}`, type: 'AnnotationPage' };
  yield `${JSON.stringify(head).slice(0, -1)},\n"items":[`;
  const list = createList();
  for (const some of piecesOfList(shelves, batch)) {
    yield list(some.flatMap((shelf) => shelf.notes.map((note) => annotationOf(shelf, note))));
  }
  yield '\n],\n"lede:entries":[';
  const entries = createList();
  for (const some of piecesOfList(shelves, batch)) yield entries(some.map(({ entry }) => entry));
  yield '\n],\n"lede:articles":[';
  const articles = createList();
  for (const some of piecesOfList(shelves, batch)) {
    yield articles(await readArticles(some.map(({ entry }) => entry.id)));
  }
  yield '\n]}\n';
}

/** Writes the items of one list that come in several calls, with commas between them. */
function createList(): (items: readonly object[]) => string {
  let before = '\n';
  return (items) => {
    if (!items.length) return '';
    const text = before + items.map((item) => JSON.stringify(item)).join(',\n');
    before = ',\n';
    return text;
  };
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
