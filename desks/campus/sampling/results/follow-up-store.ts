import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { id } from '@liangbuwu/office/http/fields.ts';
import { pad, unpad } from '@liangbuwu/office/keys/pad.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { sql } from 'kysely';
import { z } from 'zod';
import { FollowUp } from './follow-up.ts';

const Kept = z.strictObject({ member: id, ...FollowUp.shape });
export type Kept = z.infer<typeof Kept> & { id: string; version: number };

interface In {
  tenant: string;
  response: string;
  tube: string;
}

const nameOf = ({ tenant, response, tube }: In, followUp: string) => ({
  tenant,
  response,
  record: `tube:${tube}/follow-up:${followUp}`,
});

export async function listFollowUps(tx: Tx, keys: ResponseKeys, of: In): Promise<Kept[]> {
  const { rows } = await sql<{ id: string; version: number; sealed: Buffer }>`
    select id, version, sealed from campus.sampling_follow_up where tube = ${of.tube}
    order by id for update`.execute(tx);
  return rows.map(({ sealed, ...row }) => ({
    ...row,
    ...Kept.parse(unpad(keys.open(nameOf(of, row.id), sealed))),
  }));
}

export async function putFollowUp(
  tx: Tx,
  keys: ResponseKeys,
  of: In & { school: string },
  { id, version, ...kept }: Kept,
): Promise<void> {
  const sealed = keys.seal(nameOf(of, id), pad(kept));
  await sql`insert into campus.sampling_follow_up (tenant, id, response, tube, area, sealed, done, version)
    values (${of.tenant}, ${id}, ${of.response}, ${of.tube}, ${of.school}, ${sealed}, ${kept.outcome !== null},
      ${version})
    on conflict (tenant, id) do update set sealed = excluded.sealed, done = excluded.done,
      version = excluded.version`.execute(tx);
}

export async function deleteFollowUps(tx: Tx, tube: string): Promise<void> {
  await sql`delete from campus.sampling_follow_up where tube = ${tube}`.execute(tx);
}
