import { scope } from './database/migrations/0001-scope.ts';
import type { Room } from './database/room.ts';
import { accounts } from './identity/migrations/0001-accounts.ts';
import { ledger } from './ledger/migrations/0001-ledger.ts';
import { areas } from './register/migrations/0001-areas.ts';

/** The office's own schemas, in the order in which they lean on each other. */
export const officeRooms: readonly Room[] = [
  { schema: 'office', migrations: [scope] },
  { schema: 'register', migrations: [areas] },
  { schema: 'identity', migrations: [accounts] },
  { schema: 'ledger', migrations: [ledger] },
];
