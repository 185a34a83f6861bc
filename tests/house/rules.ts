/** The rules on the content, names and sizes of files. Every message says what to do instead. */
import { type Source, bare, importsOf, lineAt } from './source.ts';

/** Maximum number of lines of a style sheet; oxlint limits scripts. */
const STYLE_LINES = 300;

/** Maximum length of a line of code, comments and strings, so that diffs are readable. */
export const LINE_CHARS = 120;

interface Ban {
  pattern: RegExp;
  instead: string;
}

/** What core must not do; oxlint forbids globals of browsers and pages there. */
const OUTSIDE_CORE: Ban[] = [
  { pattern: /\bnew Date\(\s*\)/gu, instead: 'core has no clock: take `now` (ms) as an argument' },
];
/** What no file of src may do. */
const NOWHERE: Ban[] = [
  {
    pattern: /\binnerHTML\b|\bouterHTML\s*=(?!=)|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b/gu,
    instead: 'an article is a tree: render it as JSX, or build nodes with createElement and textContent',
  },
  {
    pattern: /(?<![.\w])(?:const\s+)?enum\s+[A-Za-z_]/gu,
    instead: 'use a union of strings, or an `as const` object',
  },
  {
    pattern: /\bJSON\.parse\([^;\n]*\)\s*\)?\s*as\s+(?!unknown|const)|\.json\(\)\)?\s*as\s+(?!unknown)/gu,
    instead: 'data from outside is parsed (valibot), not believed',
  },
];
/** File names that say nothing about the content. */
const EMPTY_WORDS = /(?:^|[-/.])(?:utils?|helpers?|common|shared|misc|managers?|types?|constants?|index)(?=[-/.]|$)/iu;

function bans({ path, text }: Source, list: Ban[], code = bare(text)): string[] {
  return list.flatMap(({ pattern, instead }) =>
    [...code.matchAll(pattern)].map(
      (hit) => `${path}:${lineAt(code, hit.index)} says \`${hit[0].trim()}\`: ${instead}.`,
    ),
  );
}

/** The forbidden words in one file of src. */
export function wordFaults(source: Source): string[] {
  const faults = bans(source, NOWHERE);
  if (source.path.startsWith('src/core/')) faults.push(...bans(source, OUTSIDE_CORE));
  return [...new Set(faults)];
}

/** The fault of a style sheet that is too long. */
export function lengthFaults({ path, text }: Source): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > STYLE_LINES
    ? [`${path} has ${lines} lines, more than ${STYLE_LINES}: give the second idea in it a file of its own.`]
    : [];
}

/** The faults of a file's name; oxlint checks kebab-case and PascalCase. */
export function nameFaults(path: string): string[] {
  return EMPTY_WORDS.test(path) && !/\/index\.html$/u.test(path)
    ? [`${path}: the name does not say what is in it. Name the one idea in it.`]
    : [];
}

/** The fault of a file without an opening sentence on its purpose. */
export function openingFaults({ path, text }: Source): string[] {
  return /^(?:#![^\n]*\n)?\/\*\*\s*\S/u.test(text)
    ? []
    : [`${path} opens without a word: begin with \`/** One sentence on what it is for. */\`.`];
}

/** Exported functions, classes and interfaces without a docstring. */
export function docFaults({ path, text }: Source): string[] {
  const exported = /^(?<doc>.*\n)?export (?:async )?(?:function\*?|class|interface) (?<name>\w+)/gmu;
  return [...text.matchAll(exported)]
    .filter((hit) => !/(?:\*\/|^\/\/ .*)\s*$/u.test(hit.groups?.['doc'] ?? ''))
    .map((hit) => `${path} exports ${hit.groups?.['name']} without a docstring: say what a caller needs to know.`);
}

/** Lines that are too long for a diff. Prettier breaks code; strings, patterns and comments are broken by hand. */
export function lineFaults({ path, text }: Source): string[] {
  return text
    .split('\n')
    .flatMap((line, at) =>
      line.length > LINE_CHARS
        ? [`${path}:${at + 1} is ${line.length} characters long: break it at ${LINE_CHARS}.`]
        : [],
    );
}

/** The fault of a file that only re-exports. `core/lede-core.ts`, the entry of a build, is the only exception. */
export function barrelFaults({ path, text }: Source): string[] {
  const passing = importsOf(text).filter((one) => one.passedOn);
  const own = /^export\s+(?:async\s+)?(?:function|const|class|interface|type\s+\w+\s*=|default)/mu.test(text);
  return passing.length > 0 && !own && path !== 'src/core/lede-core.ts'
    ? [`${path} only passes on what others export: import from the file that has it.`]
    : [];
}

/** Left and right in a style sheet, where right-to-left layouts need start and end. */
export function sideFaults({ path, text }: Source): string[] {
  const css = text.replace(/\/\*[\s\S]*?\*\//gu, (comment) => comment.replace(/[^\n]/gu, ''));
  const physical = new RegExp(
    String.raw`(?<=[{;]\s*)(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)[\w-]*|(?:left` +
      String.raw`|right)\s*(?=:)|(?:text-align|float|clear)\s*:\s*(?:left|right)|border-(?:top` +
      String.raw`|bottom)-(?:left|right)-radius)`,
    'gu',
  );
  return [...css.matchAll(physical)].map(
    (hit) =>
      `${path}:${lineAt(css, hit.index)} says \`${hit[0].trim()}\`: use the logical property (inline-start, ` +
      'block-end), so that right-to-left comes free.',
  );
}

/**
 * Core files without a test, which is a file of the same path under `tests/node` or `tests/browser`, or any test that
 * imports them. Files with only types and data need none.
 */
export function twinFaults(core: Source[], tests: Source[]): string[] {
  const twins = new Set(
    tests.map(({ path }) => path.replace(/^tests\/(?:node|browser)\//u, '').replace(/\.test\.tsx?$/u, '')),
  );
  return core
    .filter(({ path, text }) => {
      if (!/\bfunction\b|=>|\bclass\b/u.test(bare(text)) || path === 'src/core/lede-core.ts') return false;
      const place = path.replace(/^src\//u, '').replace(/\.tsx?$/u, '');
      // `export/csv.ts` is a part of `export/export.ts`, and tested with it.
      const whole = place.replace(/([^/]+)\/[^/]+$/u, '$1/$1');
      if (twins.has(place) || twins.has(whole)) return false;
      return !tests.some(({ text: test }) => importsOf(test).some((one) => one.from.endsWith(path)));
    })
    .map(
      ({ path }) =>
        `${path} has no test: write ${path.replace('src/', 'tests/node/').replace('.ts', '.test.ts')} (or ` +
        'under tests/browser where it needs a document).',
    );
}

/** Maximum number of files in a folder. */
export const FOLDER_FILES = 20;

/** Folders of src with too many files. */
export function folderFaults(paths: string[]): string[] {
  const counts = new Map<string, number>();
  for (const path of paths) {
    const folder = path.slice(0, path.lastIndexOf('/'));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, files]) => files > FOLDER_FILES)
    .map(
      ([folder, files]) =>
        `${folder} holds ${files} files, more than ${FOLDER_FILES}: part it by the questions its files answer.`,
    );
}

/** Paths of this project that a document names, in backticks or as a link's target. */
export function pathsNamed(text: string): string[] {
  const named = [
    ...text.matchAll(/`((?:src|tests|bench|dev|train|store|public|docs|\.ci|\.github)\/[\w./*<>-]*)`/gu),
    ...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)[^)]*\)/gu),
  ];
  return named.map(([, path = '']) => path).filter((path) => !/[*<>]/u.test(path));
}

/** Paths a document names that do not exist. */
export function pathFaults({ path, text }: Source, exists: (path: string) => boolean): string[] {
  return pathsNamed(text)
    .filter((one) => !exists(one))
    .map((one) => `${path} names ${one}, which does not exist: name what is there now.`);
}

/** Names that a script imports from a module (`const { a } = await load('x.ts')`), and the end of the module's path. */
function loaded(text: string): { names: string[]; end: string }[] {
  return [...text.matchAll(/\{([^{}]*)\}\s*=\s*\(?await\s+(?:load|runnerImport)\(([^;]*?\.ts)'/gu)].map(
    ([, names = '', call = '']) => ({
      names: names.split(',').flatMap((name) => /^\s*(\w+)/u.exec(name)?.[1] ?? []),
      end: call.slice(call.lastIndexOf("'") + 1).replace(/^(?:\.\.?\/)+/u, ''),
    }),
  );
}

/**
 * Names that a script imports from a module without them. The type checker does not see this, and the script fails
 * late.
 */
export function loadFaults(script: Source, modules: Source[]): string[] {
  return loaded(script.text).flatMap(({ names, end }) => {
    if (end.endsWith('weights.ts')) return []; // written by the script itself
    const found = modules.filter(({ path }) => `/${path}`.endsWith(`/${end}`));
    const exports = (name: string) =>
      name === 'module' ||
      found.some(({ text }) => new RegExp(String.raw`^export\s+(?:async\s+)?[\w*]+\s+${name}\b`, 'mu').test(text));
    return names.filter((name) => !exports(name)).map((name) => `${script.path} loads ${name}, which ${end} lacks.`);
  });
}
