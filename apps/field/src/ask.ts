import type { Refused } from '@liangbuwu/ui/phone/field-card.ts';

export type Heard =
  | { is: 'answered'; value: unknown }
  | { is: 'refused'; status: number; refusal: Refused }
  /** No answer, or one that is not the server's own, such as the sign-in page of a hotel's network. */
  | { is: 'unreachable' };

const patience = 20_000;
/** As the server's `madeByHeader` (office/http/contract.ts), which a test holds it against. */
export const madeByHeader = 'liangbuwu-account';

/**
 * Asks the server. The contracts are not brought along: zod and their examples would take a fifth of the first load.
 * `routes.test.ts` of each desk holds its addresses against the contracts.
 */
export async function ask(
  fetch: typeof globalThis.fetch,
  method: 'GET' | 'PUT' | 'POST',
  path: `/api/${string}`,
  body?: unknown,
  madeBy?: string,
): Promise<Heard> {
  try {
    const answer = await fetch(path, {
      method,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(patience),
      ...(body === undefined
        ? {}
        : {
            headers: {
              'content-type': 'application/json',
              ...(madeBy && { [madeByHeader]: madeBy }),
            },
            body: JSON.stringify(body),
          }),
    });
    if (!answer.headers.get('content-type')?.startsWith('application/json'))
      return { is: 'unreachable' };
    const said: unknown = await answer.json();
    if (answer.ok) return { is: 'answered', value: said };
    if (isRefused(said)) {
      const { code, cause, remedy } = said;
      return { is: 'refused', status: answer.status, refusal: { code, cause, remedy } };
    }
    return { is: 'unreachable' };
  } catch {
    return { is: 'unreachable' };
  }
}

function isRefused(said: unknown): said is Refused {
  const { code, cause, remedy } = (said ?? {}) as Partial<Refused>;
  return (
    typeof code === 'string' && typeof cause?.en === 'string' && typeof remedy?.en === 'string'
  );
}
