import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SessionCookie } from '../http/endpoint.ts';

const name = 'lbw_session';
const form = /^[\w-]{43}$/;

/** The session's cookie of one request. `Secure` follows the request, so a proxy must be trusted to say https. */
export function sessionCookie(request: FastifyRequest, reply: FastifyReply): SessionCookie {
  const given = request.cookies[name];
  const attributes = {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
  } as const;
  return {
    token: given !== undefined && form.test(given) ? given : undefined,
    set(token, expires) {
      reply.setCookie(name, token, { ...attributes, expires: new Date(expires.epochMilliseconds) });
    },
    clear() {
      reply.clearCookie(name, attributes);
    },
  };
}
