import { playwright } from '@vitest/browser-playwright'
import { defineConfig, mergeConfig } from 'vitest/config'
import { findChromium, launchOptions } from './scripts/chromium.mjs'
import viteConfig from './vite.config.ts'

// The engine takes 1–1.5 s to open, more while both cores are busy.
const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 }

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      // One core is kept free unless told: half the time of the contract tests on two cores.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            // No test changes what another can see; the files of one worker share one engine.
            isolate: false,
            include: [
              'src/**/*.test.ts',
              'scripts/**/*.test.ts',
              'tests/*.test.ts',
              'tests/contract/**/*.test.ts',
              'tests/real-data/**/*.test.ts',
              'tests/suites/**/*.test.ts',
            ],
            ...timeouts,
          },
        },
        {
          extends: true,
          test: {
            name: 'browser',
            include: ['tests/browser/**/*.test.{ts,tsx}'],
            ...timeouts,
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: launchOptions(findChromium()) }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
)
