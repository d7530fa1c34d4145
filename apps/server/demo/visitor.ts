import { type Call, client } from '@liangbuwu/office/http/client.ts';
import { proveAgain, stepIn } from '@liangbuwu/office/identity/contract.ts';

/** Comes in by the same door as everybody: steps into a role and keeps its cookie. */
export async function visit(url: string, account: string): Promise<Call> {
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
  await call(stepIn, { body: { account } });
  return call;
}
