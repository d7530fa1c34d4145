import { day, id, instant, text } from '@liangbuwu/office/http/fields.ts';
import { type Say, say } from '@liangbuwu/office/http/say.ts';
import { z } from 'zod';
import { FactValues } from '../gate.ts';
import { HomeWord } from '../home/home.ts';
import { Decision, Holder } from '../passes/pass.ts';

/** What can become of one who came home: read aloud, in this state, when that happens, it becomes the other. */
const returneeTable = {
  asking: { asked: 'asking', free: 'free', elsewhere: 'elsewhere', home: 'home' },
  home: { released: 'released' },
  free: {},
  elsewhere: {},
  released: {},
} as const;
export type ReturneeState = keyof typeof returneeTable;
export const ReturneeState = z.enum(
  Object.keys(returneeTable) as [ReturneeState, ...ReturneeState[]],
);

export const Arrival = z.strictObject({
  response: id,
  area: id.describe('the village'),
  holder: Holder.options[0],
  arrived: instant,
  from: z.strictObject({ place: text(100, 1), left: instant.nullable() }),
  facts: FactValues,
  official: id
    .nullable()
    .describe('the account that promises the days of monitoring; null: who registers'),
  onBehalf: z.boolean(),
});
export type Arrival = z.infer<typeof Arrival>;

export const MonitoredDay = z.strictObject({
  day,
  promise: id,
  official: z.string().describe('who promised it'),
  state: z.enum(['to-come', 'due', 'done', 'overdue']).describe('by what the official says'),
  doneAt: instant.nullable(),
  household: HomeWord.nullable().describe('what the household says of it, the last word'),
});
export type MonitoredDay = z.infer<typeof MonitoredDay>;

/** Nobody came, by the clock or by the household's word, whatever the official says. */
export const isMissed = ({ state, household }: MonitoredDay): boolean =>
  state === 'overdue' || household?.said === 'nobody';

export const ReturneePaper = z.strictObject({
  holder: z.strictObject({ name: z.string(), lastFour: z.string() }),
  facts: FactValues,
  decision: Decision,
});
export type ReturneePaper = z.infer<typeof ReturneePaper>;

export const Returnee = z.strictObject({
  id,
  area: id,
  areaName: z.string(),
  state: ReturneeState,
  arrived: instant,
  holder: ReturneePaper.shape.holder,
  decision: Decision,
  official: z.strictObject({ id, name: z.string() }),
  days: z.array(MonitoredDay),
  releaseOn: day.nullable().describe('the first day on which it is over'),
  mayRelease: z.boolean(),
  releasedAt: instant.nullable(),
});
export type Returnee = z.infer<typeof Returnee>;

/** Why another official looks after somebody from now on. */
export const HandOverReason = z.enum(['leave', 'ill', 'moved', 'workload', 'other']);
export type HandOverReason = z.infer<typeof HandOverReason>;

export const handOverWords: Record<HandOverReason, Say> = {
  leave: say('休假、外出', 'On leave or away'),
  ill: say('生病、自己在隔离', 'Ill, or in isolation themselves'),
  moved: say('调到别处', 'Moved to other work'),
  workload: say('负责的人太多', 'Looks after too many'),
  other: say('其他，已当面说明', 'Something else, said in person'),
};

/** Days away and then at home that a rule's outcome asks for: `home-7`, `central-5-3`. */
export function daysAsked(outcome: unknown): { away: number; home: number } | 'elsewhere' | 'free' {
  if (typeof outcome !== 'string') return 'free';
  const home = /^home-(\d{1,2})$/.exec(outcome);
  if (home) return { away: 0, home: Number(home[1]) };
  const away = /^central-(\d{1,2})(?:-(\d{1,2}))?$/.exec(outcome);
  if (away?.[2]) return { away: Number(away[1]), home: Number(away[2]) };
  return away || outcome === 'hospital' ? 'elsewhere' : 'free';
}

/** The days of monitoring, the day of arrival not counted, and the first day after them. */
export function monitoring(
  arrivedOn: string,
  { away, home }: { away: number; home: number },
): { days: string[]; from: string; releaseOn: string } {
  const arrival = Temporal.PlainDate.from(arrivedOn);
  const on = (after: number) => arrival.add({ days: after }).toString();
  return {
    days: Array.from({ length: home }, (_, at) => on(away + 1 + at)),
    from: on(away + 1),
    releaseOn: on(away + home + 1),
  };
}
