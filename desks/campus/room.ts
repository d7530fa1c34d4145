import type { Room } from '@liangbuwu/office/database/room.ts';
import { schools } from './migrations/0001-schools.ts';
import { ledger } from './migrations/0002-ledger.ts';

export const campusRoom: Room = { schema: 'campus', migrations: [schools, ledger] };
