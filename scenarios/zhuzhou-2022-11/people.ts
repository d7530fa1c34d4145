import { z } from 'zod';
import { inventedOrigin, Said } from './origin.ts';

/** An account of the demo, known by its post; no person is named. */
export const User = z.strictObject({
  id: z.string().min(1),
  role: z.enum([
    'county-officer',
    'town-officer',
    'village-cadre',
    'driver',
    'volunteer',
    'gate-keeper',
    'education-officer',
    'school-officer',
    'class-teacher',
    'subject-teacher',
    'counsellor',
    'dormitory-keeper',
    'leader',
    'administrator',
  ]),
  area: z.string().min(1),
  name: Said,
  linkedPoints: z.array(z.string()).optional(),
  driver: z.string().optional(),
  ...inventedOrigin,
});
export type User = z.infer<typeof User>;

export const Response = z.strictObject({
  id: z.string().min(1),
  kind: z.enum(['drought', 'epidemic']),
  name: Said,
  start: z.iso.date(),
  end: z.iso.date().nullable(),
  areas: z.array(z.string()).min(1),
  purpose: Said,
  ...inventedOrigin,
});
export type Response = z.infer<typeof Response>;

export const UsersFile = z.strictObject({ users: z.array(User).min(1) });

/** data/response.json: `tenant` is the area that runs the system, `clock.start` the responses' first "now". */
export const ResponseFile = z.strictObject({
  tenant: z.string().min(1),
  clock: z.strictObject({ start: z.iso.datetime({ offset: true }), zone: z.string().min(1) }),
  responses: z.array(Response).min(1),
});
