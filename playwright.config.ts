/**
 * End-to-end tests drive the built extension in a real Chromium and a real Firefox: `*.spec.ts` in both,
 * `*.chromium.spec.ts` and `*.firefox.spec.ts` in one.
 */
import { defineConfig } from '@playwright/test';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'; // makes the real popup and side panel ordinary pages; undocumented, hence the exact pin

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: process.env.LEDE_DIST || process.env.LEDE_BUILT ? [] : ['./tests/e2e/harness/build.ts'],
  workers: 1,
  retries: process.env.CI ? 1 : 0, // a machine with other work draws late; a test that fails twice is a fault, and one that needed two goes is listed as flaky
  timeout: 60_000,
  expect: { timeout: 10_000 },
  outputDir: 'test-results',
  reporter: process.env.LEDE_E2E_JSON ? [['list'], ['json', { outputFile: process.env.LEDE_E2E_JSON }]] : 'list',
  projects: [
    { name: 'chromium', testMatch: '**/*.spec.ts', testIgnore: '**/*.firefox.spec.ts' },
    { name: 'firefox', testMatch: '**/*.spec.ts', testIgnore: '**/*.chromium.spec.ts' },
  ],
});
