import type { Room } from '@liangbuwu/office/database/room.ts';
import { officeRooms } from '@liangbuwu/office/rooms.ts';
import { desks } from './desks.ts';

/** Every schema of this installation, in the order in which they lean on each other. */
export const rooms: readonly Room[] = [...officeRooms, ...desks.map((desk) => desk.room)];
