import type { RefusalKind } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import type { Doubt } from '@liangbuwu/office/tables/contract.ts';
import type { DriverRow, Licence, ShiftRow, TankerRow } from './registers.ts';

/** What a licence of a class lets its holder drive besides it, of the classes here (《机动车驾驶证申领和使用规定》附件1). */
const alsoDrives: Record<Licence, readonly Licence[]> = {
  A1: ['B1', 'B2', 'C1'],
  A2: ['B1', 'B2', 'C1'],
  B1: ['C1'],
  B2: ['C1'],
  C1: [],
};

/** Whether the licence covers what the tanker asks for; what is not known is not held against anybody. */
export function mayDrive(held: Licence | null, needed: Licence | null): boolean {
  if (held === null || needed === null) return true;
  return held === needed || alsoDrives[held].includes(needed);
}

type Hours = Pick<ShiftRow, 'from' | 'to' | 'validFrom' | 'validUntil'>;

const sameDays = (one: Hours, other: Hours): boolean =>
  (one.validFrom ?? '') <= (other.validUntil ?? '9999') &&
  (other.validFrom ?? '') <= (one.validUntil ?? '9999');

/** Whether one person could not do both: on some day they run at the same time. */
export const overlap = (one: Hours, other: Hours): boolean =>
  sameDays(one, other) && one.from < other.to && other.from < one.to;

/** What looks wrong with a driver's shift beside the driver's others. */
export function doubtsOfShift(
  shift: Hours,
  others: readonly Hours[],
  crew: {
    driver: Pick<DriverRow, 'licence' | 'hoursPerDay'>;
    tanker: Pick<TankerRow, 'licence'>;
  },
): Doubt[] {
  const doubts: Doubt[] = [];
  if (crew.tanker.licence !== null && crew.driver.licence === null) {
    doubts.push({
      field: 'driver',
      cause: say('没有登记这位司机的驾照。', "The driver's licence is not registered."),
      remedy: say(
        `请核对是否可驾驶 ${crew.tanker.licence} 车型。`,
        `Check that it covers ${crew.tanker.licence}.`,
      ),
    });
  }
  const most = crew.driver.hoursPerDay;
  const hours =
    [shift, ...others.filter((other) => sameDays(shift, other))].reduce(
      (sum, { from, to }) => sum + to - from,
      0,
    ) / 3600;
  if (most !== null && hours > most) {
    const long = Math.round(hours * 10) / 10;
    doubts.push({
      field: 'to',
      cause: say(
        `这位司机一天要上 ${long} 小时班，登记的上限是 ${most} 小时。`,
        `The driver would be on duty for ${long} hours a day; the limit registered is ${most}.`,
      ),
      remedy: say('请缩短班次，或换一位司机。', 'Make the shift shorter, or take another driver.'),
    });
  }
  return doubts;
}

export const licenceTooLow: RefusalKind<Record<'driver' | 'tanker' | 'held' | 'needed', string>> = {
  code: 'licence-too-low',
  status: 422,
  cause: ({ driver, tanker, held, needed }) =>
    say(
      `${driver}的驾照是 ${held}，${tanker}要 ${needed}。`,
      `${driver} holds ${held}; ${tanker} needs ${needed}.`,
    ),
  remedy: () =>
    say('请换一位司机，或更正驾照登记。', 'Take another driver, or correct the licence.'),
};

export const driverTwice: RefusalKind<Record<'driver' | 'tanker', string>> = {
  code: 'driver-twice',
  status: 422,
  cause: ({ driver, tanker }) =>
    say(
      `这段时间${driver}已经排在${tanker}上。`,
      `${driver} is on ${tanker} in these hours already.`,
    ),
  remedy: () => say('请错开时间，或换一位司机。', 'Choose other hours, or another driver.'),
};

export const stillDrives: RefusalKind<{ shifts: number }> = {
  code: 'still-drives',
  status: 409,
  cause: ({ shifts }) =>
    say(`这位司机还有 ${shifts} 个班次。`, `The driver still has ${shifts} shifts.`),
  remedy: () =>
    say('请先移除或改派这些班次。', 'Remove those shifts first, or give them to another.'),
};
