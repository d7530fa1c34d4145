import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { sql } from 'kysely';
import type { FactValues, Flag } from '../gate.ts';
import { numberOfPlace } from '../passes/pass-store.ts';
import type { Check, Elsewhere, VehicleCheck } from './check.ts';

const columns = sql`c.id, c.gate, c.direction, office.iso(c.at) as at, office.iso(c.recorded) as recorded,
  case when c.place is null then null else jsonb_build_object('id', c.pass, 'number',
    ${numberOfPlace(sql`c.place`)}, 'kind', c.kind) end as pass,
  jsonb_build_object('verdict', c.phone_verdict, 'code', c.phone_code) as phone,
  jsonb_build_object('verdict', c.verdict, 'code', c.code) as server,
  c.flags, c.elsewhere, jsonb_build_object('phone', c.phone_rule, 'server', c.rule) as rule,
  c.let_through as "letThrough", c.reason, c.measured, c.mask, c.vehicle, c.facts,
  jsonb_build_object('id', c.said_by, 'name', a.name) as by`;
const fromChecks = sql`gate."check" c join identity.account a on a.tenant = c.tenant and a.id = c.said_by`;

export async function findCheck(
  tx: Tx,
  id: string,
): Promise<{ check: Check; saidMark: Buffer } | undefined> {
  const { rows } = await sql<Check & { saidMark: Buffer }>`
    select ${columns}, c.said_mark as "saidMark" from ${fromChecks} where c.id = ${id}`.execute(tx);
  const row = rows[0];
  if (!row) return undefined;
  const { saidMark, ...check } = row;
  return { check, saidMark };
}

/** A gate's checks of some days, in the order in which they happened. */
export async function listChecks(
  tx: Tx,
  of: { gate: string; from: string; to: string },
): Promise<Check[]> {
  const { rows } = await sql<Check>`select ${columns} from ${fromChecks}
    where c.gate = ${of.gate} and c.day between ${of.from} and ${of.to} order by c.at, c.recorded, c.id`.execute(
    tx,
  );
  return rows;
}

interface NewCheck {
  id: string;
  response: string;
  gate: string;
  area: string;
  at: string;
  recorded: string;
  day: string;
  direction: Check['direction'];
  place: number | null;
  pass: string | null;
  kind: string | null;
  phone: Check['phone'];
  server: Check['server'];
  flags: readonly Flag[];
  elsewhere: readonly Elsewhere[];
  rule: Check['rule'];
  bundle: number | null;
  letThrough: boolean;
  reason: string | null;
  measured: boolean;
  mask: boolean | null;
  vehicle: VehicleCheck | null;
  facts: FactValues;
  saidBy: string;
  saidMark: Buffer;
}

export async function insertCheck(tx: Tx, tenant: string, c: NewCheck): Promise<void> {
  await sql`insert into gate."check" (tenant, id, response, gate, area, at, recorded, day, direction, place, pass, kind,
      phone_verdict, phone_code, verdict, code, flags, elsewhere, phone_rule, rule, bundle, let_through, reason,
      measured, mask, vehicle, facts, said_by, said_mark)
    values (${tenant}, ${c.id}, ${c.response}, ${c.gate}, ${c.area}, ${c.at}, ${c.recorded}, ${c.day}, ${c.direction},
      ${c.place}, ${c.pass}, ${c.kind}, ${c.phone.verdict}, ${c.phone.code}, ${c.server.verdict}, ${c.server.code},
      ${c.flags}::text[], ${JSON.stringify(c.elsewhere)}::jsonb, ${json(c.rule.phone)}::jsonb,
      ${json(c.rule.server)}::jsonb, ${c.bundle}, ${c.letThrough}, ${c.reason}, ${c.measured}, ${c.mask},
      ${json(c.vehicle)}::jsonb, ${json(c.facts)}::jsonb, ${c.saidBy}, ${c.saidMark})`.execute(tx);
}

const json = (value: object | null) => value && JSON.stringify(value);

interface PlacedPass {
  id: string;
  kind: 'person' | 'vehicle' | 'delivery';
  area: string;
}

/** The pass at a place, out of scope too. */
export async function findPlace(
  tx: Tx,
  response: string,
  place: number,
): Promise<PlacedPass | undefined> {
  const { rows } = await sql<PlacedPass>`
    select id, kind, area from gate.find_place(${response}, ${place})`.execute(tx);
  return rows[0];
}

interface SeenElsewhere {
  id: string;
  /** The gate's. */
  name: string;
  place: string | null;
  at: string;
}

/** The checks of a pass at other gates within so many hours, out of scope too. */
export async function listSeenElsewhere(
  tx: Tx,
  of: { response: string; place: number; gate: string; at: string; hours: number },
): Promise<SeenElsewhere[]> {
  const { rows } = await sql<SeenElsewhere>`select id, name, place, office.iso(at) as at
    from gate.seen_elsewhere(${of.response}, ${of.place}, ${of.gate}, ${of.at}, make_interval(hours => ${of.hours}))`.execute(
    tx,
  );
  return rows;
}

/** Flags another gate's check of a pass, and says with what it met. */
export async function flagElsewhere(
  tx: Tx,
  of: { response: string; place: number; check: string; met: Elsewhere },
): Promise<void> {
  await sql`select gate.flag_elsewhere(${of.response}, ${of.place}, ${of.check}, ${JSON.stringify([of.met])}::jsonb)`.execute(
    tx,
  );
}

export async function insertReading(
  tx: Tx,
  tenant: string,
  of: { check: string; response: string; area: string; sealed: Buffer },
): Promise<void> {
  await sql`insert into gate.reading (tenant, check_id, response, area, sealed)
    values (${tenant}, ${of.check}, ${of.response}, ${of.area}, ${of.sealed})`.execute(tx);
}
