/** Reads a source file for the house rules: its code without comments and strings, and its imports. */

/** A file of the project, path relative to its top with `/`. */
export interface Source {
  path: string;
  text: string;
}

/** One import or re-export. */
export interface Import {
  from: string;
  /** True for an import of types only. */
  typesOnly: boolean;
  /** True for `export … from`. */
  passedOn: boolean;
}

/** Characters after which a `/` begins a regular expression, not a division. */
const BEFORE_REGEX = /[(,=:[!&|?{};+\-*%<>~^]\s*$|\b(?:return|typeof|case|in|of|do|else)\s*$|^\s*$/u;

/**
 * The code without comments and without the content of strings, templates and regular expressions. Line numbers stay
 * the same.
 */
export function bare(text: string): string {
  let out = '';
  let at = 0;
  /** Depths of `{` at which a template literal continues. */
  const templates: number[] = [];
  let depth = 0;
  const blank = (piece: string) => piece.replace(/[^\n]/gu, '');
  const template = () => {
    const from = at;
    for (; at < text.length; at++) {
      if (text[at] === '\\') at++;
      else if (text[at] === '`') {
        out += `${blank(text.slice(from, at))}\``;
        at++;
        return;
      } else if (text[at] === '$' && text[at + 1] === '{') {
        out += `${blank(text.slice(from, at))}\${`;
        at += 2;
        templates.push(depth++);
        return;
      }
    }
  };
  while (at < text.length) {
    const here = text[at] ?? '';
    const next = text[at + 1];
    if (here === '/' && next === '/') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (here === '/' && next === '*') {
      const end = text.indexOf('*/', at + 2);
      out += blank(text.slice(at, end < 0 ? text.length : end));
      at = end < 0 ? text.length : end + 2;
    } else if (here === "'" || here === '"') {
      const closed = new RegExp(String.raw`^${here}(?:\\.|[^\\\n${here}])*${here}`, 'u').exec(text.slice(at))?.[0];
      out += closed ? here + here : here; // an apostrophe in JSX text closes nothing
      at += closed?.length ?? 1;
    } else if (here === '`') {
      out += here;
      at++;
      template();
    } else if (here === '/' && BEFORE_REGEX.test(out.slice(-20))) {
      const regex = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/u.exec(text.slice(at))?.[0];
      out += regex ? '/./' : here;
      at += regex?.length ?? 1;
    } else {
      if (here === '{') depth++;
      if (here === '}') depth--;
      out += here;
      at++;
      if (here === '}' && templates.at(-1) === depth) {
        templates.pop();
        template();
      }
    }
  }
  return out;
}

/** All imports and re-exports, `import('…')` too, in order. */
export function importsOf(text: string): Import[] {
  const found: Import[] = [];
  const statement =
    /^\s*(import|export)\b(\s+type\b)?([^'"`;()]*?)\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gmu;
  for (const [, verb, type, names = '', from, bareFrom] of text.matchAll(statement)) {
    const listed = /\{([^}]*)\}/u.exec(names)?.[1];
    const others = names
      .replace(/\{[^}]*\}/u, '')
      .replaceAll(',', '')
      .trim();
    const allTypes =
      listed !== undefined &&
      others === '' &&
      listed
        .split(',')
        .map((name) => name.trim())
        .filter(Boolean)
        .every((name) => name.startsWith('type '));
    found.push({
      from: from ?? bareFrom ?? '',
      typesOnly: type !== undefined || allTypes,
      passedOn: verb === 'export',
    });
  }
  for (const [, from = ''] of text.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu)) {
    found.push({ from, typesOnly: false, passedOn: false });
  }
  return found;
}

/** The line number, from 1, of an index in the text. */
export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}
