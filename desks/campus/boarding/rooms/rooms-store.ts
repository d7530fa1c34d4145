import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { unlessHidden } from '@liangbuwu/office/register/scope.ts';
import { sql } from 'kysely';
import type { OfSchool } from '../stores/stores-store.ts';
import type { Placed } from './fill.ts';
import type { RoomFields } from './rooms.ts';

type At = Omit<OfSchool, 'tenant'>;

export interface StoredRoom {
  id: string;
  fields: RoomFields;
  version: number;
  linen: string | null;
}

/** One who gives beds out in a school comes after the other. */
export async function holdRooms(tx: Tx, of: At): Promise<StoredRoom[]> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`campus-rooms:${of.response}:${of.school}`}, 0))`.execute(
    tx,
  );
  return listRooms(tx, of);
}

export async function listRooms(tx: Tx, of: At): Promise<StoredRoom[]> {
  const { rows } = await sql<StoredRoom>`
    select id, jsonb_build_object('building', building, 'name', name, 'kind', kind, 'beds', beds) as fields,
      version, linen_changed::text as linen
    from campus.dorm_room where response = ${of.response} and area = ${of.school}
    order by length(building), building, length(name), name, id`.execute(tx);
  return rows;
}

/** These rooms, all of them of this school. */
export function pick(all: readonly StoredRoom[], ids: readonly string[]): StoredRoom[] {
  const wanted = new Set(ids);
  const found = all.filter(({ id }) => wanted.has(id));
  if (found.length !== wanted.size) throw refuse(notFound, { what: say('房间', 'room') });
  return found;
}

export async function putRoom(
  tx: Tx,
  of: OfSchool,
  { id, fields, version }: Omit<StoredRoom, 'linen'>,
): Promise<void> {
  await unlessHidden(
    sql`insert into campus.dorm_room (tenant, id, response, area, building, name, kind, beds, version)
      values (${of.tenant}, ${id}, ${of.response}, ${of.school}, ${fields.building}, ${fields.name}, ${fields.kind},
        ${fields.beds}, ${version})
      on conflict (tenant, id) do update set building = excluded.building, name = excluded.name,
        kind = excluded.kind, beds = excluded.beds, version = excluded.version`.execute(tx),
    say('房间', 'room'),
  );
}

export async function deleteRoom(tx: Tx, id: string): Promise<void> {
  await sql`delete from campus.dorm_room where id = ${id}`.execute(tx);
}

export async function setLinen(tx: Tx, rooms: readonly string[], day: string): Promise<void> {
  await sql`update campus.dorm_room set linen_changed = ${day} where id = any(${rooms}::uuid[])`.execute(
    tx,
  );
}

export interface TakenBed {
  room: string;
  bed: number;
  member: string;
}

export async function listBeds(tx: Tx, of: At): Promise<TakenBed[]> {
  const { rows } = await sql<TakenBed>`select room, bed, member from campus.bed
    where response = ${of.response} and area = ${of.school} order by room, bed`.execute(tx);
  return rows;
}

export async function freeBed(tx: Tx, of: At & { member: string }): Promise<void> {
  await sql`delete from campus.bed where response = ${of.response} and area = ${of.school} and member = ${of.member}`.execute(
    tx,
  );
}

/** Nobody has two beds and a bed nobody's second: the table's keys say so as well. */
export async function insertBeds(tx: Tx, of: OfSchool, beds: readonly Placed[]): Promise<void> {
  await sql`insert into campus.bed (tenant, response, area, room, bed, member)
    select ${of.tenant}, ${of.response}, ${of.school}, x.room, x.bed, x.member
    from jsonb_to_recordset(${JSON.stringify(beds)}::jsonb) as x (room uuid, bed integer, member uuid)`.execute(
    tx,
  );
}
