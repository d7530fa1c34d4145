import { z } from 'zod';
import { Said } from './origin.ts';

export const AreaKind = z.enum(['city', 'county', 'town', 'village']);
export type AreaKind = z.infer<typeof AreaKind>;

/** One node of the area tree; `id` is the division code where there is one. */
export interface Area {
  id: string;
  code: string | null;
  name: string;
  en: string | null;
  kind: AreaKind;
  parent: string | null;
  /** True for an area that no division file lists and a user added. */
  extended: boolean;
  /** Names of units that stood here before a merger, for searching. */
  formerNames: string[];
}

const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`));

/** data/areas.json: nested as the division codes are, to keep 1,500 names small. */
export const AreasFile = z.strictObject({
  divisions: z.strictObject({
    source: z.string(),
    edition: z.string(),
    licence: z.string(),
    note: Said,
  }),
  city: z.strictObject({ code: code(6), name: z.string().min(1) }),
  counties: z.array(
    z.strictObject({
      code: code(6),
      name: z.string().min(1),
      towns: z.array(
        z.strictObject({
          code: code(9),
          name: z.string().min(1),
          villages: z.array(z.tuple([code(12), z.string().min(1)])),
        }),
      ),
    }),
  ),
  extended: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      en: z.string().min(1),
      kind: AreaKind,
      parent: z.string().min(1),
      note: Said,
    }),
  ),
  formerVillages: z.strictObject({
    area: z.string(),
    names: z.array(z.string().min(1)),
    source: z.string(),
    note: Said,
  }),
  english: z.record(z.string(), z.string().min(1)),
});
export type AreasFile = z.infer<typeof AreasFile>;

/** The area tree as a list, every parent before its children. */
export function listAreas(file: AreasFile): Area[] {
  const areas: Area[] = [];
  const add = (id: string, name: string, kind: AreaKind, parent: string | null) =>
    areas.push({
      id,
      code: id,
      name,
      en: file.english[id] ?? null,
      kind,
      parent,
      extended: false,
      formerNames: file.formerVillages.area === id ? file.formerVillages.names : [],
    });
  const city = file.city.code;
  add(city, file.city.name, 'city', null);
  for (const county of file.counties) {
    add(county.code, county.name, 'county', city);
    for (const town of county.towns) {
      add(town.code, town.name, 'town', county.code);
      for (const [village, name] of town.villages) add(village, name, 'village', town.code);
    }
  }
  for (const { id, name, en, kind, parent } of file.extended) {
    areas.push({ id, code: null, name, en, kind, parent, extended: true, formerNames: [] });
  }
  return areas;
}
