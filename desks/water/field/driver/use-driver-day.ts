import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useMemo } from 'react';
import type {
  DriverDay,
  DriverStop,
  FieldPoint,
  FieldSource,
  FieldTanker,
} from '../../recording/field-day.ts';
import { type Said, saidOn } from '../said.ts';
import { type StopState, stopStates } from '../stop-states.ts';
import { instantOf, likelyTime } from '../when.ts';

export const driverCard = 'water-driver';
export const driverFeed = 'water-driver';

/** What a driver's pages share: a tanker's day, and how far it is. */
export type DriverView = {
  day: DriverDay;
  tanker: FieldTanker;
  /** What this tanker's drivers said today. */
  said: readonly Said[];
  states: readonly StopState[];
  source: (id: string | null) => FieldSource | undefined;
  point: (id: string | null) => FieldPoint | undefined;
  placeName: (id: string | null) => string;
  /** When it most likely happened, ISO 8601; `second` is when it was planned. */
  likely: (second?: number) => string;
};

/** The desks' days that this phone keeps; undefined: none was ever read. */
export function useDriverDays(): { days: readonly DriverDay[]; fetched: number } | undefined {
  const kept = useTools().feed(driverFeed);
  return useMemo(
    () => kept && { days: (kept.value as { days: DriverDay[] }).days, fetched: kept.fetched },
    [kept],
  );
}

/** The day of the tanker that was chosen; undefined: none is, or it is not there any more. */
export function useDriverView(tankerId: string | undefined): DriverView | undefined {
  const phone = useTools();
  const { entries, clock } = phone;
  const kept = useDriverDays();
  return useMemo(() => {
    const day = kept?.days.find(({ tankers }) => tankers.some(({ id }) => id === tankerId));
    const tanker = day?.tankers.find(({ id }) => id === tankerId);
    if (!kept || !day || !tanker) return undefined;
    const said = saidOn(day, entries).filter((one) => one.tanker === tanker.id);
    const stops: DriverStop[] = day.stops.filter((stop) => stop.tanker === tanker.id);
    const source = (id: string | null) => day.sources.find((one) => one.id === id);
    const point = (id: string | null) => day.points.find((one) => one.id === id);
    const { response } = day;
    return {
      day,
      tanker,
      said,
      states: stopStates(stops, said),
      source,
      point,
      placeName: (id) => source(id)?.name ?? point(id)?.name ?? '',
      likely: (second) => {
        const planned =
          second === undefined ? undefined : instantOf(day.day, second, response.zone);
        return new Date(likelyTime(response, kept.fetched, clock.now(), planned)).toISOString();
      },
    };
  }, [kept, entries, clock, tankerId]);
}
