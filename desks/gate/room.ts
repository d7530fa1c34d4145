import type { Room } from '@liangbuwu/office/database/room.ts';
import { gate } from './migrations/0001-gate.ts';
import { returnees } from './migrations/0002-returnees.ts';
import { publicPages } from './migrations/0003-public.ts';
import { setUp } from './migrations/0004-set-up.ts';
import { gateRules } from './migrations/0005-gate-rules.ts';
import { answered } from './migrations/0006-answered.ts';

export const gateRoom: Room = {
  schema: 'gate',
  migrations: [gate, returnees, publicPages, setUp, gateRules, answered],
};
