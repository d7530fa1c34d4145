import type { Plugin } from 'vite';

/** Puts scripts and styles into the page itself, so that it is one file that asks for no other. */
export function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const taken = new Set<string>();
      const contentOf = (path: string): string => {
        const name = path.replace(/^\.?\//, '');
        const part = bundle[name];
        if (!part) throw new Error(`the page asks for ${name}, which was not built`);
        taken.add(name);
        return part.type === 'chunk' ? part.code : String(part.source);
      };
      for (const page of Object.values(bundle)) {
        if (page.type !== 'asset' || !page.fileName.endsWith('.html')) continue;
        page.source = String(page.source)
          .replace(/<script[^>]*\ssrc="([^"]+)"[^>]*><\/script>/g, (_all, path: string) => {
            const code = contentOf(path).replaceAll('</script', '<\\/script');
            return `<script type="module">${code}</script>`;
          })
          .replace(
            /<link rel="stylesheet"[^>]*\shref="([^"]+)"[^>]*>/g,
            (_all, path: string) => `<style>${contentOf(path)}</style>`,
          );
      }
      for (const name of taken) delete bundle[name];
      const left = Object.keys(bundle).filter((name) => !name.endsWith('.html'));
      if (left.length > 0) throw new Error(`not in the page: ${left.join(', ')}`);
    },
  };
}
