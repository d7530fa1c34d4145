import type { Call } from '@liangbuwu/office/http/client.ts';
import { importDivisions, listAreas, putArea } from '@liangbuwu/office/register/areas/contract.ts';
import type { Scenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { stableId } from './stable-id.ts';

const levels = { city: 'prefecture', county: 'county', town: 'town', village: 'village' } as const;

/** The divisions by their file, then what is in no file. Returns the area's id by the scenario's id of it. */
export async function loadAreas(call: Call, scenario: Scenario): Promise<Map<string, string>> {
  const of = (kind: string, parent?: string) =>
    scenario.areas.filter((area) => area.kind === kind && !area.extended && (!parent || area.parent === parent));
  const root = scenario.areas.find(({ kind }) => kind === 'city');
  const { areas: before } = await call(listAreas, { query: {} });
  const top = before.find(({ code }) => code === root?.id);
  if (!root || !top) throw new Error('the scenario has no city');
  const counties = of('county');
  await call(importDivisions, {
    body: {
      parent: top.id,
      divisions: {
        source: scenario.divisions.source,
        county: Object.fromEntries(counties.map(({ id, name }) => [id, name])),
        towns: counties.flatMap((county) =>
          of('town', county.id).map((town) => ({
            code: town.id,
            name: town.name,
            county: county.name,
            villages: of('village', town.id).map(({ id, name }) => ({ code: id, name })),
          })),
        ),
      },
    },
  });
  const { areas } = await call(listAreas, { query: {} });
  const ids = new Map(areas.flatMap(({ id, code }) => (code ? [[code, id] as const] : [])));
  for (const { id, name, kind, parent } of scenario.areas.filter(({ extended }) => extended)) {
    const area = stableId(`area ${id}`);
    const above = ids.get(parent ?? '');
    if (!above) throw new Error(`the area ${id} lies below nothing`);
    await call(putArea, { params: { area }, body: { parent: above, name, level: levels[kind] } });
    ids.set(id, area);
  }
  return ids;
}
