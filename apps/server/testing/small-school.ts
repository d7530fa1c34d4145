import { randomUUID } from 'node:crypto';
import { putClass, putSchool } from '@liangbuwu/campus/schools/schools.contract.ts';
import type { SchoolDay } from '@liangbuwu/campus/times/day.ts';
import type { Call } from '@liangbuwu/office/http/client.ts';

/** A school of three classes of a grade, whose gate takes one class at a time and whose canteen takes two. */
export async function putSmallSchool(bureau: Call, within: string, name = '试验小学') {
  const school = randomUUID();
  await bureau(putSchool, { params: { school }, body: { within, name, boards: false } });
  const classes = [randomUUID(), randomUUID(), randomUUID()];
  for (const [i, id] of classes.entries())
    await bureau(putClass, {
      params: { school, class: id },
      body: { name: `三年级${i + 1}班`, stage: 'primary', grade: 3, invented: true },
    });
  return { school, classes, day: smallDay(classes) };
}

function smallDay(classes: readonly string[]): SchoolDay {
  const open = [{ from: 420, to: 1080 }];
  return {
    gates: [{ id: randomUUID(), name: '正门', perMinute: 8, modes: ['walk'], open }],
    stairs: [],
    canteen: { seats: 80, minutes: 20, walk: 5, counters: 4, perCounter: 5 },
    arrival: { first: 450, last: 470, step: 5, usual: 450 },
    meals: [
      {
        id: randomUUID(),
        name: '午餐',
        eats: 'all',
        starts: { first: 690, last: 740, step: 10, usual: 710 },
      },
    ],
    dismissal: { first: 990, last: 1010, step: 5, usual: 990 },
    buses: [],
    classes: classes.map((id) => ({
      class: id,
      people: 40,
      boarders: 0,
      cars: 0,
      rides: [],
      stair: null,
      home: false,
    })),
    siblings: [],
    invented: true,
  };
}
