import { listNeeds } from '@liangbuwu/office/commitments/contract.ts';
import { call } from '@liangbuwu/office/http/console/call.ts';
import { readOwnSight } from '@liangbuwu/office/identity/sight.contract.ts';
import { listPlans } from '@liangbuwu/office/plans/contract.ts';
import { tableKeys } from '@liangbuwu/office/tables/console/queries.ts';
import { queryOptions } from '@tanstack/react-query';
import { getAccounts } from '../accounts/accounts.contract.ts';
import { getBoard } from '../board/board.contract.ts';
import { getHand } from '../by-hand.contract.ts';
import { comparePlans, getDay, getGap, getSchedule, listDesks } from '../contract.ts';
import { getCourse, listTries } from '../course.contract.ts';
import { getDoors } from '../doors/doors.contract.ts';
import { getExit } from '../exit.contract.ts';
import { listFloors } from '../floors.contract.ts';
import { getFortnight } from '../fortnight.contract.ts';
import { listDifferingPoints } from '../households.contract.ts';
import { listPointCodes } from '../public/codes.contract.ts';
import { listRequests } from '../requests/requests.contract.ts';
import { getRunway } from '../runway.contract.ts';
import { getSince } from '../since.contract.ts';
import { getSiting, listSitings } from '../stations/siting.contract.ts';
import { getEvening } from '../upward/upward.contract.ts';
import { listWhatIfs } from '../what-if.contract.ts';
import { type DeskDay, keys } from './query-keys.ts';

/** What the one who is signed in may do, area by area. */
export const sightQuery = queryOptions({
  queryKey: keys.sight,
  queryFn: ({ signal }) => call(readOwnSight, {}, { signal }),
});

export const floorsQuery = queryOptions({
  queryKey: keys.floors,
  queryFn: ({ signal }) => call(listFloors, {}, { signal }),
});

export const desksQuery = (response: string) =>
  queryOptions({
    queryKey: keys.desks(response),
    queryFn: ({ signal }) => call(listDesks, { query: { response } }, { signal }),
  });

export const dayQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.day(of),
    queryFn: ({ signal }) => call(getDay, { query: plain(of) }, { signal }),
  });

/** The day as it is carried out. It goes by the clock too: looked at again now and then. */
export const boardQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.board(of),
    queryFn: ({ signal }) => call(getBoard, { query: plain(of) }, { signal }),
    refetchInterval: 60_000,
  });

/** The days from `from` to the view's own. */
export const accountsQuery = (of: DeskDay, from: string) =>
  queryOptions({
    queryKey: keys.accounts(of, from),
    queryFn: ({ signal }) =>
      call(
        getAccounts,
        { query: { response: of.response, area: of.area, from, to: of.day } },
        { signal },
      ),
  });

/** Of every desk within reach. */
export const eveningQuery = ({ response, day }: Pick<DeskDay, 'response' | 'day'>) =>
  queryOptions({
    queryKey: keys.evening(response, day),
    queryFn: ({ signal }) => call(getEvening, { query: { response, day } }, { signal }),
  });

/** Without `plan`: by what is published. */
export const gapQuery = (of: DeskDay, plan?: string) =>
  queryOptions({
    queryKey: keys.gap(of, plan),
    queryFn: ({ signal }) =>
      call(getGap, { query: { ...plain(of), ...(plan && { plan }) } }, { signal }),
  });

/** The fourteen days that end with this one. */
export const fortnightQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.fortnight(of),
    queryFn: ({ signal }) => call(getFortnight, { query: plain(of) }, { signal }),
  });

/** What is not as it was on the published day before. */
export const sinceQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.since(of),
    queryFn: ({ signal }) => call(getSince, { query: { ...plain(of), limit: 200 } }, { signal }),
  });

export const runwayQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.runway(of),
    queryFn: ({ signal }) => call(getRunway, { query: plain(of) }, { signal }),
  });

export const exitQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.exit(of),
    queryFn: ({ signal }) => call(getExit, { query: plain(of) }, { signal }),
  });

/** What residents asked for on the day, and what still waits from before. */
export const requestsQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.requests(of),
    queryFn: ({ signal }) => call(listRequests, { query: plain(of) }, { signal }),
  });

/** Water to doors on the day: who, by whom, what came of it. */
export const doorsQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.doors(of),
    queryFn: ({ signal }) => call(getDoors, { query: plain(of) }, { signal }),
  });

/** The codes by which anybody opens the points' pages. */
export const codesQuery = (area: string) =>
  queryOptions({
    queryKey: keys.codes(area),
    queryFn: ({ signal }) => call(listPointCodes, { query: { area } }, { signal }),
  });

/** The sitings of a desk, the latest first. */
export const sitingsQuery = ({ response, area }: DeskDay) =>
  queryOptions({
    queryKey: keys.sitings({ response, area }),
    queryFn: ({ signal }) => call(listSitings, { query: { response, area } }, { signal }),
  });

export const sitingQuery = (siting: string) =>
  queryOptions({
    queryKey: keys.siting(siting),
    queryFn: ({ signal }) => call(getSiting, { params: { siting } }, { signal }),
  });

export const scheduleQuery = (plan: string) =>
  queryOptions({
    queryKey: keys.schedule(plan),
    queryFn: ({ signal }) => call(getSchedule, { params: { plan } }, { signal }),
  });

export const comparisonQuery = (before: string, after: string) =>
  queryOptions({
    queryKey: keys.comparison(before, after),
    queryFn: ({ signal }) => call(comparePlans, { query: { before, after } }, { signal }),
  });

/** What people decided in it. */
export const handQuery = (plan: string) =>
  queryOptions({
    queryKey: keys.hand(plan),
    queryFn: ({ signal }) => call(getHand, { params: { plan } }, { signal }),
  });

/** What was assumed on a day. */
export const whatIfsQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.whatIfs(of),
    queryFn: ({ signal }) => call(listWhatIfs, { query: plain(of) }, { signal }),
  });

export const courseQuery = (plan: string) =>
  queryOptions({
    queryKey: keys.course(plan),
    queryFn: ({ signal }) => call(getCourse, { params: { plan } }, { signal }),
  });

export const triesQuery = (plan: string) =>
  queryOptions({
    queryKey: keys.tries(plan),
    queryFn: ({ signal }) => call(listTries, { params: { plan } }, { signal }),
  });

export const plansQuery = (of: DeskDay) =>
  queryOptions({
    queryKey: keys.plans(of),
    queryFn: ({ signal }) =>
      call(listPlans, { query: { ...plain(of), desk: 'water' } }, { signal }),
  });

export const needsQuery = ({ response, day }: Pick<DeskDay, 'response' | 'day'>) =>
  queryOptions({
    queryKey: keys.needs(response, day),
    queryFn: ({ signal }) =>
      call(listNeeds, { query: { response, desk: 'water', day } }, { signal }),
  });

/** Below the households' keys: what changes one of them changes this. */
export const differingQuery = (response: string) =>
  queryOptions({
    queryKey: [...tableKeys.all('register.households'), 'differing-points', response],
    queryFn: ({ signal }) =>
      call(listDifferingPoints, { query: { response, limit: 200 } }, { signal }),
  });

// The contracts refuse what they do not know, so only the three go out.
const plain = ({ response, area, day }: DeskDay): DeskDay => ({ response, area, day });
