/** The phone's own clock, ms since 1970: the one place that asks it. It may be wrong, and is held against the response's. */
export const phoneClock = { now: () => Date.now() };
