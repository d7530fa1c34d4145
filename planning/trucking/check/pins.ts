import type { Plan } from '../water-day.ts';

/** A delivery that somebody was promised, as a search is told of it; see `SolveOptions.pins`. */
export interface PromisedDelivery {
  tanker: string;
  point: string;
  litres: number;
  from: number;
  to: number;
}

/**
 * The promised deliveries that a plan does not make: by that tanker to that point, at least so many litres, begun between
 * `from` and `to` (seconds since 00:00, both included). One stop makes good one promise; those of most litres choose first.
 */
export function brokenPins<Pin extends PromisedDelivery>(plan: Plan, pins: readonly Pin[]): Pin[] {
  const stops = plan.routes.flatMap(({ tanker, stops: own }) =>
    own.flatMap((stop) => (stop.kind === 'deliver' ? [{ tanker, ...stop }] : [])),
  );
  const used = new Set<number>();
  const demanding = [...pins].sort((a, b) => b.litres - a.litres || a.to - b.to);
  const broken = new Set(
    demanding.filter((pin) => {
      const at = stops.findIndex(
        (stop, i) =>
          !used.has(i) &&
          stop.tanker === pin.tanker &&
          stop.point === pin.point &&
          stop.litres >= pin.litres &&
          stop.start >= pin.from &&
          stop.start <= pin.to,
      );
      used.add(at);
      return at < 0;
    }),
  );
  return pins.filter((pin) => broken.has(pin));
}
