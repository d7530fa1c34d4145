import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Scenario } from '@liangbuwu/scenario-zhuzhou-2022-11/scenario.ts';
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
