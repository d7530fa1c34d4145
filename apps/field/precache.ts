import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What a phone may have to load before it shows anything: page, scripts and styles, gzip, bytes. */
export const firstLoadAtMost = 200_000;

const placeholder = 'self.__PRECACHE';

/**
 * Writes into the service worker which files to keep on the phone, each with what tells that it changed, and refuses a
 * build whose first load is beyond {@link firstLoadAtMost}.
 */
export function precache(options: { base: string; publicDir: string; worker: string }): Plugin {
  return {
    name: 'precache',
    generateBundle(_, bundle) {
      const files = new Map<string, string | Uint8Array>();
      for (const name of readdirSync(options.publicDir))
        files.set(name, readFileSync(`${options.publicDir}/${name}`));
      for (const [name, file] of Object.entries(bundle))
        files.set(name, file.type === 'chunk' ? file.code : file.source);
      files.delete(options.worker);

      const bytes = [...files]
        .filter(([name]) => /\.(js|css|html)$/.test(name))
        .reduce((sum, [, content]) => sum + gzipSync(content).length, 0);
      if (bytes > firstLoadAtMost)
        this.error(`the first load has ${bytes} bytes (gzip), more than ${firstLoadAtMost}`);

      const worker = bundle[options.worker];
      if (worker?.type !== 'chunk' || worker.imports.length > 0)
        this.error(`${options.worker} has to be one file by itself`);
      const kept = [...files].map(([name, content]) => ({
        url: options.base + name,
        revision: name.startsWith('assets/')
          ? null
          : createHash('sha256').update(content).digest('hex').slice(0, 16),
      }));
      if (!worker.code.includes(placeholder)) this.error(`${placeholder} is missing`);
      worker.code = worker.code.replace(placeholder, () => JSON.stringify(kept));
    },
  };
}
