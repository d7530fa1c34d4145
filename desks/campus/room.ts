import type { Room } from '@liangbuwu/office/database/room.ts';
import { schools } from './migrations/0001-schools.ts';
import { reopening } from './migrations/0003-reopening.ts';

export const campusRoom: Room = { schema: 'campus', migrations: [schools, reopening] };
