import type { Call } from '@liangbuwu/office/http/client.ts';
import { importDivisions, listAreas, putArea } from '@liangbuwu/office/register/areas/contract.ts';
import type { Scenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import { stableId } from './stable-id.ts';

/** The divisions by their file, then what is in no file. Returns the area's id by the scenario's id of it. */
export async function loadAreas(call: Call, scenario: Scenario): Promise<Map<string, string>> {
  const root = scenario.areas.find(({ level }) => level === 'prefecture');
  const { areas: before } = await call(listAreas, { query: {} });
  const top = before.find(({ code }) => code !== null && code === root?.code);
  if (!top) throw new Error('the scenario has no city');
  await call(importDivisions, { body: { parent: top.id, divisions: scenario.divisions } });
  const { areas } = await call(listAreas, { query: {} });
  const ids = new Map(areas.flatMap(({ id, code }) => (code ? [[code, id] as const] : [])));
  for (const { id, name, level, parent } of scenario.areas.filter(({ extended }) => extended)) {
    const area = stableId(`area ${id}`);
    const above = ids.get(parent ?? '');
    if (!above) throw new Error(`the area ${id} lies below nothing`);
    await call(putArea, { params: { area }, body: { parent: above, name, level } });
    ids.set(id, area);
  }
  return ids;
}
