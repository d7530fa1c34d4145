import type { Tx } from '../database/connection.ts';
import type { Deed } from '../http/endpoint.ts';
import type { Actor } from '../identity/actor.ts';
import { requireAreas } from '../register/scope.ts';
import { listResponses } from '../responses/store.ts';
import type { RuleSet } from './rulebook.ts';
import * as store from './store.ts';

export type Doing = Deed & { actor: Actor };

export function tell(
  { record, announce }: Doing,
  action: `rulebook.${string}`,
  subject: string,
  set: RuleSet,
  detail: Record<string, unknown>,
): void {
  record({ action, subject, area: set.area.id, detail: { set: set.id, ...detail } });
  announce({ topic: 'rulebook', area: null, id: set.id });
}

/** The rule-set, in whose area the request may do what it asks. */
export async function getOwnSet(tx: Tx, id: string): Promise<RuleSet> {
  const set = await store.getSet(tx, id);
  await requireAreas(tx, [set.area.id]);
  return set;
}

/** The latest of the clocks by which this rule-set's area lives: its responses', else the system's. */
export async function nowThere({ tx, clock }: Doing, set: RuleSet): Promise<string> {
  const open = (await listResponses(tx, clock)).filter(
    ({ id, ended }) => ended === null && set.responses.includes(id),
  );
  const clocks = open.map(({ now }) => now).sort((a, b) => Date.parse(a) - Date.parse(b));
  return clocks.at(-1) ?? clock.now().toString();
}
