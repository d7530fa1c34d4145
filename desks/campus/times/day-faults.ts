import type { Fault } from '@liangbuwu/office/http/refusal.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { type AttendingClass, type Mode, type SchoolDay, startsOf, walkersOf } from './day.ts';

/** More than a bus takes. */
const fullBus = 120;
const mostStarts = 60;

/** What of a day contradicts itself, in words; `names` are those of the school's classes. */
export function dayFaults(day: SchoolDay, names: ReadonlyMap<string, string>): Fault[] {
  return [
    ...namesTwice(day),
    ...gateFaults(day),
    ...startFaults(day),
    ...busFaults(day),
    ...classFaults(day, names),
    ...siblingFaults(day, names),
  ];
}

const fault = (path: string, code: string, cause: Say, remedy: Say): Fault => ({
  path: `/body/day/${path}`,
  code,
  cause,
  remedy,
});

/** People tell them apart by name on the door and at the gate. */
function namesTwice(day: SchoolDay): Fault[] {
  return (['gates', 'stairs', 'meals', 'buses'] as const).flatMap((list) =>
    day[list].flatMap(({ id, name }, i) => {
      if (name.trim() === '')
        return fault(
          `${list}/${i}/name`,
          'name-missing',
          say('有一行没有名称。', 'A row has no name.'),
          say('请给校门、楼梯、用餐、校车都起名。', 'Name every gate, stair, meal and bus.'),
        );
      const twice = day[list].findIndex((one) => one.id === id || one.name === name) < i;
      return twice
        ? fault(
            `${list}/${i}/name`,
            'name-twice',
            say(`“${name}”出现了两次。`, `${name} is there twice.`),
            say('请换一个名称或删去一行。', 'Rename one of them, or take it out.'),
          )
        : [];
    }),
  );
}

function gateFaults({ gates }: SchoolDay): Fault[] {
  return gates.flatMap(({ name, open, modes }, i) => {
    if (modes.length === 0)
      return fault(
        `gates/${i}/modes`,
        'gate-takes-nobody',
        say(`“${name}”没有勾选走哪些方式。`, `${name} takes no kind of traffic.`),
        say('请至少勾选一种，或删去这个门。', 'Tick one at least, or take the gate out.'),
      );
    const sorted = [...open].sort((a, b) => a.from - b.from);
    const bad = sorted.some(({ from, to }, at) => {
      const next = sorted[at + 1];
      return from >= to || (next !== undefined && next.from < to);
    });
    return bad || open.length === 0
      ? fault(
          `gates/${i}/open`,
          'hours-overlap',
          say(
            `“${name}”的开放时段没填全、有重叠，或结束不晚于开始。`,
            `The hours of ${name} are missing, overlap, or end before they begin.`,
          ),
          say('请按先后填写，如 06:40-08:00。', 'Give them one after the other: 06:40-08:00.'),
        )
      : [];
  });
}

function startFaults({ arrival, meals, dismissal, canteen }: SchoolDay): Fault[] {
  const phases = [
    { path: 'arrival', name: say('到校', 'Arrival'), starts: arrival },
    ...meals.map(({ name, starts }, i) => ({
      path: `meals/${i}/starts`,
      name: say(name, name),
      starts,
    })),
    { path: 'dismissal', name: say('放学', 'Dismissal'), starts: dismissal },
  ];
  const faults = phases.flatMap(({ path, name, starts }) => {
    const count = startsOf(starts).length;
    return count === 0 || count > mostStarts
      ? fault(
          `${path}/last`,
          'starts-wrong',
          say(
            `${name['zh-CN']}的可选时间是 ${count} 个，应为 1 到 ${mostStarts} 个。`,
            `${name.en} has ${count} possible starts; 1 to ${mostStarts} are needed.`,
          ),
          say('最晚不能早于最早；或加大间隔。', 'Last comes after first; or widen the step.'),
        )
      : [];
  });
  if (meals.length > 0 && !canteen)
    faults.push(
      fault(
        'canteen',
        'no-canteen',
        say('有用餐，但没有填食堂。', 'There are meals, but no canteen.'),
        say('请填食堂，或删去用餐。', 'Fill the canteen in, or take the meals out.'),
      ),
    );
  return faults;
}

const ridersOf = (classes: readonly AttendingClass[], bus: string): number =>
  classes.reduce(
    (sum, { rides }) =>
      sum + rides.reduce((of, ride) => of + (ride.bus === bus ? ride.people : 0), 0),
    0,
  );

function busFaults({ buses, gates, classes }: SchoolDay): Fault[] {
  return buses.flatMap(({ id, name, gate }, i) => {
    const takes = gates.find((one) => one.id === gate)?.modes.includes('bus');
    const riders = ridersOf(classes, id);
    return [
      ...(takes
        ? []
        : [
            fault(
              `buses/${i}/gate`,
              'gate-takes-no-bus',
              say(`“${name}”停靠的校门不走校车。`, `The gate of ${name} takes no buses.`),
              say(
                '请换一个校门，或让这个门走校车。',
                'Choose another, or let this one take buses.',
              ),
            ),
          ]),
      ...(riders <= fullBus
        ? []
        : [
            fault(
              `buses/${i}/name`,
              'bus-too-full',
              say(
                `“${name}”共 ${riders} 人，一辆车坐不下。`,
                `${name} has ${riders} riders, more than a bus holds.`,
              ),
              say('请再加一辆校车。', 'Add another bus.'),
            ),
          ]),
    ];
  });
}

function classFaults(day: SchoolDay, names: ReadonlyMap<string, string>): Fault[] {
  const opens = (mode: Mode) => day.gates.some(({ modes }) => modes.includes(mode));
  return day.classes.flatMap((one, i) => {
    const name = names.get(one.class);
    if (name === undefined || day.classes.findIndex(({ class: of }) => of === one.class) < i)
      return fault(
        `classes/${i}/class`,
        'class-unknown',
        say(
          '有一行不是本校的班级，或重复。',
          'A row is no class of this school, or is there twice.',
        ),
        say('请刷新页面后再填。', 'Load the page again.'),
      );
    const walkers = walkersOf(one);
    const faults: Fault[] = [];
    if (walkers < 0)
      faults.push(
        fault(
          `classes/${i}/people`,
          'more-than-all',
          say(
            `${name}的住宿、车送、校车加起来比总人数多 ${-walkers} 人。`,
            `Boarders, cars and buses of ${name} are ${-walkers} more than all its pupils.`,
          ),
          say('请核对人数；余下的算步行。', 'Check the numbers; the rest walk.'),
        ),
      );
    const lost =
      (one.stair !== null && !day.stairs.some(({ id }) => id === one.stair)) ||
      one.rides.some(
        ({ bus }, r) =>
          !day.buses.some(({ id }) => id === bus) ||
          one.rides.findIndex((ride) => ride.bus === bus) < r,
      );
    if (lost)
      faults.push(
        fault(
          `classes/${i}/stair`,
          'stair-or-bus-gone',
          say(`${name}用的楼梯或校车已删去。`, `A stair or bus of ${name} is gone.`),
          say('请另选。', 'Choose another one.'),
        ),
      );
    const comes = !one.home && ((walkers > 0 && !opens('walk')) || (one.cars > 0 && !opens('car')));
    if (comes)
      faults.push(
        fault(
          `classes/${i}/cars`,
          'no-gate-for-it',
          say(
            `${name}有人步行或车送，但没有走这种方式的校门。`,
            `Pupils of ${name} walk or are driven, and no gate takes that.`,
          ),
          say('请在校门一栏勾选。', 'Tick it at a gate.'),
        ),
      );
    return faults;
  });
}

function siblingFaults(day: SchoolDay, names: ReadonlyMap<string, string>): Fault[] {
  const of = new Map(day.classes.map((one) => [one.class, one]));
  return day.siblings.flatMap(({ classes: pair, by, children }, i) => {
    const [a, b] = pair;
    const same = a === b;
    const few = pair.find((id) => {
      const one = of.get(id);
      if (!one) return true;
      return (by === 'walk' ? walkersOf(one) : one.cars) === 0;
    });
    if (!same && few === undefined) return [];
    const called = names.get(few ?? a) ?? '';
    return fault(
      `siblings/${i}/classes`,
      same ? 'siblings-of-one-class' : 'siblings-not-so',
      same
        ? say(
            `兄弟姐妹（${children} 人）填了同一个班。`,
            `Siblings (${children}) are of one and the same class.`,
          )
        : say(
            `${called}没有${by === 'walk' ? '步行' : '车送'}的学生，却有这样来的兄弟姐妹。`,
            `Nobody of ${called} comes ${by === 'walk' ? 'on foot' : 'by car'}, but siblings do.`,
          ),
      say('请改正班级或来校方式。', 'Correct the classes, or how they come.'),
    );
  });
}
