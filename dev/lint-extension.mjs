/**
 * `npm run lint:extension`: the add-on stores' linter on the Firefox build; every finding must be known, with the
 * reason why it may stand.
 */
import { join } from 'node:path';
import webExt from 'web-ext';
import { TOP } from './ensure.mjs';

/** Findings that stay: the linter's code and the file it is in. */
const KNOWN = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^reading\.js$/u,
    why: '@mozilla/readability assigns innerHTML in documents of its own making; we only ever give it a clone',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\//u,
    why: 'preact carries dangerouslySetInnerHTML, which no file of ours uses (tests/house.test.ts)',
  },
  {
    code: 'DANGEROUS_EVAL',
    file: /^sync\.js$/u,
    why:
      'PouchDB evaluates the filters of design documents with it; Lede hands it none, and its policy ' +
      'forbids them to run',
  },
  {
    code: 'UNSUPPORTED_API',
    file: /^assets\//u,
    why: 'chrome.sidePanel is asked for before it is used; Firefox gets its sidebar instead',
  },
];

const result = await webExt.cmd.lint(
  { sourceDir: join(TOP, 'dist/firefox'), artifactsDir: join(TOP, '.cache'), output: 'none', warningsAsErrors: false },
  { shouldExitProgram: false },
);
const findings = [...result.errors, ...result.warnings];
const unknown = findings.filter(
  ({ code, file }) => !KNOWN.some((one) => one.code === code && one.file.test(file ?? '')),
);
for (const { _type, code, file, line, message } of unknown) {
  console.log(`${_type} ${code} in ${file ?? 'the manifest'}${line ? `:${line}` : ''}: ${message}`);
}
console.log(`web-ext lint: ${findings.length} findings, ${unknown.length} of them unknown.`);
process.exit(unknown.length > 0 ? 1 : 0);
