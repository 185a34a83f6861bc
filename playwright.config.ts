/** End-to-end tests drive the built extension in a real Chromium and a real Firefox. */
import { defineConfig } from '@playwright/test';

process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1'; // makes the real popup and side panel ordinary pages; undocumented, hence the exact pin

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  timeout: 30_000,
  outputDir: 'test-results',
  reporter: 'list',
  projects: [
    { name: 'chromium', testMatch: '**/*.chromium.spec.ts' },
    { name: 'firefox', testMatch: '**/*.firefox.spec.ts' },
  ],
});
