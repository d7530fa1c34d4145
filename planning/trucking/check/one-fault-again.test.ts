import { drive, refuses, rowOf, stopsOf } from './one-fault.fixture.ts';
import { deliver, fill, home } from './two-villages.fixture.ts';

refuses([
  {
    code: 'kept-stop-changed',
    at: '/routes/1/stops/1',
    again: { now: 32000 },
    spoil: (plan) => void (stopsOf(plan, 1)[1] = deliver('hill', 27001, 28800, 29800, 700)),
  },
  {
    code: 'kept-stop-changed',
    at: '/routes/1',
    again: { now: 32000 },
    // The fill had begun; the new plan leaves it out.
    spoil: (plan, problem) => {
      drive(plan, 1, 2);
      if (problem.tankers[1]) problem.tankers[1].out = 31000;
    },
  },
  {
    code: 'kept-stop-changed',
    at: '/routes',
    again: { now: 26000 },
    spoil: (plan, problem) => {
      plan.routes.pop();
      Object.assign(rowOf(plan), { tier: 'survival', litres: 300 });
      if (problem.tankers[1]) problem.tankers[1].out = 26000;
    },
  },
  {
    code: 'starts-before-now',
    at: '/routes/2/stops/0',
    again: { now: 32000 },
    spoil: (plan, problem) => {
      problem.tankers.push({ id: 'spare', home: 'depot', litres: 3000, from: 25200, to: 64800 });
      plan.routes.push({ tanker: 'spare', stops: [home(31999), home(33000)] });
    },
  },
  {
    code: 'sets-out-before-now',
    at: '/routes/0/stops/4',
    again: { now: 32000 },
    // Was on its way to the well; turns to the river instead, as if it had left at 31999.
    spoil: (plan) =>
      drive(
        plan,
        0,
        4,
        fill('river', 32899, 32899, 33499, 3000),
        deliver('west', 36600, 36600, 36840, 400),
        home(38340),
      ),
  },
  {
    code: 'sets-out-before-now',
    at: '/routes/0/stops/4',
    again: { now: 32000 },
    // Goes on to the well, but a second later than planned: then it must set out at now or after.
    spoil: (plan) =>
      drive(plan, 0, 4, fill('well', 33081, 33081, 33921, 3000), ...stopsOf(plan, 0).slice(5)),
  },
  {
    code: 'tanker-out',
    at: '/routes/1/stops/3',
    again: { now: 32000 },
    spoil: (_plan, problem) => {
      if (problem.tankers[1]) problem.tankers[1].out = 32000;
    },
  },
]);
