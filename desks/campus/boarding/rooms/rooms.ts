import { day, id, text, version } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { MemberKind } from '../../members/member.ts';

/** For whom a room is. The ledger of members knows nobody's sex, so a school says it of the room. */
export const RoomKind = z.enum(['boys', 'girls', 'staff', 'any']);
export type RoomKind = z.infer<typeof RoomKind>;

export const RoomFields = z.strictObject({
  building: text(40, 1),
  name: text(20, 1),
  kind: RoomKind,
  beds: z.int().min(1).max(40),
});
export type RoomFields = z.infer<typeof RoomFields>;

/** A room as everybody who may see rooms sees it: how many sleep there, of which classes; nobody's name. */
export const Room = z.strictObject({
  id,
  fields: RoomFields,
  version,
  taken: z.int().min(0),
  classes: z.array(z.strictObject({ area: id, name: z.string(), people: z.int() })),
  linen: z
    .strictObject({ changed: day, due: day })
    .nullable()
    .describe('when its bedding was changed last, and is to be next; null: never told'),
});
export type Room = z.infer<typeof Room>;

/** Somebody of the school, with the bed that is theirs. */
export const Sleeper = z.strictObject({
  id,
  name: z.string(),
  kind: MemberKind,
  area: id,
  areaName: z.string(),
  bed: z.strictObject({ room: id, number: z.int() }).nullable(),
});
export type Sleeper = z.infer<typeof Sleeper>;

export const mostRooms = 200;
