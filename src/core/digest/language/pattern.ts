/** Writes a long regular expression over several lines. */

/**
 * A regular expression from a raw template. Line ends and the indent after them are dropped, all else is kept as
 * written: a template of the two lines `^(?:one` and `|two)` is `/^(?:one|two)/`. Throws a `SyntaxError` where the
 * source is none.
 */
export function pattern(flags: string): (source: TemplateStringsArray) => RegExp {
  return ({ raw }) => new RegExp((raw[0] ?? '').replace(/\n\s*/g, ''), flags);
}
