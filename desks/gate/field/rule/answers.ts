import type { Constant, Fact, ValueType } from '@liangbuwu/eligibility/table.ts';
import { readNumber } from '@liangbuwu/ui/phone/number-field.tsx';
import type { CheckBody } from '../../checks/check.ts';

/** What the guard noted, as it stands in the form. */
export type Noted = {
  /** By the names of the rule's facts: choices as they are, all else as typed. */
  said: Readonly<Record<string, string | boolean | number | null>>;
  /** What a vehicle's papers and doors show. */
  vehicle: { at: number; by: string; seals: string };
};

/** What a body can have, °C. */
const possible = { from: 30, to: 45 };
const mostSeals = 10;
const longestSeal = 30;

export const typeOf = ({ type = 'string' }: Pick<Fact, 'type'>): ValueType => type;

/** No text, since a text may be anything. */
export const unclear = Symbol('unclear');

/** What was said of a fact, as rules take it; undefined: nothing was. */
export function readSaid(
  fact: Pick<Fact, 'name' | 'type'>,
  said: Noted['said'][string] | undefined,
): Constant | typeof unclear | undefined {
  if (said === undefined || said === '') return undefined;
  if (typeof said !== 'string') return said;
  const text = said.trim();
  switch (typeOf(fact)) {
    case 'number':
    case 'integer': {
      const read = readNumber(text, typeOf(fact) === 'number');
      if (read === undefined) return unclear;
      if (fact.name !== 'temperature') return read;
      const isPossible = read >= possible.from && read <= possible.to;
      return isPossible ? Math.round(read * 10) / 10 : unclear;
    }
    case 'days and time duration': {
      const hours = readNumber(text);
      return hours === undefined ? unclear : `PT${hours}H`;
    }
    case 'years and months duration': {
      const months = readNumber(text);
      return months === undefined ? unclear : `P${months}M`;
    }
    default:
      return text === '' ? undefined : text;
  }
}

/** Seal numbers as typed, with whatever lies between them. */
export function readSeals(text: string): string[] | 'unclear' {
  const seals = text.split(/[\s,，、;；]+/).filter((seal) => seal !== '');
  const fits = seals.length <= mostSeals && seals.every((seal) => seal.length <= longestSeal);
  return fits ? seals : 'unclear';
}

/** The facts whose answer cannot be read, and whether the seal numbers can. */
export function findUnclear(facts: readonly Fact[], noted: Noted): ReadonlySet<string> {
  const unread = facts.filter((fact) => readSaid(fact, noted.said[fact.name]) === unclear);
  return new Set([
    ...unread.map(({ name }) => name),
    ...(readSeals(noted.vehicle.seals) === 'unclear' ? ['seals'] : []),
  ]);
}

/** What was noted, as a check says it: some facts have a field of their own there. */
export function saidOf(
  facts: readonly Fact[],
  noted: Noted,
): Pick<CheckBody, 'temperature' | 'mask' | 'vehicle' | 'facts'> {
  const read = Object.fromEntries(
    facts.flatMap((fact) => {
      const value = readSaid(fact, noted.said[fact.name]);
      return value === undefined || value === unclear ? [] : [[fact.name, value] as const];
    }),
  );
  const { temperature: measured, mask, disinfected, ...others } = read;
  const seals = readSeals(noted.vehicle.seals);
  const isVehicle = typeof disinfected === 'boolean' || (seals !== 'unclear' && seals.length > 0);
  return {
    ...(typeof measured === 'number' && { temperature: measured }),
    ...(typeof mask === 'boolean' && { mask }),
    ...(isVehicle && {
      vehicle: {
        disinfected: typeof disinfected === 'boolean' ? disinfected : null,
        disinfectedAt: disinfected === true ? new Date(noted.vehicle.at).toISOString() : null,
        disinfectedBy: (disinfected === true && noted.vehicle.by.trim()) || null,
        seals: seals === 'unclear' ? [] : seals,
      },
    }),
    ...(Object.keys(others).length > 0 && { facts: others }),
  };
}
