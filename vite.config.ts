import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { enginePlugin } from './scripts/engine-plugin.ts'

export default defineConfig({
  base: './',
  plugins: [react(), enginePlugin()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  css: { modules: { generateScopedName: '_[hash:base64:5]' } },
  worker: { format: 'es' },
  optimizeDeps: { entries: ['index.html', 'embed.html'] },
  build: {
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first view needs travels in one file: several compress worse, and each is a request.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first-view', tags: ['$initial'] }] } } },
  },
})
