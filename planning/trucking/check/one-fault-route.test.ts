import { drive, refuses, rowOf, stopsOf } from './one-fault.fixture.ts';
import { deliver, fill, home } from './two-villages.fixture.ts';

refuses([
  {
    code: 'unknown-tanker',
    at: '/routes/2',
    spoil: (plan) => void plan.routes.push({ tanker: 'ghost', stops: [home(30000), home(30000)] }),
  },
  {
    code: 'two-routes',
    at: '/routes/2',
    spoil: (plan) => void plan.routes.push({ tanker: 'small', stops: [home(40000), home(40000)] }),
  },
  {
    code: 'not-from-home',
    at: '/routes/1/stops/0',
    spoil: (plan) => void stopsOf(plan, 1).shift(),
  },
  {
    code: 'not-from-home',
    at: '/routes/1',
    spoil: (plan, problem) => {
      drive(plan, 1, 0);
      problem.points.splice(2, 1);
      plan.short = [];
    },
  },
  {
    code: 'not-back-home',
    at: '/routes/1/stops/2',
    spoil: (plan) => void stopsOf(plan, 1).pop(),
  },
  {
    code: 'home-in-mid-route',
    at: '/routes/1/stops/2',
    spoil: (plan) =>
      drive(plan, 1, 2, home(31600), fill('well', 32200, 32200, 32640, 1000), home(33240)),
  },
  {
    code: 'leaves-before-shift',
    at: '/routes/1/stops/0',
    spoil: (plan) => void (stopsOf(plan, 1)[0] = home(25199)),
  },
  {
    code: 'back-after-shift',
    at: '/routes/1/stops/3',
    spoil: (plan) => void (stopsOf(plan, 1)[3] = home(64801)),
  },
  {
    code: 'no-way',
    at: '/routes/1/stops/2',
    spoil: (plan) =>
      drive(
        plan,
        1,
        1,
        fill('well', 25800, 25800, 26240, 1000),
        deliver('hill', 28000, 28800, 29800, 700),
        home(31600),
      ),
  },
  {
    code: 'sets-out-early',
    at: '/routes/1/stops/2',
    spoil: (plan) => void (stopsOf(plan, 1)[2] = fill('well', 31299, 31300, 31740, 1000)),
  },
  {
    code: 'sets-out-early',
    at: '/routes/1/stops/3',
    spoil: (plan) => void (stopsOf(plan, 1)[3] = home(32339)),
  },
  {
    code: 'starts-before-arriving',
    at: '/routes/1/stops/2',
    spoil: (plan) => void (stopsOf(plan, 1)[2] = fill('well', 31301, 31300, 31740, 1000)),
  },
  {
    code: 'wrong-finish',
    at: '/routes/1/stops/2',
    spoil: (plan) => void (stopsOf(plan, 1)[2] = fill('well', 31300, 31300, 31739, 1000)),
  },
  {
    code: 'wrong-finish',
    at: '/routes/1/stops/1',
    // 701 litres take one second more.
    spoil: (plan) => {
      stopsOf(plan, 1)[1] = deliver('hill', 27000, 28800, 29800, 701);
      rowOf(plan).litres = 299;
    },
  },
  {
    code: 'no-litres',
    at: '/routes/1/stops/2',
    spoil: (plan) => void (stopsOf(plan, 1)[2] = fill('well', 31300, 31300, 31540, 0)),
  },
  {
    code: 'unknown-source',
    at: '/routes/1/stops/2',
    spoil: (plan) => void (stopsOf(plan, 1)[2] = fill('spring', 31300, 31300, 31740, 1000)),
  },
  {
    code: 'source-closed',
    at: '/routes/1/stops/2',
    // The window closes at 43200; one second too many.
    spoil: (plan) => drive(plan, 1, 2, fill('well', 31300, 42761, 43201, 1000), home(43801)),
  },
  {
    code: 'source-closed',
    at: '/routes/1/stops/2',
    // Begins in the pause, ends in the second window.
    spoil: (plan) => drive(plan, 1, 2, fill('well', 31300, 46799, 47239, 1000), home(47839)),
  },
  {
    code: 'source-closed',
    at: '/routes/1/stops/2',
    // Two windows that touch are still two.
    spoil: (_plan, { sources }) =>
      void Object.assign(sources[0] ?? {}, {
        open: [
          [25200, 31500],
          [31500, 64800],
        ],
      }),
  },
  {
    code: 'bays-full',
    at: '/routes/1/stops/2',
    spoil: (plan) => drive(plan, 1, 2, fill('well', 31300, 33919, 34359, 1000), home(34959)),
  },
  {
    code: 'source-day-exceeded',
    at: '/routes/0/stops/4',
    spoil: (_plan, { sources }) => void Object.assign(sources[0] ?? {}, { litresPerDay: 3999 }),
  },
  {
    code: 'tanker-overfull',
    at: '/routes/1/stops/2',
    spoil: (plan) => drive(plan, 1, 2, fill('well', 31300, 31300, 32121, 2901), home(32721)),
  },
  {
    code: 'unknown-point',
    at: '/routes/1/stops/1',
    spoil: (plan) => {
      stopsOf(plan, 1)[1] = deliver('valley', 27000, 28800, 29800, 700);
      Object.assign(rowOf(plan), { tier: 'survival', litres: 300 });
    },
  },
  {
    code: 'point-closed',
    at: '/routes/1/stops/1',
    spoil: (plan) => void (stopsOf(plan, 1)[1] = deliver('hill', 27000, 28799, 29799, 700)),
  },
  {
    code: 'point-closed',
    at: '/routes/0/stops/2',
    // Without windows of its own a point is open in the service window.
    spoil: (_plan, { day }) => void (day.from = 27801),
  },
  {
    code: 'more-than-loaded',
    at: '/routes/1/stops/1',
    spoil: (plan) => {
      drive(
        plan,
        1,
        1,
        deliver('hill', 27000, 28800, 29901, 801),
        fill('well', 31401, 31401, 31841, 1000),
        home(32441),
      );
      rowOf(plan).litres = 199;
    },
  },
  {
    code: 'tanker-too-big',
    at: '/routes/0/stops/6',
    spoil: (plan) => {
      drive(plan, 0, 6, deliver('hill', 37440, 37440, 37840, 100), home(39640));
      rowOf(plan).litres = 200;
    },
  },
  {
    code: 'over-need',
    at: '/routes/0/stops/6',
    spoil: (plan) => drive(plan, 0, 6, deliver('east', 37440, 37440, 37741, 1), home(38941)),
  },
  {
    code: 'tank-overflow',
    at: '/routes/0/stops/5',
    // 5,001.47 litres: the size, the one for rounding, and half a litre more.
    spoil: (plan) => drive(plan, 0, 5, deliver('west', 36600, 36600, 36936, 1037), home(38436)),
  },
  {
    code: 'no-rest',
    at: '/routes/0/stops/6',
    spoil: (plan) => drive(plan, 0, 5, deliver('west', 35120, 35120, 35360, 400), home(36860)),
  },
  {
    code: 'no-rest',
    at: '/routes/0/stops/6',
    // Two waits of 740 s, one before setting out and one after arriving, are no rest of 1,200 s.
    spoil: (plan) => drive(plan, 0, 5, deliver('west', 35860, 36600, 36840, 400), home(38340)),
  },
  {
    code: 'no-rest',
    at: '/routes/0/stops/4',
    // The rest comes 1 s too late: it begins when the fill ends, 9,001 s after leaving home.
    spoil: (plan) => {
      drive(
        plan,
        0,
        4,
        fill('well', 33080, 33361, 34201, 3000),
        deliver('west', 36601, 36601, 36841, 400),
        home(38341),
      );
    },
  },
]);
