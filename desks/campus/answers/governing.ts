import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { governor } from '@liangbuwu/office/rulebook/decide-server.ts';
import type { RuleFact, RuleVersion } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { Governed } from '@liangbuwu/office/rulebook/rules.ts';
import { listFacts, listSetHeads, type SetHead } from '@liangbuwu/office/rulebook/store.ts';
import type { Place } from '../members/member-store.ts';
import { listArrivals } from './arrival-store.ts';

/** When somebody is to come, and which rule governs there at that moment. */
export interface Governing {
  arrival: string;
  /** False: nobody has said when yet. */
  arrivalKnown: boolean;
  governed: Governed<SetHead, RuleVersion>;
  /** The facts that rules may ask, in words. */
  catalogue: readonly RuleFact[];
}

const purpose = 'return-to-school';

/** By area of these places. A school is asked for once, unless a class of it has a rule of its own. */
export async function governingAt(
  tx: Tx,
  clock: Clock,
  response: Response,
  places: readonly Place[],
): Promise<Map<string, Governing>> {
  const ownRule = new Set((await listSetHeads(tx, purpose)).map(({ area }) => area.id));
  const catalogue = await listFacts(tx);
  const arrivals = await listArrivals(tx, response.id);
  const governors = new Map<string, Awaited<ReturnType<typeof governor>>>();
  const found = new Map<string, Governing>();
  for (const { area, school } of places) {
    const asked = ownRule.has(area) ? area : school;
    const at = governors.get(asked) ?? (await governor(tx, clock, { purpose, area: asked }));
    governors.set(asked, at);
    const known = arrivals.get(area) ?? arrivals.get(school);
    const arrival = known ?? nextMorning(response);
    const arrivalKnown = known !== undefined;
    found.set(area, { arrival, arrivalKnown, governed: at(arrival), catalogue });
  }
  return found;
}

/** Nobody said when: as if it were the next morning. */
function nextMorning({ now, zone }: Response): string {
  const local = Temporal.Instant.from(now).toZonedDateTimeISO(zone);
  return local
    .add({ days: 1 })
    .withPlainTime({ hour: 7, minute: 30 })
    .toString({ timeZoneName: 'never', smallestUnit: 'second' });
}
