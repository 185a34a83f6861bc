/**
 * Checks the house rules: who may import whom, forbidden words, and how files are named, sized and tested. Each rule is
 * also tested with a bad sample.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { arrowFaults } from './house/arrows.ts';
import {
  barrelFaults,
  docFaults,
  folderFaults,
  lengthFaults,
  lineFaults,
  loadFaults,
  nameFaults,
  openingFaults,
  pathFaults,
  sideFaults,
  twinFaults,
  wordFaults,
} from './house/rules.ts';
import { type Source, bare, importsOf } from './house/source.ts';

const TOP = join(import.meta.dirname, '..');
/** Learned weights and lists of words are data, made by scripts in train/. */
const GENERATED = /weights\.(?:json|ts)$|\.generated\.|(?:^|\/)_locales\//u;

const DOCUMENTS = readdirSync(TOP).filter((name) => name.endsWith('.md'));

function filesIn(folder: string, ending: RegExp): Source[] {
  if (!existsSync(join(TOP, folder))) return [];
  return readdirSync(join(TOP, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => relative(TOP, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !GENERATED.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(TOP, path), 'utf8') }));
}

const code = filesIn('src', /\.tsx?$/u);
const styles = filesIn('src', /\.css$/u);
const tests = filesIn('tests', /\.tsx?$/u);
const scripts = [
  ...filesIn('dev', /\.m?[jt]s$/u),
  ...filesIn('train', /\.m?[jt]s$/u),
  ...filesIn('bench', /\.m?[jt]s$/u),
];

describe('the house rules', () => {
  it('there are files to check', () => {
    expect(code.length).toBeGreaterThan(10);
    expect(tests.length).toBeGreaterThan(10);
  });
  it('every import follows the arrows', () => expect(code.flatMap(arrowFaults)).toEqual([]));
  it('no file contains a forbidden word', () => expect(code.flatMap(wordFaults)).toEqual([]));
  it('only the reader loads pictures from the network', () => {
    const pages = filesIn('src/views', /index\.html$/u);
    expect(pages.length).toBeGreaterThan(5);
    const open = pages.filter(({ text }) => !text.includes(`content="img-src 'self' data:; media-src 'none'`));
    expect(open.map(({ path }) => path)).toEqual(['src/views/reader/index.html']);
  });
  it('no line is too long for a diff', () => {
    const configs = readdirSync(TOP).filter((name) => name.endsWith('.config.ts'));
    const read = (path: string): Source => ({ path, text: readFileSync(join(TOP, path), 'utf8') });
    const prose = DOCUMENTS.map(read).map(({ path, text }) => ({ path, text: text.replace(/^ *\|.*$/gmu, '') }));
    expect([...code, ...styles, ...tests, ...scripts, ...configs.map(read), ...prose].flatMap(lineFaults)).toEqual([]);
  });
  it('no stylesheet is long', () => expect(styles.flatMap(lengthFaults)).toEqual([]));
  it('no folder holds too many files', () =>
    expect(folderFaults([...code, ...styles].map(({ path }) => path))).toEqual([]));
  it('every name says what is in it', () =>
    expect([...code, ...styles, ...tests, ...scripts].flatMap(({ path }) => nameFaults(path))).toEqual([]));
  it('every file opens with what it is for', () =>
    expect([...code, ...scripts.filter(({ path }) => path.endsWith('.mjs'))].flatMap(openingFaults)).toEqual([]));
  it('every exported function, class and interface says what it is', () => expect(code.flatMap(docFaults)).toEqual([]));
  it('scripts import only names that exist', () =>
    expect(scripts.flatMap((script) => loadFaults(script, [...code, ...tests]))).toEqual([]));
  it('no file only re-exports', () => expect(code.flatMap(barrelFaults)).toEqual([]));
  it('style sheets use start and end, not left and right', () => expect(styles.flatMap(sideFaults)).toEqual([]));
  it('every core file has its test', () =>
    expect(
      twinFaults(
        code.filter(({ path }) => path.startsWith('src/core/')),
        tests.filter(({ path }) => /^tests\/(?:node|browser)\//u.test(path)),
      ),
    ).toEqual([]));
  it('every path that a document names exists', () => {
    const documents = DOCUMENTS.map((path) => ({ path, text: readFileSync(join(TOP, path), 'utf8') }));
    expect(documents.flatMap((one) => pathFaults(one, (path) => existsSync(join(TOP, path))))).toEqual([]);
  });
});

describe('the rules can fail', () => {
  const at = (path: string, text: string): Source => ({ path, text });

  it('tells code from comments, strings, templates and regular expressions', () => {
    expect(bare("a('window'); // window\n/* chrome */ b(`fetch ${window.x} fetch`, /console/u);")).toBe(
      "a(''); \n b(`${window.x}`, /./);",
    );
    expect(bare("<p>don't say</p>\nconst next = 1;")).toContain('const next = 1;');
    expect(bare('x = a / b / c; `a${ {b: `c`} }d`; y')).toBe('x = a / b / c; `${ {b: ``} }`; y');
  });
  it('reads every kind of import', () => {
    const text =
      `import a from 'a';\nimport type { B } from './b.ts';\nimport { type C, d } from ` +
      `'./c.ts';\nimport {\n  type E,\n} from './e.ts';\nexport { f } from './f.ts';\nimport ` +
      `'./g.css';\nawait import('./h.ts');`;
    expect(importsOf(text)).toEqual([
      { from: 'a', typesOnly: false, passedOn: false },
      { from: './b.ts', typesOnly: true, passedOn: false },
      { from: './c.ts', typesOnly: false, passedOn: false },
      { from: './e.ts', typesOnly: true, passedOn: false },
      { from: './f.ts', typesOnly: false, passedOn: true },
      { from: './g.css', typesOnly: false, passedOn: false },
      { from: './h.ts', typesOnly: false, passedOn: false },
    ]);
  });
  it.each([
    ['src/page/toolbar.ts', `import { x } from '../views/parts/x.ts';`, 'page never knows views'],
    ['src/core/article/read.ts', `import { x } from '../../adapters/browser/browser.ts';`, 'core never knows adapters'],
    ['src/adapters/browser.ts', `import { x } from '../background/main.ts';`, 'adapters never knows background'],
    ['src/messages.ts', `import { x } from './adapters/browser.ts';`, 'messages never knows adapters'],
    ['src/core/digest/digest.ts', `import { walk } from '../article/walk.ts';`, 'shapes only'],
    ['src/core/article/read.ts', `import { Readability } from '@mozilla/readability';`, 'isolate.ts'],
    ['src/background/main.ts', `import browser from 'webextension-polyfill';`, 'adapter'],
    ['src/adapters/i18n/sentences.ts', `import browser from 'webextension-polyfill';`, 'adapter'],
    ['src/page/main.ts', `import { h } from 'preact/hooks';`, 'views/'],
    ['src/page/main.ts', `import { x } from './capture';`, 'write the ending'],
    ['src/views/a/a.ts', `import { x } from '../../adapters/store/write/write.ts';`, 'only the background writes'],
    ['src/adapters/store/read/a.ts', `import type { X } from '../write/write.ts';`, 'only the background writes'],
    ['src/page/main.ts', `import { x } from '../../bench/x.ts';`, 'stands alone'],
  ])('arrows: %s %s', (path, text, part) => {
    expect(arrowFaults(at(path, text)).join()).toContain(part);
  });
  it('arrows let through what may pass', () => {
    const text =
      `import type { Article } from '../article/article.ts';\nimport { ok } from ` +
      `'../result.ts';\nimport { a } from './a.ts';`;
    expect(arrowFaults(at('src/core/digest/digest.ts', text))).toEqual([]);
  });
  it.each([
    'const now = new Date( );',
    'node.innerHTML = text;',
    'node.outerHTML = text;',
    'enum Colour { Red }',
    'const x = JSON.parse(text) as Article;',
    'const x = (await answer.json()) as Article;',
  ])('words: %s', (text) => {
    expect(wordFaults(at('src/core/x.ts', text))).toHaveLength(1);
  });
  it.each(['const day = new Date(now);', 'const html = node.outerHTML;', 'const x: unknown = JSON.parse(text);'])(
    'allowed words: %s',
    (text) => {
      expect(wordFaults(at('src/core/x.ts', text))).toEqual([]);
    },
  );
  it('long files and lines, empty names, silence and barrels', () => {
    expect(lengthFaults(at('src/x.css', 'x\n'.repeat(301)))).toHaveLength(1);
    expect(lengthFaults(at('src/x.css', 'x\n'.repeat(300)))).toEqual([]);
    expect(lineFaults(at('src/x.ts', `a\n${'x'.repeat(121)}\n`))).toHaveLength(1);
    expect(lineFaults(at('src/x.ts', `a\n${'x'.repeat(120)}\n`))).toEqual([]);
    for (const path of ['src/utils/x.ts', 'src/dom-utils.ts', 'src/x/types.ts', 'src/x/index.ts'])
      expect(nameFaults(path), path).toHaveLength(1);
    for (const path of ['src/views/parts/controls/Button.tsx', 'src/core/dom-text.ts', 'dev/browsers.d.mts'])
      expect(nameFaults(path), path).toEqual([]);
    expect(openingFaults(at('src/x.ts', 'export const a = 1;'))).toHaveLength(1);
    expect(barrelFaults(at('src/x.ts', `export { a } from './a.ts';\nexport * from './b.ts';`))).toHaveLength(1);
    expect(barrelFaults(at('src/x.ts', `export type { A } from './a.ts';\nexport const b = 1;`))).toEqual([]);
  });
  it('exports without a docstring', () => {
    expect(docFaults(at('src/x.ts', '/** Opens. */\n\nexport function a() {}'))).toHaveLength(1);
    expect(
      docFaults(at('src/x.ts', '/** Opens. */\nexport async function a() {}\nexport interface B {}')),
    ).toHaveLength(1);
    expect(docFaults(at('src/x.ts', '/** A. */\nexport class A {}\nexport const b = 1;'))).toEqual([]);
  });
  it('names that a script imports and a module lacks', () => {
    const modules = [at('src/core/a/x.ts', 'export const a = 1;\nexport async function b() {}')];
    const script = (names: string, call: string) => at('bench/x.mjs', `const { ${names} } = await ${call};`);
    expect(loadFaults(script('a, b: c', "load('a/x.ts')"), modules)).toEqual([]);
    expect(loadFaults(script('a, gone', "load('x.ts')"), modules)).toHaveLength(1);
    expect(loadFaults(script('a', "runnerImport(join(TOP, 'src/core/a/y.ts'))"), modules)).toHaveLength(1);
  });
  it('folders of more than twenty files', () => {
    const files = Array.from({ length: 21 }, (_, at) => `src/core/a/f${at}.ts`);
    expect(folderFaults(files)).toHaveLength(1);
    expect(folderFaults(files.slice(1))).toEqual([]);
  });
  it('left and right in a stylesheet', () => {
    expect(sideFaults(at('x.css', 'a { margin-left: 4px; text-align: right }\nb{ left: 0 }'))).toHaveLength(3);
    expect(sideFaults(at('x.css', 'a { margin-inline-start: 4px; /* left: 0 */ text-align: start }'))).toEqual([]);
  });
  it('a core file without its test, and a document that names a missing path', () => {
    const core = [
      at('src/core/article/walk.ts', 'export const a = () => 1;'),
      at('src/core/shape.ts', 'export type A = 1;'),
    ];
    expect(twinFaults(core, [])).toHaveLength(1);
    expect(twinFaults(core, [at('tests/node/core/article/walk.test.ts', '')])).toEqual([]);
    expect(twinFaults(core, [at('tests/node/core/walk.test.ts', '')])).toHaveLength(1);
    expect(
      twinFaults(core, [at('tests/browser/b.test.ts', `import { a } from '../../src/core/article/walk.ts';`)]),
    ).toEqual([]);
    const readme = at(
      'README.md',
      'See `src/gone.ts`, `src/here.ts`, [this](docs/gone.png) and [that](https://x.test).',
    );
    expect(pathFaults(readme, (path) => path === 'src/here.ts')).toHaveLength(2);
  });
});
