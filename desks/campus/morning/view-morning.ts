import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { dayIn } from '@liangbuwu/office/responses/when.ts';
import { judgeAll, type Line } from '../answers/judge-all.ts';
import type { Place } from '../members/member-store.ts';
import { listComing } from '../passes/coming-store.ts';
import type { GivenPass } from '../passes/gate-port.ts';
import { dueBy, goesWith, type PassServices } from '../passes/settle.ts';
import { countMorning, type Morning, type MorningLine, needsSomebody, stateOf } from './morning.ts';
import { openWhere } from './put-whereabouts.ts';
import { listWhereabouts } from './whereabouts-store.ts';

/** A class, or a school, on a day on which it returns: who is expected, who came, and where the others are. */
export async function seeMorning(
  deed: Deed & { actor: Actor },
  { keys, gate }: PassServices,
  asked: { response: string; area: string; day: string | null },
): Promise<Morning> {
  const { tx, actor } = deed;
  const judged = await judgeAll(deed, keys, { ...asked, names: true });
  const { response, places, governing, lines } = judged;
  const day = asked.day ?? response.today;
  const persons = lines.map(({ member }) => member.id);
  const passes = new Map(
    (await gate.list(tx, { response: response.id, persons })).map((one) => [one.person, one]),
  );
  const checks = (await gate.seen(tx, { response: response.id, persons })).filter(
    ({ at, direction }) => direction === 'in' && dayIn(response, at) === day,
  );
  const seen = new Map(checks.map((one) => [one.person, one]));
  const wheres = await listWhereabouts(tx, { response: response.id, day, members: persons });
  const [first] = places.values();
  const named = { response: response.id, school: first?.school ?? '' };
  const hasGate = (await gate.gatesOf(tx, named)).length > 0;
  const days = new Map(
    [...governing].map(([area, { arrival, arrivalKnown }]) => [
      area,
      arrivalKnown ? dayIn(response, arrival) : undefined,
    ]),
  );
  const dayOf = (area: string) => days.get(area);
  const dueFor = dueBy(response, gate.longest);
  const said = lines.flatMap((line) => lineOf(line));
  const isClass = places.get(asked.area)?.class !== null;
  const byArea = Map.groupBy(said, ({ area }) => area);
  const coming = (await listComing(tx, response.id)).filter((one) => one.day === day);
  return {
    day,
    days: [...new Set([...places.keys()].flatMap((area) => dayOf(area) ?? []))].sort(),
    classes: [...places.values()]
      .filter(({ area }) => byArea.has(area) || coming.some((one) => one.class === area))
      .sort(byGrade)
      .map(({ area, areaName: name }) => {
        const told = coming.find((one) => one.class === area);
        const here = byArea.get(area) ?? [];
        return {
          area,
          name,
          expected: here.filter(({ expected }) => expected).length,
          arrival: dayOf(area) === day ? (governing.get(area)?.arrival ?? null) : null,
          coming: told ? { from: told.from, to: told.to ?? told.from, gate: told.gate } : null,
          counts: countMorning(here.map(({ line }) => line)),
        };
      }),
    lines: said
      .map(({ line }) => line)
      .filter(({ now }) => isClass || needsSomebody.includes(now))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN') || (a.id < b.id ? -1 : 1)),
    astray: lines.filter(isAstray).length,
  };

  function lineOf(line: Line): { area: string; expected: boolean; line: MorningLine }[] {
    const { member, answer, said: about } = line;
    const has = passes.get(member.id);
    const check = seen.get(member.id);
    const row = wheres.get(member.id);
    const due = dayOf(member.area) === day;
    if (!due && !check && !row) return [];
    const expected = due && (answer.state === 'may-return' || answer.state === 'free');
    const where = row
      ? {
          where: openWhere(keys, { tenant: actor.tenant, response: response.id }, row),
          at: row.at,
          by: row.by,
        }
      : null;
    const now = stateOf({ expected, seen: check ?? null, where });
    return [
      {
        area: member.area,
        expected,
        line: {
          ...answer,
          id: member.id,
          kind: member.kind,
          name: about?.who?.name ?? '',
          class: places.get(member.area)?.areaName ?? '',
          now,
          pass: has ? (has.revoked ? 'withdrawn' : 'issued') : 'none',
          seen: check
            ? {
                at: check.at,
                gate: check.gate,
                letThrough: check.letThrough,
                refused: check.refused,
                next: check.next,
              }
            : null,
          where,
        },
      },
    ];
  }

  function isAstray({ member, answer, said: about }: Line): boolean {
    const by = governing.get(member.area);
    if (!by) return false;
    const has: GivenPass | undefined = passes.get(member.id);
    const due = dueFor(by, answer, about);
    if (due === 'nothing-asked') return false;
    return has ? !goesWith(has, due, member, response) : due !== undefined && hasGate;
  }
}

const byGrade = (a: Place, b: Place) =>
  (a.class?.grade ?? 99) - (b.class?.grade ?? 99) ||
  a.areaName.localeCompare(b.areaName, 'zh-CN', { numeric: true });
