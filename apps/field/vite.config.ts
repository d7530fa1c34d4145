import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { precache } from './precache.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const base = '/field/';
const worker = 'service-worker.js';

export default defineConfig({
  root: here('.'),
  base,
  publicDir: here('./public'),
  plugins: [react(), precache({ base, folder: here('./dist'), worker })],
  build: {
    outDir: here('./dist'),
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'safari16'],
    sourcemap: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { index: here('./index.html'), worker: here('./src/service-worker.ts') },
      output: {
        // A service worker has one address for ever: the browser compares what lies there.
        entryFileNames: ({ name }) => (name === 'worker' ? worker : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: {
      '/api': {
        target: process.env.LIANGBUWU_API ?? 'http://127.0.0.1:8080',
        changeOrigin: false,
      },
    },
  },
});
