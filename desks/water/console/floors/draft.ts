import type { Floors, Tier } from '../../water.ts';

/** A new version while it is being typed. */
export type FloorsDraft = {
  version: string;
  validFrom: string;
  tiers: Record<Tier['name'], { litres: number | null; source: string }>;
};

/** What the first version of all begins with: the names of the lines and nothing else. */
export const noFloorsYet: Floors = {
  version: '',
  validFrom: '',
  tiers: [
    ['survival', { 'zh-CN': '生存线', en: 'Survival' }] as const,
    ['basic', { 'zh-CN': '基本线', en: 'Basic' }] as const,
    ['full', { 'zh-CN': '正常线', en: 'Full' }] as const,
  ].map(([name, label]) => ({ name, label, litresPerPerson: 0, source: '' })),
  kinds: {},
};

export const tierNames = ['survival', 'basic', 'full'] as const satisfies readonly Tier['name'][];

/** Begins with the figures of the version that it follows. */
export function draftFrom(held: Floors, day: string, taken: readonly Floors[]): FloorsDraft {
  const of = (name: Tier['name']) => {
    const tier = held.tiers.find((one) => one.name === name);
    return tier && tier.source !== ''
      ? { litres: tier.litresPerPerson, source: tier.source }
      : { litres: null, source: '' };
  };
  return {
    version: freeName(day, taken),
    validFrom: day,
    tiers: { survival: of('survival'), basic: of('basic'), full: of('full') },
  };
}

/** The day with a running number, as versions are called. */
function freeName(day: string, taken: readonly Floors[]): string {
  const names = new Set(taken.map(({ version }) => version));
  let number = 1;
  while (names.has(`${day}/${number}`)) number += 1;
  return `${day}/${number}`;
}

export type DraftFault = 'missing' | 'taken' | 'too-much' | 'below';

/** What is wrong where, by the name of the field; `below` is said at the floor that is under the one before. */
export function faultsOf(
  draft: FloorsDraft,
  taken: readonly Floors[],
): Partial<Record<string, DraftFault>> {
  const faults: Partial<Record<string, DraftFault>> = {};
  const version = draft.version.trim();
  if (version === '') faults.version = 'missing';
  else if (taken.some((one) => one.version === version)) faults.version = 'taken';
  if (draft.validFrom === '') faults.validFrom = 'missing';
  let before = 0;
  for (const name of tierNames) {
    const { litres, source } = draft.tiers[name];
    if (litres === null) faults[`${name}.litres`] = 'missing';
    else if (litres < 0 || litres > 1000) faults[`${name}.litres`] = 'too-much';
    else if (litres < before) faults[`${name}.litres`] = 'below';
    if (litres !== null) before = litres;
    if (source.trim() === '') faults[`${name}.source`] = 'missing';
  }
  return faults;
}

/** The draft as the server takes it: what else the followed version holds goes along as it is. */
export function bodyOf(held: Floors, draft: FloorsDraft): Omit<Floors, 'version'> {
  const { version: _, ...kept } = held;
  return {
    ...kept,
    validFrom: draft.validFrom,
    tiers: held.tiers.map((tier) => {
      const { litres, source } = draft.tiers[tier.name];
      return {
        ...tier,
        litresPerPerson: litres ?? tier.litresPerPerson,
        source: source.trim(),
      };
    }),
  };
}
