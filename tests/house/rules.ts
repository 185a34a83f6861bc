/** The rules on what a file may say and how it is named and sized. Every sentence says what to do instead. */
import { type Source, bare, importsOf, lineAt } from './source.ts';

/** Lines a stylesheet may have; oxlint bounds the scripts. */
const STYLE_LINES = 300;

/** Characters a line may have, in code, comments and strings alike, so that a diff can be read. */
export const LINE_CHARS = 120;

interface Ban {
  pattern: RegExp;
  instead: string;
}

/** What core never does; oxlint keeps it from the globals of browsers and pages. */
const OUTSIDE_CORE: Ban[] = [
  { pattern: /\bnew Date\(\s*\)/gu, instead: 'core has no clock: take `now` (ms) as an argument' },
];
/** What no file of src does. */
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
/** Words that say nothing of what is in a file. */
const EMPTY_WORDS = /(?:^|[-/.])(?:utils?|helpers?|common|shared|misc|managers?|types?|constants?|index)(?=[-/.]|$)/iu;

function bans({ path, text }: Source, list: Ban[], code = bare(text)): string[] {
  return list.flatMap(({ pattern, instead }) =>
    [...code.matchAll(pattern)].map(
      (hit) => `${path}:${lineAt(code, hit.index)} says \`${hit[0].trim()}\`: ${instead}.`,
    ),
  );
}

/** What is wrong with the words of one file of src. */
export function wordFaults(source: Source): string[] {
  const faults = bans(source, NOWHERE);
  if (source.path.startsWith('src/core/')) faults.push(...bans(source, OUTSIDE_CORE));
  return [...new Set(faults)];
}

/** What is wrong with the length of a stylesheet. */
export function lengthFaults({ path, text }: Source): string[] {
  const lines = text.trimEnd().split('\n').length;
  return lines > STYLE_LINES
    ? [`${path} has ${lines} lines, more than ${STYLE_LINES}: give the second idea in it a file of its own.`]
    : [];
}

/** What is wrong with the name of a file; oxlint keeps kebab-case and PascalCase. */
export function nameFaults(path: string): string[] {
  return EMPTY_WORDS.test(path) && !/\/index\.html$/u.test(path)
    ? [`${path}: the name does not say what is in it. Name the one idea in it.`]
    : [];
}

/** What is wrong with how a file opens: one sentence on what it is for. */
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

/** A file that only passes on what others export. `core/lede-core.ts` is the face of a build, and the one exception. */
export function barrelFaults({ path, text }: Source): string[] {
  const passing = importsOf(text).filter((one) => one.passedOn);
  const own = /^export\s+(?:async\s+)?(?:function|const|class|interface|type\s+\w+\s*=|default)/mu.test(text);
  return passing.length > 0 && !own && path !== 'src/core/lede-core.ts'
    ? [`${path} only passes on what others export: import from the file that has it.`]
    : [];
}

/** Sides of the screen in a stylesheet, where a right-to-left reader needs starts and ends. */
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
 * Core files whose test is missing: the file of the same path under `tests/node` or `tests/browser`, or any test that
 * imports them. Files of shapes and data alone need none.
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

/** Files a folder may hold before it is parted. */
export const FOLDER_FILES = 20;

/** Folders of src with more files than one can look over. */
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

/** Names that a script takes out of a module (`const { a } = await load('x.ts')`), and how the module's path ends. */
function loaded(text: string): { names: string[]; end: string }[] {
  return [...text.matchAll(/\{([^{}]*)\}\s*=\s*\(?await\s+(?:load|runnerImport)\(([^;]*?\.ts)'/gu)].map(
    ([, names = '', call = '']) => ({
      names: names.split(',').flatMap((name) => /^\s*(\w+)/u.exec(name)?.[1] ?? []),
      end: call.slice(call.lastIndexOf("'") + 1).replace(/^(?:\.\.?\/)+/u, ''),
    }),
  );
}

/** Names that a script loads from a module that does not have them: types do not see it, and the script fails late. */
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
