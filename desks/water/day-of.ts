import type { Response } from '@liangbuwu/office/responses/contract.ts';

/** Turns instants of a response into seconds of one of its days, and back. */
export function dayOf(response: Pick<Response, 'zone'>, day: string) {
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime(response.zone);
  const length = midnight.add({ days: 1 }).epochMilliseconds - midnight.epochMilliseconds;
  return {
    /** Second of the day, kept within it: 0 for whatever came before, 86400 for what comes after. */
    secondOf(instant: string): number {
      const past = Temporal.Instant.from(instant).epochMilliseconds - midnight.epochMilliseconds;
      return Math.floor(Math.min(Math.max(past, 0), length) / 1000);
    },
    instantOf: (second: number): string =>
      midnight.add({ seconds: second }).toInstant().toString({ smallestUnit: 'millisecond' }),
  };
}

/** 07:30 for 27000; 24:00 for the day's end. */
export function clockTime(second: number): string {
  const [hours, minutes] = [Math.floor(second / 3600), Math.floor((second % 3600) / 60)];
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
