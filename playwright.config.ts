/**
 * End-to-end tests drive the built extension in a real Chromium and a real Firefox: `*.spec.ts` in both,
 * `*.chromium.spec.ts` and `*.firefox.spec.ts` in one.
 */
import { defineConfig } from '@playwright/test';

// Makes the real popup and side panel ordinary pages. It is undocumented: hence the exact pin of Playwright.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: process.env.LEDE_DIST || process.env.LEDE_BUILT ? [] : ['./tests/e2e/harness/build.ts'],
  workers: 1,
  // A machine with other work draws late. A test that fails twice is a fault; one that passes on the second attempt is
  // listed as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: process.env.LEDE_E2E_JSON ? [['list'], ['json', { outputFile: process.env.LEDE_E2E_JSON }]] : 'list',
  projects: [
    { name: 'chromium', testMatch: '**/*.spec.ts', testIgnore: '**/*.firefox.spec.ts' },
    { name: 'firefox', testMatch: '**/*.spec.ts', testIgnore: '**/*.chromium.spec.ts' },
  ],
});
