import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const dist = fileURLToPath(new URL('../console/dist/', import.meta.url));

/** Serves the built console: its files for ever by their hashed names, its page anew each time; nothing from elsewhere. */
export async function serveConsole(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        // antd writes its styles into the page.
        'style-src': ["'self'", "'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'worker-src': ["'self'", 'blob:'],
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
  if (!existsSync(dist)) return;
  await app.register(fastifyStatic, {
    root: dist,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

/** The console's one page for each of its addresses; false where the address is not a page's or there is no console. */
export function answerPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const path = request.url.split('?')[0] ?? '';
  if (request.method !== 'GET' || path.startsWith('/api/') || /\.\w+$/.test(path)) return false;
  if (!existsSync(`${dist}index.html`)) return false;
  reply.type('text/html').header('cache-control', 'no-cache').sendFile('index.html');
  return true;
}
