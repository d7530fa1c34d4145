import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { answerNotFound } from '@liangbuwu/office/http/app.ts';
import type { FastifyInstance } from 'fastify';

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
  if (!(await stat(dist).catch(() => undefined))) return;
  await app.register(fastifyStatic, {
    root: dist,
    wildcard: false,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && !request.url.startsWith('/api/') && !/\.\w+$/.test(request.url.split('?')[0] ?? '');
    if (page) return reply.type('text/html').header('cache-control', 'no-cache').sendFile('index.html');
    return answerNotFound(request, reply);
  });
}
