import { putSession } from '@liangbuwu/campus/sampling/sampling.contract.ts';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Scenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** Schools and classes: areas too, whose ids are added to those of the divisions. */
export async function loadSchools(
  call: Call,
  { schools }: Scenario,
  areas: Map<string, string>,
): Promise<void> {
  for (const { id, within, name, ruleName, boards, invented = false, classes } of schools.schools) {
    const lies = areas.get(within);
    if (!lies) throw new Error(`the school ${id} lies in no area`);
    const school = stableId(`school ${id}`);
    areas.set(id, school);
    await call(putSchool, {
      params: { school },
      body: { within: lies, name: name['zh-CN'], ruleName, boards, invented },
    });
    for (const { id: classId, name, stage, grade } of classes) {
      const params = { school, class: stableId(`class ${classId}`) };
      areas.set(classId, params.class);
      await call(putClass, { params, body: { name, stage, grade, invented: true } });
    }
  }
}

/** The sessions of sampling that schools have planned. */
export async function loadSampling(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  const response = stableId('response epidemic-2022-11');
  for (const { id: school, sampling = [] } of scenario.schools.schools) {
    for (const {
      id,
      start,
      place,
      groups,
      by,
      told: _,
      invented: __,
      note: ___,
      ...fields
    } of sampling) {
      const [hours = 0, minutes = 0] = start.split(':').map(Number);
      await (await as(by))(putSession, {
        params: { school: area(school), session: stableId(`sampling ${id}`) },
        body: {
          ...fields,
          groups: groups.map(({ classes, ...group }) => ({ ...group, areas: classes.map(area) })),
          response,
          place: place['zh-CN'],
          start: hours * 3600 + minutes * 60,
          seen: null,
        },
      });
    }
  }
}
