import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Fault, Refusal, refuse } from './refusal.ts';
import { say } from './say.ts';
import { malformed, noSuchRoute, notJson, ourFault, tooLarge } from './shared-refusals.ts';

const bodyLimit = 1024 * 1024;
/** Milliseconds that a request may take to arrive: the largest body over the slowest of lines in use. */
const longestSending = 120_000;

/** An empty server: JSON only, every fault answered as a refusal, nothing of a request's content logged. */
export function createApp(
  options: {
    log?: (line: string) => void;
    trustProxy?: string[];
    /** Answers an address of the pages, which have a router of their own; false where it is none. */
    page?: (request: FastifyRequest, reply: FastifyReply) => boolean;
  } = {},
): FastifyInstance {
  const answerFault = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = error instanceof Refusal ? error : explain(error);
    reply.header('cache-control', 'no-store');
    if (refusal) return reply.code(refusal.status).send(refusal.body);
    const trace = request.id.slice(0, 8);
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    options.log?.(`fault ${trace} ${request.method} ${request.routeOptions?.url ?? '?'}\n${stack}`);
    const fault = refuse(ourFault, { trace });
    return reply.code(500).send(fault.body);
  };
  const app = fastify({
    bodyLimit,
    logger: false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    forceCloseConnections: true,
    requestTimeout: longestSending,
    // An address that cannot be decoded never reaches a route.
    frameworkErrors: answerFault,
    ...(options.trustProxy?.length ? { trustProxy: options.trustProxy } : {}),
  });
  app.register(cookie);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerFault);
  app.setNotFoundHandler((request, reply) => {
    if (options.page?.(request, reply)) return reply;
    return answerNotFound(request, reply);
  });
  return app;
}

function answerNotFound(request: FastifyRequest, reply: FastifyReply) {
  const path = request.url.split('?')[0]?.slice(0, 200) ?? '';
  return reply
    .code(404)
    .header('cache-control', 'no-store')
    .send(refuse(noSuchRoute, { path }).body);
}

function explain(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return refuse(tooLarge, { limit: bodyLimit });
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return refuse(notJson, undefined);
  const status = 'statusCode' in error ? Number(error.statusCode) : 500;
  // The parser marks what it cannot read; a SyntaxError without the mark is our own.
  if (code.startsWith('FST_ERR_CTP') || (error instanceof SyntaxError && status === 400)) {
    return refuse(malformed, undefined, [unreadableJson(error.message)]);
  }
  // Whatever else the framework refuses (a path that cannot be decoded, say) is the request's fault too.
  return status >= 400 && status < 500
    ? refuse(malformed, undefined, [{ ...unreadableJson(error.message), path: '' }])
    : undefined;
}

// The parser's own words repeat what was sent, which may be personal.
const placeIn = (message: string): string => {
  const [, place] = /at position (\d+)/.exec(message) ?? [];
  return place ? `, at position ${place}` : '';
};

const unreadableJson = (message: string): Fault => ({
  path: '/body',
  code: 'not-json',
  cause: say('这不是合法的 JSON。', `this is no valid JSON${placeIn(message)}`),
  remedy: say('请发送合法的 JSON。', 'Send valid JSON.'),
});
