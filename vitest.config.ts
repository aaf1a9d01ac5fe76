import { defineConfig } from 'vitest/config';

// unit: pure tests in Node. live: asks the installed Go toolchain. e2e: the built site in a real browser.
// The groups run one after another, so that nothing disturbs what the browser tests measure.
// Astro gives the site its mounted packs; tests in Node see the built-in course alone.
const resolve = { alias: { 'virtual:packs': new URL('test/no-packs.ts', import.meta.url).pathname } };

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/oracle/**', 'test/e2e/**'],
          testTimeout: 60_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        resolve,
        test: {
          name: 'live',
          include: ['test/oracle/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        resolve,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/e2e/setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          // A busy machine is no defect of the page.
          expect: { poll: { timeout: 15_000 } },
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
