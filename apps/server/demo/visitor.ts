import { type Call, client } from '@liangbuwu/office/http/client.ts';
import { proveAgain, stepIn } from '@liangbuwu/office/identity/contract.ts';

/** Somebody at the door of a server: keeps the cookie that it gives, and shows again who they are where that is asked. */
export function arrive(url: string): { call: Call; cookie(): string } {
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
  return { call, cookie: () => cookie };
}

/** Comes in by the same door as everybody: steps into a role. */
export async function visit(url: string, account: string): Promise<Call> {
  const { call } = arrive(url);
  await call(stepIn, { body: { account } });
  return call;
}
