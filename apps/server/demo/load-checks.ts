import { putCaseStep } from '@liangbuwu/campus/checks/cases.contract.ts';
import { putCheck, viewChecks } from '@liangbuwu/campus/checks/checks.contract.ts';
import type { Exception } from '@liangbuwu/campus/checks/checks.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** The first checks of the day: most classes in order, some but for a few; the first of who is unwell is looked after. */
export async function loadChecks(
  { scenario, area }: Loading,
  as: (user: string) => Promise<Call>,
): Promise<void> {
  const response = stableId('response epidemic-2022-11');
  const day = scenario.response.clock.start.slice(0, 10);
  for (const { kind, by, classes, except } of scenario.pupils.checks) {
    const call = await as(by);
    for (const name of classes)
      await call(putCheck, {
        params: { class: area(name), check: stableId(`check ${day} ${kind} ${name}`) },
        body: {
          response,
          day,
          kind,
          seen: 0,
          exceptions: except
            .filter((one) => one.class === name)
            .map(({ class: _, pupil, ...found }) => ({
              ...(found as Omit<Exception, 'member'>),
              member: stableId(`pupil ${name}-${pupil}`),
            })),
        },
      });
    const [first] = except.filter(({ temperature }) => temperature !== null);
    if (!first) continue;
    const params = { area: area(first.class) };
    const { cases } = await call(viewChecks, { params, query: { response } });
    for (const { id } of cases) {
      const step = stableId(`isolation ${day} ${kind} ${first.class}`);
      await call(putCaseStep, { params: { case: id, step }, body: { step: 'isolation' } });
    }
  }
}
