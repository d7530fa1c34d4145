import { day, id, secondOfDay, text, version } from '@liangbuwu/office/http/fields.ts';
import type { Problem } from '@liangbuwu/sampling/problem.ts';
import { z } from 'zod';

const seconds = (least: number, most: number) => z.int().min(least).max(most);

/** Those who are called together: a building, a class, the staff. Nobody by name. */
export const SessionGroup = z.strictObject({
  name: text(40, 1),
  people: z.int().min(1).max(5000),
  walk: seconds(0, 3600).describe('from being called to standing in the queue'),
  areas: z
    .array(id)
    .max(60)
    .default([])
    .describe('the classes that it is, the school for its staff; none: counts only'),
});
export type SessionGroup = z.infer<typeof SessionGroup>;

/** A session of sampling of a school, as it is planned. Times of people's work are in seconds. */
export const SessionFields = z.strictObject({
  response: id,
  day,
  place: text(60, 1),
  start: secondOfDay.describe('when the first swab is due'),
  samplers: z.int().min(1).max(100),
  perTube: z.int().min(1).max(50),
  swab: seconds(5, 600),
  tube: seconds(0, 600),
  mostWait: seconds(60, 14_400).describe('nobody should queue for longer'),
  late: seconds(0, 3600).describe(
    'people come up to so much after the time told; for the simulation',
  ),
  groups: z.array(SessionGroup).min(1).max(200).describe('in the order in which they are called'),
});
export type SessionFields = z.infer<typeof SessionFields>;

export const SamplingSession = SessionFields.extend({
  id,
  school: id,
  version,
  changedBy: z.string(),
  changedAt: z.string(),
});
export type SamplingSession = z.infer<typeof SamplingSession>;

export const mostPeople = 20_000;

export const peopleIn = ({ groups }: Pick<SessionFields, 'groups'>): number =>
  groups.reduce((sum, { people }) => sum + people, 0);

/** In the words of `planning/sampling`; a group is known by its place in the list, since two may have one name. */
export function problemOf(of: Omit<SessionFields, 'response' | 'day' | 'place' | 'late'>): Problem {
  const { start, samplers, perTube, swab, tube, mostWait } = of;
  const groups = of.groups.map(({ people, walk }, i) => ({ id: String(i), people, walk }));
  return { groups, start, samplers, perTube, swab, tube, mostWait };
}
