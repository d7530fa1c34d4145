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
  await app.register(fastifyStatic, {
    root: dist,
    // Files are looked for when they are asked for: a console that is built anew is served at once.
    serve: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const hashed = path.includes('/assets/');
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

// The build writes its files here and nowhere deeper.
const fileName = /^\/((?:assets\/)?[\w-][\w.-]*\.\w+)$/;

/** A file of the console, or its one page for each of its addresses; false where the address is neither. */
export function answerPage(request: FastifyRequest, reply: FastifyReply): boolean {
  const path = request.url.split('?')[0] ?? '';
  if (request.method !== 'GET' || path.startsWith('/api/')) return false;
  const file = fileName.exec(path)?.[1] ?? (/\.\w+$/.test(path) ? undefined : 'index.html');
  if (!file || !existsSync(`${dist}${file}`)) return false;
  reply.code(200).sendFile(file);
  return true;
}
