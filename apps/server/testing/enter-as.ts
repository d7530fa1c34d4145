import { type Call, client } from '@liangbuwu/office/http/client.ts';
import { proveAgain, readEntrance, stepIn } from '@liangbuwu/office/identity/contract.ts';

/** Steps into the first tile of a role at a demonstration's entrance, and keeps the cookie. */
export async function enterAs(url: string, role: string): Promise<Call & { cookie: string }> {
  let cookie = '';
  const call: Call = client(
    url,
    async (address, init) => {
      const answer = await fetch(address, { ...init, headers: { ...init?.headers, cookie } });
      cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
      return answer;
    },
    async () => Boolean(await call(proveAgain, { body: {} })),
  );
  const { tiles } = await call(readEntrance);
  const tile = tiles.find(({ roles }) => roles.some((one) => one.role === role));
  await call(stepIn, { body: { account: tile?.account ?? '' } });
  return Object.assign(call, { cookie });
}
