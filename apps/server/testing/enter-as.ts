import type { Call } from '@liangbuwu/office/http/client.ts';
import { readEntrance, stepIn } from '@liangbuwu/office/identity/contract.ts';
import { arrive } from '../demo/visitor.ts';

/** Steps into the first tile of a role at a demonstration's entrance, and keeps the cookie. */
export async function enterAs(url: string, role: string): Promise<Call & { cookie: string }> {
  const { call, cookie } = arrive(url);
  const { tiles } = await call(readEntrance);
  const tile = tiles.find(({ roles }) => roles.some((one) => one.role === role));
  await call(stepIn, { body: { account: tile?.account ?? '' } });
  return Object.assign(call, { cookie: cookie() });
}
