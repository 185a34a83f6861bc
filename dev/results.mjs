/** Adds up what the test runners wrote down, for the plain closing line. */
import { existsSync, readFileSync } from 'node:fs';

/** Vitest's JSON report → counts. A suite that did not load counts as one failure; a missing report too. */
export function vitestCounts(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Playwright's JSON report → counts. Flaky ones passed in the end; errors outside tests count as failures. */
export function playwrightCounts(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * Vitest's JSON report → a line for each test that failed, with the first line of why, and for each that passed at a
 * second go.
 */
export function vitestTold(file) {
  const told = [];
  for (const one of readReport(file)?.testResults ?? []) {
    const name = one.name.split('/tests/').at(-1);
    if (one.status === 'failed' && one.assertionResults.length === 0) told.push(line(false, name, one.message));
    for (const { status, fullName, failureMessages } of one.assertionResults) {
      if (status === 'failed' || failureMessages?.length > 0)
        told.push(line(status !== 'failed', `${name} › ${fullName}`, failureMessages?.[0]));
    }
  }
  return told;
}

/** Playwright's JSON report → the same lines. */
export function playwrightTold(file) {
  const report = readReport(file);
  const errors = (report?.errors ?? []).map((error) => line(false, 'outside any test', error.message));
  const walk = (suite) => [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests
        .filter(({ status }) => status === 'flaky' || status === 'unexpected')
        .map(({ status, projectName, results }) =>
          line(status === 'flaky', `${projectName} › ${spec.file}:${spec.line} › ${spec.title}`, whyOf(results)),
        ),
    ),
    ...(suite.suites ?? []).flatMap(walk),
  ];
  return [...errors, ...(report?.suites ?? []).flatMap(walk)];
}

const whyOf = (results) => results.find(({ error }) => error)?.error.message;

/** Without the colours that runners put into their messages. */
function line(passed, name, why = '') {
  // eslint-disable-next-line no-control-regex
  const [first] = why.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
  return `${passed ? 'needed a second go' : 'failed'}: ${name}${first ? ` — ${first}` : ''}`;
}

/** The closing line that CI reads. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Prints what failed and what needed a second go, how many were skipped, and the closing line last. */
export function close({ told, ...counts }) {
  for (const one of told) console.log(one);
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped: they say above what they need.`);
  console.log(closingLine(counts));
}

/** Sums of several counts. */
export function sum(all) {
  return all.reduce(
    (one, other) => ({
      passed: one.passed + other.passed,
      failed: one.failed + other.failed,
      skipped: one.skipped + other.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

function readReport(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
