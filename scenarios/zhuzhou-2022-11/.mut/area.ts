import { z } from 'zod';
import { Said } from './origin.ts';

export const AreaLevel = z.enum(['prefecture', 'county', 'town', 'village']);
export type AreaLevel = z.infer<typeof AreaLevel>;

/** One node of the area tree; `id` is the division code where there is one. */
export interface Area {
  id: string;
  code: string | null;
  name: string;
  en: string | null;
  level: AreaLevel;
  parent: string | null;
  /** True for an area that no division file lists and a user added. */
  extended: boolean;
  /** Names of units that stood here before a merger, for searching. */
  formerNames: string[];
}

const name = z.string().min(1);
const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`));

/** data/divisions.json: the public codes, as the source gives them. */
export const Divisions = z.strictObject({
  source: z.string().min(1),
  county: z.record(code(6), name),
  towns: z
    .array(
      z.strictObject({
        code: code(9),
        name,
        county: name,
        villages: z.array(z.strictObject({ code: code(12), name })),
      }),
    )
    .min(1),
});
export type Divisions = z.infer<typeof Divisions>;

/** data/areas.json: what the division codes do not say. */
export const AreasFile = z.strictObject({
  divisions: z.strictObject({ source: name, edition: name, licence: name, note: Said }),
  prefecture: z.strictObject({ code: code(6), name }),
  extended: z.array(
    z.strictObject({ id: name, name, en: name, level: AreaLevel, parent: name, note: Said }),
  ),
  formerVillages: z.strictObject({ area: name, names: z.array(name), source: name, note: Said }),
  english: z.record(z.string(), name),
});
export type AreasFile = z.infer<typeof AreasFile>;

/** The area tree as a list, every parent before its children. */
export function listAreas(divisions: Divisions, file: AreasFile): Area[] {
  const { prefecture, formerVillages, english, extended } = file;
  const official = (id: string, name: string, level: AreaLevel, parent: string | null): Area => ({
    id,
    code: id,
    name,
    en: english[id] ?? null,
    level,
    parent,
    extended: false,
    formerNames: formerVillages.area === id ? formerVillages.names : [],
  });
  return [
    official(prefecture.code, prefecture.name, 'prefecture', null),
    ...Object.entries(divisions.county).map(([code, name]) =>
      official(code, name, 'county', prefecture.code),
    ),
    ...divisions.towns.flatMap((town) => [
      official(town.code, town.name, 'town', town.code.slice(0, 6)),
      ...town.villages.map((village) => official(village.code, village.name, 'village', town.code)),
    ]),
    ...extended.map(({ id, name, en, level, parent }) => ({
      id,
      code: null,
      name,
      en,
      level,
      parent,
      extended: true,
      formerNames: [],
    })),
  ];
}
