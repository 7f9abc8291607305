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
  optimizeDeps: { entries: ['index.html'] },
  build: { target: 'es2022', manifest: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
})
