/** Writes a long regular expression over several lines. */

/**
 * Makes a regular expression from a raw template. Line breaks and the indent after them are dropped; everything else is
 * kept: a template of the two lines `^(?:one` and `|two)` is `/^(?:one|two)/`. Throws a `SyntaxError` if the source is
 * invalid.
 */
export function pattern(flags: string): (source: TemplateStringsArray) => RegExp {
  return ({ raw }) => new RegExp((raw[0] ?? '').replace(/\n\s*/g, ''), flags);
}
