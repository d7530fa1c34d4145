import type { Problem } from '../water-day.ts';

export interface TankDay {
  /** Litres that people wanted to draw while the tank was empty. */
  lost: number;
  /** The level right after each delivery, in order. */
  levels: number[];
}

/**
 * The level of a village tank through the day: straight lines, never below empty, up at each delivery.
 * Everything is kept in litre-seconds, so that whole needs stay whole numbers.
 *
 * @param deliveries in order of `finish`.
 */
export function tankDay(
  { from, to }: Problem['day'],
  level: number,
  need: number,
  deliveries: readonly { finish: number; litres: number }[],
): TankDay {
  const length = to - from;
  const levels: number[] = [];
  let holds = level * length;
  let lost = 0;
  let time = from;

  const drawUntil = (end: number): void => {
    const until = Math.min(Math.max(end, time), to);
    const wanted = need * (until - time);
    time = until;
    if (wanted > holds) lost += wanted - holds;
    holds = Math.max(0, holds - wanted);
  };

  for (const { finish, litres } of deliveries) {
    drawUntil(finish);
    holds += litres * length;
    levels.push(holds / length);
  }
  drawUntil(to);
  return { lost: lost / length, levels };
}
