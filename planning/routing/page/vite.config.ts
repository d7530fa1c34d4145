import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { oneFile } from './one-file.ts';

const here = fileURLToPath(new URL('.', import.meta.url));

/** `npx vite build planning/routing/page` makes `dist/index.html`, which is all there is. */
export default defineConfig({
  root: here,
  base: './',
  publicDir: false,
  plugins: [oneFile()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
  },
});
