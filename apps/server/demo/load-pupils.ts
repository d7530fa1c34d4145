import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import { bringMembers } from '@liangbuwu/campus/members/members.contract.ts';
import { reportFor } from '@liangbuwu/campus/reports/report.contract.ts';
import { putTold, viewUntold } from '@liangbuwu/campus/told/told.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

const response = stableId('response epidemic-2022-11');

/** Classes with made-up pupils, entered and reported by their teachers; some have not reported. */
export async function loadPupils(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  const at = scenario.response.clock.start;
  for (const { class: name, by, arrival, pupils } of scenario.pupils.classes) {
    const teacher = await as(by);
    const of = area(name);
    await teacher(putArrival, { params: { area: of }, body: { response, at: arrival } });
    await teacher(bringMembers, {
      params: { area: of },
      body: {
        response,
        people: pupils.map(({ id, name: called, born }) => ({
          id: stableId(`pupil ${id}`),
          name: called,
          born,
        })),
      },
    });
    for (const { id, before } of pupils)
      if (before)
        await teacher(reportFor, {
          params: { member: stableId(`pupil ${id}`), fact: stableId(`report before ${id}`) },
          body: { response, at, report: before as SchoolReport },
        });
    await tellFamilies(
      teacher,
      of,
      pupils.flatMap(({ id, before }) => (before ? [stableId(`pupil ${id}`)] : [])),
    );
    for (const { id, report } of pupils)
      if (report)
        await teacher(reportFor, {
          params: { member: stableId(`pupil ${id}`), fact: stableId(`report ${id}`) },
          body: { response, at, report: report as SchoolReport },
        });
  }
  for (const { class: name, by, born, count } of scenario.pupils.sampled) {
    const people = Array.from({ length: count }, (_, i) => ({
      id: stableId(`pupil ${name}-${i + 1}`),
      name: `虚构${surnames[i % surnames.length]}${i < surnames.length ? '' : '小'}同学`,
      born: `${born}-${String((i % 12) + 1).padStart(2, '0')}`,
    }));
    const params = { area: area(name) };
    await (await as(by))(bringMembers, { params, body: { response, people } });
  }
}

/** The class teacher told them face to face what the answer was then. */
async function tellFamilies(teacher: Call, of: string, members: string[]): Promise<void> {
  const { lines } = await teacher(viewUntold, { params: { area: of }, body: { response } });
  for (const { id, mark } of lines.filter((line) => members.includes(line.id)))
    await teacher(putTold, {
      params: { class: of, entry: stableId(`told ${id}`) },
      body: { response, how: 'in-person', members: [{ member: id, mark }] },
    });
}

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章';
