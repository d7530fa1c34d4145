import { readNumber } from '@liangbuwu/ui/phone/number-field.tsx';
import type { CheckBody } from '../../checks/check.ts';
import { isOfThePhone, type Judged } from '../scan/judged.ts';

export type Reason = NonNullable<CheckBody['reason']>;
export type Direction = CheckBody['direction'];

/** What the guard noted, as it stands in the form. */
export type Noted = {
  temperature: string;
  mask: boolean | undefined;
  /** Undefined: it is no vehicle. */
  vehicle: { disinfected: boolean | undefined; at: number; by: string; seals: string } | undefined;
};

/** From here on somebody is said to have a fever, °C, as circulars of 2022 had it. */
export const feverFrom = 37.3;
const possible = { from: 30, to: 45 };
const mostSeals = 10;
const longestSeal = 30;

/** A temperature as typed; undefined where none was taken. */
export function readTemperature(text: string): number | 'unclear' | undefined {
  if (text.trim() === '') return undefined;
  const read = readNumber(text, true);
  if (read === undefined || read < possible.from || read > possible.to) return 'unclear';
  return Math.round(read * 10) / 10;
}

/** Seal numbers as typed, with whatever lies between them. */
export function readSeals(text: string): string[] | 'unclear' {
  const seals = text.split(/[\s,，、;；]+/).filter((seal) => seal !== '');
  const fits = seals.length <= mostSeals && seals.every((seal) => seal.length <= longestSeal);
  return fits ? seals : 'unclear';
}

export type Fault = 'temperature' | 'seals' | 'disinfection';

/** What has to be put right before it can be recorded. A vehicle that is let through has been asked after. */
export function findFault(noted: Noted, letThrough: boolean): Fault | undefined {
  if (readTemperature(noted.temperature) === 'unclear') return 'temperature';
  if (noted.vehicle && readSeals(noted.vehicle.seals) === 'unclear') return 'seals';
  if (letThrough && noted.vehicle && noted.vehicle.disinfected === undefined) return 'disinfection';
  return undefined;
}

export function checkBody(
  judged: Judged,
  gate: { response: string; gate: string; bundle: number | null },
  decided: { direction: Direction; reason: Reason | null },
  noted: Noted,
): CheckBody {
  const temperature = readTemperature(noted.temperature);
  const { vehicle, mask } = noted;
  const seals = vehicle && readSeals(vehicle.seals);
  return {
    ...gate,
    ...decided,
    at: new Date(judged.at).toISOString(),
    shown: judged.shown,
    phone: { verdict: judged.verdict, code: judged.code },
    letThrough: decided.reason === null,
    ...(typeof temperature === 'number' && { temperature }),
    ...(mask !== undefined && { mask }),
    ...(vehicle?.disinfected !== undefined && {
      vehicle: {
        disinfected: vehicle.disinfected,
        disinfectedAt: vehicle.disinfected ? new Date(vehicle.at).toISOString() : null,
        disinfectedBy: (vehicle.disinfected && vehicle.by.trim()) || null,
        seals: Array.isArray(seals) ? seals : [],
      },
    }),
  };
}

/** Why somebody is most likely not let through, by what was found and noted; undefined: nothing speaks for it. */
export function likelyReason({ verdict, shown, code }: Judged, noted: Noted): Reason | undefined {
  if (isOfThePhone({ code })) return 'other';
  if (verdict === 'red') return shown.how === 'nothing' ? 'no-pass' : 'pass';
  const temperature = readTemperature(noted.temperature);
  if (typeof temperature === 'number' && temperature >= feverFrom) return 'temperature';
  if (noted.mask === false) return 'mask';
  return noted.vehicle?.disinfected === false ? 'disinfection' : undefined;
}
