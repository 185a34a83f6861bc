/** The names of elements: the words of classes and ids, roles, tags. */

/** Limits for class lists (characters, then names): longer ones are generated, and their start is enough. */
const LONGEST = 200;
const MOST = 12;

/** The names in a class list or id: its words, lower-cased, without numbers and single letters. */
function split(list: string): string[] {
  const words = list
    .slice(0, LONGEST)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 1 && word.length < 20);
  return words.length > MOST ? words.slice(0, MOST) : words;
}

/** Splits each list once per page. */
export class Names {
  private readonly known = new Map<string, string[]>();

  /** All names of an element: `<tag>`, `role=`, `itemprop=`, and the words of class and id. */
  of(element: Element): string[] {
    const bare = !element.hasAttributes();
    const key = bare
      ? element.nodeName
      : `${element.nodeName} ${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''} ` +
        `${element.getAttribute('role') ?? ''} ${element.getAttribute('itemprop') ?? ''}`;
    const before = this.known.get(key);
    if (before) return before;
    const names = [`<${element.nodeName.toLowerCase()}>`];
    this.known.set(key, names);
    if (bare) return names;
    const role = element.getAttribute('role');
    if (role) names.push(`role=${role.toLowerCase()}`);
    const property = element.getAttribute('itemprop');
    if (property) names.push(`itemprop=${property.toLowerCase()}`);
    const classes = element.getAttribute('class');
    if (classes) names.push(...split(classes));
    const id = element.getAttribute('id');
    if (id) names.push(...split(id));
    return names;
  }
}
