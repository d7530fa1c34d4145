import { id, instant, litres } from '@liangbuwu/office/http/fields.ts';
import { z } from 'zod';
import { type SupplyName, supplyNames } from '../cost-figures.ts';
import type { Entry } from '../recording/entry.ts';
import { round, total } from '../sums.ts';

const grams = z.number();

export const ChlorineRow = z.strictObject({
  entry: id,
  at: instant,
  tanker: z.string(),
  source: z.string(),
  litres,
  dose: grams.nullable().describe('of product, as it was recorded'),
  reading: z.number().nullable().describe('free chlorine as it was measured there, mg/L'),
  target: grams.nullable().describe('of product that the target would take'),
  disinfection: grams.nullable().describe('of product that disinfecting the full tank would take'),
  strength: z.number().nullable().describe('mg/L of chlorine that the recorded dose comes to'),
});
export type ChlorineRow = z.infer<typeof ChlorineRow>;

export const ChlorineAccount = z.strictObject({
  strength: z.number().nullable().describe('available chlorine of the product, per cent'),
  target: z.number().nullable().describe('mg/L to be dosed into drinking water'),
  disinfection: z.number().nullable().describe('mg/L for disinfecting a tank'),
  missing: z.array(z.enum(supplyNames)),
  rows: z.array(ChlorineRow),
  dosed: grams.describe('of product, all that was recorded'),
});
export type ChlorineAccount = z.infer<typeof ChlorineAccount>;

/**
 * Grams of product = m³ × mg/L ÷ available fraction.
 *
 * @param strength available chlorine of the product, per cent
 */
export const gramsFor = (ofLitres: number, milligrams: number, strength: number): number =>
  round((ofLitres / 1000) * milligrams * (100 / strength), 1);

export function chlorineOf(
  entries: readonly Entry[],
  figures: Readonly<Partial<Record<SupplyName, number | null>>>,
  nameOf: { tanker(id: string): string; source(id: string): string },
): ChlorineAccount {
  const {
    chlorineStrength: strength = null,
    chlorineTarget: target = null,
    tankDisinfection: disinfection = null,
  } = figures;
  const needed = (ofLitres: number, milligrams: number | null) =>
    milligrams === null || strength === null ? null : gramsFor(ofLitres, milligrams, strength);
  const rows = entries
    .filter(({ kind, corrected }) => kind === 'filled' && !corrected)
    .map((entry): ChlorineRow => {
      const filled = entry.litres ?? 0;
      return {
        entry: entry.id,
        at: entry.at,
        tanker: nameOf.tanker(entry.tanker ?? ''),
        source: nameOf.source(entry.source ?? ''),
        litres: filled,
        dose: entry.doseGrams,
        reading: entry.chlorine,
        target: needed(filled, target),
        disinfection: needed(filled, disinfection),
        strength:
          entry.doseGrams === null || strength === null || filled === 0
            ? null
            : round((entry.doseGrams * (strength / 100)) / (filled / 1000), 2),
      };
    });
  return {
    strength,
    target,
    disinfection,
    missing: (['chlorineStrength', 'chlorineTarget', 'tankDisinfection'] as const).filter(
      (name) => (figures[name] ?? null) === null,
    ),
    rows,
    dosed: round(
      total(rows, ({ dose }) => dose ?? 0),
      1,
    ),
  };
}
