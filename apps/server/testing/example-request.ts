import type { Contract } from '@liangbuwu/office/http/contract.ts';
import type { InjectOptions } from 'fastify';

interface Parts {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** The request of a contract's example, or with these parts in place of the example's. */
export function exampleRequest(contract: Contract, changed: Parts = {}): InjectOptions {
  const parts = { ...(contract.example as Parts), ...changed };
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(parts.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts.query ?? {})) query.set(name, String(value));
  return {
    method: contract.method,
    url: query.size > 0 ? `${path}?${query}` : path,
    ...(parts.body === undefined ? {} : { payload: parts.body as object }),
  };
}
