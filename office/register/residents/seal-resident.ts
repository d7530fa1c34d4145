import { sql } from 'kysely';
import type { Tx } from '../../database/connection.ts';
import { refuse } from '../../http/refusal.ts';
import { pad, unpad } from '../../keys/pad.ts';
import { registerKeyMissing } from '../../keys/refusals.ts';
import type { RegisterKeys } from '../../keys/register-keys.ts';
import { plainPhone } from '../../people/identity.ts';
import { ResidentTold } from './people.contract.ts';

export interface OfResident {
  tenant: string;
  id: string;
  household: string;
}

// The household is in the name: put beside another, somebody no longer opens.
const nameOf = ({ tenant, id, household }: OfResident) => ({
  tenant,
  record: `resident:${id}/${household}`,
});

export const sealResident = (keys: RegisterKeys, of: OfResident, told: ResidentTold): Buffer =>
  keys.seal(nameOf(of), pad(told));

export const openResident = (keys: RegisterKeys, of: OfResident, sealed: Buffer): ResidentTold =>
  ResidentTold.parse(unpad(keys.open(nameOf(of), sealed)));

export const phoneMark = (keys: RegisterKeys, tenant: string, phone: string): Buffer =>
  keys.mark({ tenant, record: 'resident-phone' }, plainPhone(phone));

/** The register's key, made at its first use. One that is lost is not made anew beside what it sealed. */
export async function prepareKey(tx: Tx, keys: RegisterKeys, tenant: string): Promise<void> {
  const { rows } = await sql<{ fingerprint: string }>`
    select fingerprint from register.lasting_key`.execute(tx);
  const known = rows[0]?.fingerprint;
  const found = known === undefined ? await keys.create(tenant) : keys.find(tenant);
  if (!found || (known !== undefined && known !== found.fingerprint))
    throw refuse(registerKeyMissing, undefined);
  if (known === undefined)
    await sql`insert into register.lasting_key (tenant, fingerprint) values (${tenant}, ${found.fingerprint})
      on conflict do nothing`.execute(tx);
}
