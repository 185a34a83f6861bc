/** The copying actions of the toolbar: the words alone, a link to them, or a quotation with its source. */
import { quotationOf } from '../../core/library/export/quotation.ts';
import { linkTo } from '../../core/library/text-fragment.ts';
import type { Capture } from '../capture.ts';
import { copyText } from './copy-text.ts';
import type { ToolbarActions } from './toolbar-buttons.ts';

/**
 * Actions on the text that `words` returns when an action runs. Calls `done` with whether the text is on the clipboard.
 */
export function copyActions(
  capture: Capture,
  words: () => string,
  done: (worked: boolean) => void,
): Pick<ToolbarActions, 'copy' | 'copyLink' | 'copyQuotation'> {
  const copy = async (text: string) => done(await copyText(text));
  return {
    copy: () => void copy(words()),
    copyLink: () => void copy(linkTo(location.href, words())),
    copyQuotation: () => void quotation(capture, words()).then(copy),
  };
}

/** Words of the page as a quotation; where no article is found, with the page's title as their source. */
async function quotation(capture: Capture, exact: string): Promise<string> {
  await capture.ready();
  const read = capture.read(false);
  const source = read.ok ? read.value.article : { title: document.title };
  return quotationOf({ quote: { exact } }, source, linkTo(location.href, exact));
}
