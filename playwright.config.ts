import { defineConfig } from '@playwright/test'
import process from 'node:process'
import { findChromium, launchOptions } from './scripts/chromium.mjs'

// The workers load this file too: the first process chooses the port, the others inherit it.
const port = (process.env['E2E_PORT'] ??= String(20_000 + (process.pid % 20_000)))

const { args, ...launch } = launchOptions(findChromium())
/** Nothing tested here needs a drawing process of its own, nor an engine that is compiled a second time to run longer. */
const QUICK_FLAGS = ['--disable-gpu', '--js-flags=--liftoff-only']

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'build/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    // Otherwise what a test changes on the host would not always be what the page gets.
    serviceWorkers: 'block',
    // A trace of every step takes a tenth of the time of every test: `--trace on` where one is to be looked into.
    screenshot: 'only-on-failure',
    launchOptions: { ...launch, args: [...args, ...QUICK_FLAGS] },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    // What does not depend on the width is tested once.
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 360, height: 780 }, hasTouch: true, isMobile: true },
    },
  ],
  webServer: {
    command: `node scripts/serve.mjs dist ${port} /any/folder/`,
    url: `http://127.0.0.1:${port}/`,
    stdout: 'ignore',
  },
})
