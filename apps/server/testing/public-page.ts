import type { FastifyInstance } from 'fastify';

export interface OpenedPage {
  status: number;
  headers: Record<string, unknown>;
  html: string;
  /** What a person reads of it, without its style. */
  text: string;
}

const read = (answer: { statusCode: number; headers: object; body: string }): OpenedPage => ({
  status: answer.statusCode,
  headers: answer.headers as Record<string, unknown>,
  html: answer.body,
  text: answer.body
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' '),
});

const host = 'liangbuwu.test';

/** A browser without scripts, without cookies, from an address of its own. */
export function stranger(app: FastifyInstance, remoteAddress = '203.0.113.7') {
  return {
    open: async (url: string, method: 'GET' | 'HEAD' = 'GET') =>
      read(await app.inject({ method, url, remoteAddress, headers: { host } })),
    send: async (
      url: string,
      fields: Record<string, string>,
      headers: Record<string, string> = {},
    ) =>
      read(
        await app.inject({
          method: 'POST',
          url,
          remoteAddress,
          headers: {
            host,
            origin: `http://${host}`,
            'content-type': 'application/x-www-form-urlencoded',
            ...headers,
          },
          payload: new URLSearchParams(fields).toString(),
        }),
      ),
  };
}

/** The fields that a form carries along unseen. */
export const hiddenFields = ({ html }: OpenedPage): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
