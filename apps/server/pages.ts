import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const dist = (app: string) => fileURLToPath(new URL(`../${app}/dist/`, import.meta.url));

/** Each app by where its addresses begin; the console has all that no other has. */
const apps = [
  { under: '/field/', dist: dist('field') },
  { under: '/', dist: dist('console') },
];

/** Serves the built apps: their files for ever by their hashed names, their pages anew each time; nothing from elsewhere. */
export async function serveApps(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        // The reader of QR codes is WebAssembly: it may be compiled, text may not be run.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        // antd writes its styles into the page.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'connect-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'self'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'none'"],
      },
    },
    // TLS is a reverse proxy's, which says for how long (docs/real-use.md).
    hsts: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(fastifyStatic, {
    root: apps.map((app) => app.dist),
    // Files are looked for when they are asked for: an app that is built anew is served at once.
    serve: false,
    cacheControl: false,
    // Of what a build has compressed beside the file, a phone on a thin line gets that.
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

// The builds write their files here and nowhere deeper.
const fileName = /^((?:assets\/)?[\w-][\w.-]*\.\w+)$/;

/** A file of an app, or its one page for each of its addresses; false where the address is neither. */
export function answerPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const path = request.url.split('?')[0] ?? '';
  if (request.method !== 'GET' || path.startsWith('/api/')) return false;
  if (path === '/field') {
    reply.redirect('/field/', 308);
    return true;
  }
  const app = apps.find(({ under }) => path.startsWith(under));
  if (!app) return false;
  const rest = path.slice(app.under.length);
  const file = fileName.exec(rest)?.[1] ?? (/\.\w+$/.test(rest) ? undefined : 'index.html');
  if (!file || !existsSync(`${app.dist}${file}`)) return false;
  reply.code(200).sendFile(file, app.dist);
  return true;
}
