import { isOfPeople } from '../../kinds.ts';
import { rankOf, type SheetStanding, type VillageStanding } from '../standing.ts';

/** Which sentence the day is summed up in, with what belongs into it. */
export type Headline =
  | { kind: 'nobody-to-serve' }
  | { kind: 'no-plan'; people: number; villages: number; perPerson: number }
  | {
      kind: 'below-survival';
      survival: VillageStanding[];
      basic: VillageStanding[];
      people: number;
    }
  | { kind: 'below-basic'; basic: VillageStanding[]; people: number }
  | { kind: 'below-full'; full: VillageStanding[]; people: number }
  | { kind: 'all-reached' }
  /** A single village's own, as its cadre reads it. */
  | { kind: 'own-below'; village: string; standing: 'survival' | 'basic' | 'full'; people: number }
  | { kind: 'own-reached'; village: string };

/** The one sentence that answers who is short today, by the worst floor that anybody misses. */
export function headlineOf(
  sheet: SheetStanding,
  basis: 'published' | 'plan' | 'nothing',
): Headline {
  const { total, villages } = sheet;
  if (villages.length === 0 || total.people === 0) return { kind: 'nobody-to-serve' };
  if (basis === 'nothing') {
    const { people, perPerson } = total;
    return { kind: 'no-plan', people, villages: villages.length, perPerson };
  }
  const [only] = villages;
  if (only && villages.length === 1) return ownHeadline(only);
  const under = (name: string) => sheet.below.find(({ tier }) => tier.name === name);
  const [survival, basic, full] = [under('survival'), under('basic'), under('full')];
  if (survival && survival.villages.length > 0) {
    return {
      kind: 'below-survival',
      survival: survival.villages,
      basic: basic?.villages ?? [],
      people: survival.people,
    };
  }
  if (basic && basic.villages.length > 0) {
    return { kind: 'below-basic', basic: basic.villages, people: basic.people };
  }
  if (full && full.villages.length > 0) {
    return { kind: 'below-full', full: full.villages, people: full.people };
  }
  return { kind: 'all-reached' };
}

function ownHeadline({ name: village, standing, points }: VillageStanding): Headline {
  if (standing === 'enough') return { kind: 'own-reached', village };
  const short = points.filter(
    (point) => isOfPeople(point.kind) && rankOf(point.standing) <= rankOf(standing),
  );
  const people = short.reduce((sum, point) => sum + point.people, 0);
  return { kind: 'own-below', village, standing, people };
}

/** The first few names in one line, and how many are left unsaid. */
export function someNames(
  villages: readonly { name: string }[],
  most: number,
): { names: string[]; more: number } {
  // One name more is shorter than saying that there is one more.
  const shown = villages.length === most + 1 ? most + 1 : most;
  return {
    names: villages.slice(0, shown).map(({ name }) => name),
    more: Math.max(0, villages.length - shown),
  };
}
