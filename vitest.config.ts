/** Two projects: `core` in node (pure logic) and `browser` in a real Chromium (whatever needs a document). */
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { CHROMIUM_ARGS, findBrowser } from './dev/browsers.mjs';

const executablePath = findBrowser('chromium');

export default defineConfig({
  cacheDir: '.cache/vite',
  resolve: { alias: { 'webextension-polyfill': new URL('tests/fakes/browser.ts', import.meta.url).pathname } },
  optimizeDeps: {
    include: [
      'preact',
      'preact/hooks',
      'preact/jsx-dev-runtime',
      'preact/jsx-runtime',
      '@testing-library/preact',
      'fast-check',
      'dexie',
      'axe-core',
      '@mozilla/readability',
      'valibot',
      'minisearch',
      'approx-string-match',
      'fflate',
      'papaparse',
      'lucide',
      'temml',
    ],
  },
  test: {
    // Properties are tried on hundreds of made-up cases: on a busy machine that takes longer than five seconds.
    testTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
    // As in playwright.config.ts: what passes on the second attempt only is listed at the end.
    retry: process.env.CI ? 1 : 0,
    projects: [
      {
        extends: true,
        test: { name: 'node', environment: 'node', include: ['tests/*.test.ts', 'tests/node/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/patience.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath ? { executablePath } : {}), args: [...CHROMIUM_ARGS] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
