import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Bytes, gzip, of all that a phone loads the first time: page, scripts, styles and the service worker. */
const firstLoadAtMost = 200_000;

const placeholder = 'self.__PRECACHE';
const compressed = /\.(js|css|html|svg|webmanifest|wasm)$/;

/**
 * Writes into the service worker which files to keep on the phone, each with what tells that it changed; compresses
 * what is text; and refuses a build whose first load is beyond {@link firstLoadAtMost}.
 */
export function precache(options: { base: string; folder: string; worker: string }): Plugin {
  const { base, folder, worker } = options;
  const at = (name: string) => `${folder}/${name}`;
  const first = new Set<string>(['index.html', worker]);
  return {
    name: 'precache',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunk = bundle[worker];
      if (chunk?.type !== 'chunk' || chunk.imports.length > 0)
        this.error(`${worker} has to be one file by itself`);
      if (!chunk.code.includes(placeholder)) this.error(`${worker} has no ${placeholder}`);
      // What a page asks for later is kept on the phone as well, and does not hold up the first sight of it.
      const add = (name: string) => {
        const one = bundle[name];
        if (first.has(name) || one?.type !== 'chunk') return;
        first.add(name);
        for (const style of one.viteMetadata?.importedCss ?? []) first.add(style);
        one.imports.forEach(add);
      };
      for (const one of Object.values(bundle))
        if (one.type === 'chunk' && one.isEntry) add(one.fileName);
    },
    // The page itself is written last of all, so the list is made of what lies in the folder.
    writeBundle() {
      const names = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(folder.length + 1))
        .map((name) => name.replaceAll('\\', '/'))
        .sort();
      const kept = names
        .filter((name) => name !== worker)
        .map((name) => ({ url: base + name, revision: revisionOf(name, readFileSync(at(name))) }));
      const code = readFileSync(at(worker), 'utf8');
      writeFileSync(
        at(worker),
        code.replace(placeholder, () => JSON.stringify(kept)),
      );

      let bytes = 0;
      for (const name of names.filter((one) => compressed.test(one))) {
        const zipped = gzipSync(readFileSync(at(name)), { level: 9 });
        writeFileSync(at(`${name}.gz`), zipped);
        if (first.has(name)) bytes += zipped.length;
      }
      if (bytes > firstLoadAtMost)
        this.error(`the first load has ${bytes} bytes (gzip), more than ${firstLoadAtMost}`);
    },
  };
}

/** Null: its name changes with its content. */
const revisionOf = (name: string, content: Buffer): string | null =>
  name.startsWith('assets/')
    ? null
    : createHash('sha256').update(content).digest('hex').slice(0, 16);
