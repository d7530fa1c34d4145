import { instantOf, secondsOf } from './moments.ts';
import type { StoredParcel } from './parcel-store.ts';
import { type CarriedRound, type Carrying, planRounds } from './plan-rounds.ts';
import type { Planned, Round, ZoneFields } from './zone.ts';

/** A zone’s hands and parcels as a problem: who is out comes back as planned, what is outside is brought at the end of its slot. */
export function carryingOf(
  fields: ZoneFields,
  parcels: readonly Pick<StoredParcel, 'id' | 'building' | 'state' | 'due' | 'readyAt'>[],
  at: { now: string; underWay: readonly Pick<Round, 'carrier' | 'back'>[] },
): Carrying {
  const now = secondsOf(at.now);
  const out = new Map(at.underWay.map(({ carrier, back }) => [carrier, secondsOf(back)]));
  return {
    free: Array.from({ length: fields.carriers }, (_, i) => Math.max(now, out.get(i + 1) ?? now)),
    perRound: fields.perRound,
    takes: new Map(fields.buildings.map(({ id, minutes }) => [id, minutes * 60])),
    parcels: parcels.map(({ id, building, due, readyAt }) => ({
      id,
      building,
      ready:
        readyAt === null
          ? Math.max(now, secondsOf(due)) + fields.disinfect * 60
          : Math.max(now, secondsOf(readyAt)),
    })),
  };
}

export function plannedOf(
  carrying: Carrying,
  at: string,
): { planned: Planned; rounds: CarriedRound[] } {
  const { rounds, ends, bound } = planRounds(carrying);
  return {
    planned: {
      at,
      ends: instantOf(ends),
      bound: instantOf(bound),
      rounds: rounds.length,
      parcels: carrying.parcels.length,
    },
    rounds,
  };
}
