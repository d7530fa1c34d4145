import { day, id, text } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { longestShift } from './settings.ts';

export const Duty = z.enum(['gate', 'dormitory', 'canteen', 'sampling', 'zone', 'night']);
export type Duty = z.infer<typeof Duty>;

export const dutyWords: Record<Duty, Say> = {
  gate: say('校门', 'Gate'),
  dormitory: say('宿舍', 'Dormitory'),
  canteen: say('食堂', 'Canteen'),
  sampling: say('采样', 'Sampling'),
  zone: say('接驳区', 'Transfer zone'),
  night: say('夜间巡查', 'Night round'),
};

/** Minutes of its day; after midnight they go on counting: 22:00–06:00 is 1320–1800. */
const times = { day, begins: z.int().min(0).max(1439), ends: z.int().min(1).max(2399) };
const lasts = ({ begins, ends }: { begins: number; ends: number }) =>
  ends > begins && ends - begins <= longestShift;
const wrongLength = { path: ['ends'], error: `1–${longestShift / 60} h` };

export const ShiftBody = z
  .strictObject({ person: id, duty: Duty, ...times })
  .refine(lasts, wrongLength);
export type ShiftBody = z.infer<typeof ShiftBody>;

export const Shift = z.strictObject({ id, person: id, duty: Duty, ...times });
export type Shift = z.infer<typeof Shift>;

/** Somebody of the staff who volunteered to stay. */
export const Stayer = z.strictObject({ id, name: text(40, 1) });
export type Stayer = z.infer<typeof Stayer>;

export const mostStayers = 300;

/** Seven days of a school, by name. Of nobody how much they did. */
export const Roster = z.strictObject({
  from: day,
  people: z.array(Stayer),
  shifts: z.array(Shift),
});
export type Roster = z.infer<typeof Roster>;
