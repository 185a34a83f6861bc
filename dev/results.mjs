/** Adds up the reports of the test runners for the closing line. */
import { existsSync, readFileSync } from 'node:fs';

/** Counts from Vitest's JSON report. A suite that did not load counts as one failure, and so does a missing report. */
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

/** Counts from Playwright's JSON report. Flaky tests count as passed, errors outside tests as failures. */
export function playwrightCounts(file) {
  const report = readReport(file);
  if (!report) return { passed: 0, failed: 1, skipped: 0 };
  const { expected, flaky, unexpected, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

/**
 * Lines from Vitest's JSON report: one for each test that failed or only passed at a second go, with the first line of
 * its error.
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

/** The same lines from Playwright's JSON report. */
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

/** One line on a test, without the colour codes that runners put into their messages. */
function line(passed, name, why = '') {
  // eslint-disable-next-line no-control-regex
  const [first] = why.replace(/\u001b\[[0-9;]*m/g, '').split('\n');
  return `${passed ? 'needed a second go' : 'failed'}: ${name}${first ? ` — ${first}` : ''}`;
}

/** The closing line that CI reads. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}

/** Prints the tests that failed or needed a second go, the number of skipped tests, and the closing line last. */
export function close({ told, ...counts }) {
  for (const one of told) console.log(one);
  if (counts.skipped > 0) console.log(`${counts.skipped} skipped; see above for what they need.`);
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
