import { putArrival } from '@liangbuwu/campus/answers/answers.contract.ts';
import { bringMembers } from '@liangbuwu/campus/members/members.contract.ts';
import { reportFor } from '@liangbuwu/campus/reports/report.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { SchoolReport } from '@liangbuwu/office/people/school-report.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** Classes with made-up pupils, entered and reported by their teachers; some have not reported. */
export async function loadPupils(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  const response = stableId('response epidemic-2022-11');
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

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章';
