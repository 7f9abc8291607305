import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { enginePlugin } from './scripts/engine-plugin.ts'
import site from './vite.config.ts'

/**
 * `embed.html`, built after the site and into the same folder. By itself, because a module lies in one file only:
 * built together, either the frame would fetch all of the site's first file, or the site more files than one.
 */
export default defineConfig({
  ...site,
  plugins: [react(), enginePlugin()],
  publicDir: false,
  build: {
    ...site.build,
    emptyOutDir: false,
    manifest: '.vite/embed-manifest.json',
    // The list of what each part needs would travel with every frame.
    modulePreload: false,
    rolldownOptions: { ...site.build?.rolldownOptions, input: 'embed.html' },
  },
})
