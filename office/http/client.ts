import type { CallOf, Contract, OutputOf } from './contract.ts';
import { Refusal, RefusalBody } from './refusal.ts';
import { say } from './say.ts';

export type Call = <C extends Contract>(
  contract: C,
  ...input: {} extends CallOf<C> ? [CallOf<C>?, CallOptions?] : [CallOf<C>, CallOptions?]
) => Promise<OutputOf<C>>;

export interface CallOptions {
  signal?: AbortSignal;
}

/**
 * The typed client: calls a route by its contract, and throws a {@link Refusal} for whatever is not its output.
 * Runs in browsers and in Node; `fetch` is given so that tests and the seed can bring their own cookies.
 *
 * `prove` has who is signed in show again who they are, where a route wants that; once it says that they did, the
 * request is sent once more as it was.
 */
export function client(
  origin: string,
  fetch: typeof globalThis.fetch,
  prove: () => Promise<boolean> = async () => false,
): Call {
  const once = sender(origin, fetch);
  return async (contract, ...rest) => {
    const [input = {}, options = {}] = rest as [Input?, CallOptions?];
    try {
      return await once(contract, input, options);
    } catch (error) {
      const wanted = error instanceof Refusal && error.body.code === 'prove-first';
      if (!wanted || !(await prove())) throw error;
      return once(contract, input, options);
    }
  };
}

interface Input {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

function sender(origin: string, fetch: typeof globalThis.fetch) {
  return async <C extends Contract>(
    contract: C,
    input: Input,
    options: CallOptions,
  ): Promise<OutputOf<C>> => {
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String(input.params?.[name])),
    );
    const url = new URL(path, origin);
    for (const [name, value] of Object.entries(input.query ?? {})) {
      if (value !== undefined) url.searchParams.set(name, `${value as string | number | boolean}`);
    }
    const answer = await fetch(url, {
      method: contract.method,
      credentials: 'same-origin',
      ...(input.body === undefined
        ? {}
        : {
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(input.body),
          }),
      ...(options.signal ? { signal: options.signal } : {}),
    }).catch((error: unknown) => {
      if (options.signal?.aborted) throw error;
      throw new Refusal(503, unreachable);
    });
    const text = await answer.text().catch((error: unknown) => {
      if (options.signal?.aborted) throw error;
      throw new Refusal(503, unreachable);
    });
    const body = readJson(text);
    if (answer.ok && body !== undefined) return body as never;
    const refusal = RefusalBody.safeParse(body);
    throw new Refusal(answer.status, refusal.success ? refusal.data : unreadable);
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const unreachable: RefusalBody = {
  code: 'unreachable',
  cause: say('连不上服务器。', 'The server cannot be reached.'),
  remedy: say(
    '请检查网络后重试；已填写的内容还在。',
    'Check the network and try again; nothing you typed is lost.',
  ),
};

const unreadable: RefusalBody = {
  code: 'unreadable-answer',
  cause: say('服务器的回答读不懂。', 'The server gave an answer that cannot be read.'),
  remedy: say(
    '请刷新页面；若仍如此，请告知管理员。',
    'Reload the page; tell the administrator if it stays so.',
  ),
};
