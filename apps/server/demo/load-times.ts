import type { SchoolDay } from '@liangbuwu/campus/times/day.ts';
import { getSchoolDay, putSchoolDay } from '@liangbuwu/campus/times/times.contract.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';
import type { ScenarioDay } from '@liangbuwu/scenario-zhuzhou-2022-11/school-days.ts';
import type { Loading } from './load-demo.ts';
import { stableId } from './stable-id.ts';

/** What schools have, from which a visitor staggers the times; nothing is solved at the start. */
export async function loadTimes(
  { scenario, area }: Loading,
  enter: (user: string) => Promise<Call>,
): Promise<void> {
  for (const day of scenario.schoolDays.days) {
    const officer = scenario.users.find(
      (user) => user.role === 'school-officer' && user.area === day.school,
    );
    if (!officer) throw new Error(`nobody keeps the times of ${day.school}`);
    const call = await enter(officer.id);
    const params = { school: area(day.school) };
    const { saved } = await call(getSchoolDay, { params });
    if (!saved) await call(putSchoolDay, { params, body: { version: 0, day: dayOf(day, area) } });
  }
}

function dayOf(
  { school: _, told: _told, note: _note, invented, ...of }: ScenarioDay,
  area: (id: string) => string,
): SchoolDay {
  const own = (id: string) => stableId(`times ${id}`);
  return {
    ...of,
    invented,
    gates: of.gates.map((gate) => ({
      ...gate,
      id: own(gate.id),
      open: gate.open.map((hours) => {
        const [from = '', to = ''] = hours.split('-');
        return { from: minuteOf(from), to: minuteOf(to) };
      }),
    })),
    stairs: of.stairs.map((stair) => ({ ...stair, id: own(stair.id) })),
    arrival: startsOf(of.arrival),
    dismissal: startsOf(of.dismissal),
    meals: of.meals.map((meal) => ({ ...meal, id: own(meal.id), starts: startsOf(meal.starts) })),
    buses: of.buses.map(({ id, name, gate, arrives, leaves }) => ({
      id: own(id),
      name,
      gate: own(gate),
      arrives: minuteOf(arrives),
      leaves: minuteOf(leaves),
    })),
    classes: of.classes.map(({ class: id, stair, rides = [], ...counts }) => ({
      ...counts,
      class: area(id),
      stair: own(stair),
      rides: rides.map(({ bus, people }) => ({ bus: own(bus), people })),
      home: false,
    })),
    siblings: of.siblings.map(({ classes: [a, b], ...rest }) => ({
      ...rest,
      classes: [area(a), area(b)],
    })),
  };
}

const startsOf = ({ first, last, step, usual }: ScenarioDay['arrival']) => ({
  first: minuteOf(first),
  last: minuteOf(last),
  step,
  usual: minuteOf(usual),
});

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
