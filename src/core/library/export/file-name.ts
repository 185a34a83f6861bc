/** Makes the name of a file from a title. */

/** Longest name of a file before its ending: what every file system takes, in letters of four bytes. */
const NAME_LENGTH = 60;

/** A title as a file's name that every system takes. */
export function fileName(title: string): string {
  const plain = title
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|#^[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  const cut = [...plain]
    .slice(0, NAME_LENGTH)
    .join('')
    .replace(/[. ]+$/, '');
  return /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(cut) ? `${cut}_` : cut || 'lede';
}
