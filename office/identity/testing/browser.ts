import type { FastifyInstance } from 'fastify';
import type { RefusalBody } from '../../http/refusal.ts';

export interface Answer {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test looks into whatever came
  body: any;
  cookie: string | undefined;
  setCookie: string | undefined;
}

/** Keeps its session's cookie as a browser does. */
export interface Browser {
  token: string | undefined;
  get(path: string): Promise<Answer>;
  post(path: string, body?: unknown): Promise<Answer>;
  put(path: string, body?: unknown): Promise<Answer>;
}

export function browser(
  app: FastifyInstance,
  options: { token?: string; from?: string; headers?: Record<string, string> } = {},
): Browser {
  const self: Browser = {
    token: options.token,
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
  };
  async function send(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown) {
    const answer = await app.inject({
      method,
      url,
      remoteAddress: options.from ?? '10.1.2.3',
      headers: {
        ...options.headers,
        ...(self.token ? { cookie: `lbw_session=${self.token}` } : {}),
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    const set = answer.cookies.find(({ name }) => name === 'lbw_session');
    if (set) self.token = set.value === '' ? undefined : set.value;
    return {
      status: answer.statusCode,
      body: answer.json(),
      cookie: set?.value,
      setCookie: answer.headers['set-cookie']?.toString(),
    };
  }
  return self;
}

export const codeOf = (answer: Answer): string => (answer.body as RefusalBody).code;
