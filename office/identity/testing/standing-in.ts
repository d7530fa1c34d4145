import { z } from 'zod';
import type { Database } from '../../database/connection.ts';
import { contract } from '../../http/contract.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { id } from '../../http/fields.ts';
import { say } from '../../http/say.ts';
import { openSession } from '../store.ts';
import type { County, LaidAccount } from './county.ts';
import { newToken } from './office.ts';

/** A session that outlasts every leave of a test; its token. */
export async function layLongSession(
  app: Database,
  county: County,
  account: LaidAccount,
  from: Temporal.Instant,
): Promise<string> {
  const token = newToken();
  await app.transaction().execute((tx) =>
    openSession(tx, {
      tenant: county.tenant,
      account: account.id,
      area: county.root,
      token,
      presented: undefined,
      at: from,
      expires: from.add({ hours: 24 * 60 }),
    }),
  );
  return token;
}

const planned = contract({
  id: 'test.plan',
  method: 'POST',
  path: '/api/test/plan',
  summary: say('试', 'Does something in an area, by water.plan'),
  permission: 'water.plan',
  body: z.strictObject({ area: id }),
  output: z.strictObject({}),
  example: { body: { area: '0e9b6c84-35a4-4e0d-8b8b-0d2f3f1c2a10' }, output: {} },
});

/** The same where it cannot be taken back. */
export const planForGood: Endpoint = endpoint(
  contract({
    ...planned,
    id: 'test.plan-for-good',
    path: '/api/test/plan-for-good',
    proof: 'fresh',
  }),
  async ({ body }, { record }) => {
    record({ action: 'test.planned-for-good', subject: `area:${body.area}`, area: body.area });
    return {};
  },
);

/** Does nothing but record that it was done. */
export const planIn: Endpoint = endpoint(planned, async ({ body }, { record }) => {
  record({ action: 'test.planned', subject: `area:${body.area}`, area: body.area });
  return {};
});
