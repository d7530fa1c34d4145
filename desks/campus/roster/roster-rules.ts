import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { Shift } from './roster.ts';
import { nightEnds, nightsInRow, restHours } from './settings.ts';

type Times = Pick<Shift, 'day' | 'begins' | 'ends'>;

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** From when to when, in minutes that run on from day to day. */
const spanOf = ({ day, begins, ends }: Times): [from: number, to: number] => {
  const midnight = dayNumber(day) * 1440;
  return [midnight + begins, midnight + ends];
};

/** The nights that somebody is on duty in, each by the number of the day on which it begins. */
export function nightsOf(of: Times): number[] {
  const day = dayNumber(of.day);
  const early = of.begins < nightEnds ? [day - 1] : [];
  return of.ends > 1440 ? [...early, day] : early;
}

export type Conflict =
  | { why: 'overlap'; with: Times }
  | { why: 'rest'; with: Times }
  | { why: 'nights'; nights: number };

/** Why somebody with these shifts cannot take one more; undefined where they can. */
export function findConflict(shifts: readonly Times[], added: Times): Conflict | undefined {
  const [from, to] = spanOf(added);
  const gapTo = (one: Times) => {
    const [begins, ends] = spanOf(one);
    return Math.max(begins - to, from - ends);
  };
  const [nearest] = [...shifts].sort((a, b) => gapTo(a) - gapTo(b));
  if (nearest && gapTo(nearest) < 0) return { why: 'overlap', with: nearest };
  if (nearest && gapTo(nearest) < restHours * 60) return { why: 'rest', with: nearest };
  const nights = new Set([...shifts, added].flatMap(nightsOf));
  for (const night of nightsOf(added)) {
    let [first, last] = [night, night];
    while (nights.has(first - 1)) first--;
    while (nights.has(last + 1)) last++;
    const row = last - first + 1;
    if (row > nightsInRow) return { why: 'nights', nights: row };
  }
  return undefined;
}

const clock = (minute: number): string => {
  const of = minute % 1440;
  return `${String(Math.floor(of / 60)).padStart(2, '0')}:${String(of % 60).padStart(2, '0')}`;
};
const timesOf = ({ day, begins, ends }: Times): string => `${day} ${clock(begins)}–${clock(ends)}`;

export const twiceAtOnce: RefusalKind<{ with: Times }> = {
  code: 'twice-at-once',
  status: 409,
  cause: ({ with: other }) =>
    say(
      `这个人 ${timesOf(other)} 已有一班，时间重叠。`,
      `This person has a shift at the same time: ${timesOf(other)}.`,
    ),
  remedy: () => say('请换人或换时间。', 'Take somebody else, or another time.'),
};

export const restTooShort: RefusalKind<{ with: Times }> = {
  code: 'rest-too-short',
  status: 409,
  cause: ({ with: other }) =>
    say(
      `和 ${timesOf(other)} 那一班之间休息不到 ${restHours} 小时。`,
      `Less than ${restHours} hours of rest beside the shift of ${timesOf(other)}.`,
    ),
  remedy: () => say('请换人，或把时间错开。', 'Take somebody else, or move the shift.'),
};

export const tooManyNights: RefusalKind<{ nights: number }> = {
  code: 'too-many-nights',
  status: 409,
  cause: ({ nights }) =>
    say(
      `这样会连着 ${nights} 夜，最多 ${nightsInRow} 夜。`,
      `That would be ${nights} nights in a row; ${nightsInRow} is the most.`,
    ),
  remedy: () =>
    say('请让这个人歇一夜，换别人。', 'Let this person rest a night and take somebody else.'),
};

export const stayerTwice: RefusalKind<{ name: string }> = {
  code: 'stayer-twice',
  status: 422,
  cause: ({ name }) => say(`有两个“${name}”。`, `There are two of “${name}”.`),
  remedy: () => say('同名的请加上岗位或班级再登记。', 'Add a post or class to those of one name.'),
};

export const tooManyStayers: RefusalKind<{ most: number }> = {
  code: 'too-many-stayers',
  status: 422,
  cause: ({ most }) => say(`一所学校最多登记 ${most} 人。`, `A school has ${most} people at most.`),
  remedy: () => say('请先去掉已经离校的。', 'Take out those who have left first.'),
};
