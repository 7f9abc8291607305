import { playwright } from '@vitest/browser-playwright'
import { defineConfig, mergeConfig } from 'vitest/config'
import { findChromium, launchOptions } from './scripts/chromium.mjs'
import viteConfig from './vite.config.ts'

// The engine takes 1–1.5 s to open, more while both cores are busy.
const timeouts = { testTimeout: 20_000, hookTimeout: 30_000 }

export default mergeConfig(
  viteConfig,
  defineConfig({
    test: {
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: [
              'src/**/*.test.ts',
              'scripts/**/*.test.ts',
              'tests/*.test.ts',
              'tests/contract/**/*.test.ts',
              'tests/real-data/**/*.test.ts',
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
