/**
 * `npm run lint:extension`: runs the add-on stores' linter on the Firefox build. Every finding must be listed here with
 * the reason why it is acceptable.
 */
import { join } from 'node:path';
import webExt from 'web-ext';
import { TOP } from './ensure.mjs';

/** Accepted findings: the linter's code, the file, and the reason. */
const KNOWN = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^reading\.js$/u,
    why: '@mozilla/readability assigns innerHTML in documents that it creates; it only ever gets a clone of the page',
  },
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^assets\//u,
    why: 'preact contains dangerouslySetInnerHTML, which no file of Lede uses (tests/house.test.ts)',
  },
  {
    code: 'DANGEROUS_EVAL',
    file: /^sync\.js$/u,
    why:
      'PouchDB evaluates the filters of design documents with it; Lede passes none, and its content security ' +
      'policy blocks them',
  },
  {
    code: 'UNSUPPORTED_API',
    file: /^assets\//u,
    why: 'chrome.sidePanel is only used where it exists; Firefox gets its sidebar instead',
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
