import { commitments } from './commitments/migrations/0001-commitments.ts';
import { resolutions } from './commitments/migrations/0002-resolutions.ts';
import { scope } from './database/migrations/0001-scope.ts';
import { demonstration } from './database/migrations/0002-demonstration.ts';
import type { Room } from './database/room.ts';
import { accounts } from './identity/migrations/0001-accounts.ts';
import { signIn } from './identity/migrations/0002-sign-in.ts';
import { deputies } from './identity/migrations/0003-deputies.ts';
import { proofs } from './identity/migrations/0004-proofs.ts';
import { ledger } from './ledger/migrations/0001-ledger.ts';
import { people } from './people/migrations/0001-people.ts';
import { plans } from './plans/migrations/0001-plans.ts';
import { areas } from './register/migrations/0001-areas.ts';
import { places } from './register/migrations/0002-places.ts';
import { households } from './register/migrations/0003-households.ts';
import { wells } from './register/migrations/0004-wells.ts';
import { roads } from './register/migrations/0005-roads.ts';
import { travel } from './register/migrations/0006-travel.ts';
import { householdRegister } from './register/migrations/0007-household-register.ts';
import { lastingRegister } from './register/migrations/0008-lasting-register.ts';
import { schoolAreas } from './register/migrations/0009-schools.ts';
import { responses } from './responses/migrations/0001-responses.ts';
import { facts } from './responses/migrations/0002-facts.ts';
import { closings } from './responses/migrations/0003-closings.ts';
import { rulebook } from './rulebook/migrations/0001-rulebook.ts';
import { endings } from './rulebook/migrations/0002-endings.ts';
import { changes } from './tables/migrations/0001-changes.ts';
import { sheets } from './tables/migrations/0002-sheets.ts';
import { why } from './tables/migrations/0003-why.ts';
import { sheetsOfResponses } from './tables/migrations/0004-sheets-of-responses.ts';

/** The office's own schemas, in the order in which they lean on each other. */
export const officeRooms: readonly Room[] = [
  { schema: 'office', migrations: [scope, demonstration] },
  {
    schema: 'register',
    migrations: [
      areas,
      places,
      households,
      wells,
      roads,
      travel,
      householdRegister,
      lastingRegister,
      schoolAreas,
    ],
  },
  { schema: 'identity', migrations: [accounts, signIn, deputies, proofs] },
  { schema: 'ledger', migrations: [ledger] },
  { schema: 'responses', migrations: [responses, facts, closings] },
  { schema: 'rulebook', migrations: [rulebook, endings] },
  { schema: 'commitments', migrations: [commitments, resolutions] },
  { schema: 'plans', migrations: [plans] },
  { schema: 'tables', migrations: [changes, sheets, why, sheetsOfResponses] },
  { schema: 'people', migrations: [people] },
];
