import { defineConfig } from 'vite'
import site from './vite.config.ts'

/** The service worker, one classic script: a page's address is its scope, and every browser that has one runs it. */
export default defineConfig({
  ...site,
  plugins: [],
  publicDir: false,
  build: {
    ...site.build,
    emptyOutDir: false,
    manifest: false,
    rolldownOptions: {
      input: 'src/app/service-worker.ts',
      output: { format: 'iife', entryFileNames: 'sw.js' },
    },
  },
})
