/** The one place that asks the system what time it is; everything else is handed a clock. */
export interface Clock {
  now(): Temporal.Instant;
}

export const systemClock: Clock = { now: () => Temporal.Now.instant() };

export const fixedClock = (at: string): Clock => {
  const instant = Temporal.Instant.from(at);
  return { now: () => instant };
};
