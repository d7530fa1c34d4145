import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const modules = (...names: string[]) =>
  new RegExp(`node_modules[\\\\/](${names.join('|')})[\\\\/]`);

/** `--mode gallery` builds the page of all building blocks instead; it is never shipped. */
export default defineConfig(({ mode }) => {
  const gallery = mode === 'gallery';
  return {
    root: here(gallery ? './gallery' : '.'),
    base: '/',
    publicDir: here('./public'),
    plugins: [react()],
    build: {
      outDir: here(gallery ? './gallery/dist' : './dist'),
      emptyOutDir: true,
      target: ['chrome109', 'edge109', 'safari16'],
      sourcemap: false,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'react',
                priority: 3,
                test: modules(
                  'react',
                  'react-dom',
                  'scheduler',
                  '@tanstack',
                  'i18next',
                  'react-i18next',
                ),
              },
              {
                name: 'antd',
                priority: 2,
                test: modules('antd', '@ant-design', '@rc-component', 'dayjs'),
              },
              { name: 'map-gl', priority: 1, test: modules('maplibre-gl', '@maplibre', '@mapbox') },
            ],
          },
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
  };
});
