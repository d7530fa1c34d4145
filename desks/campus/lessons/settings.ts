/** By when a family’s question is answered. Set here: no page tells. Minutes since 00:00. */
export const promise = {
  /** What is asked on a school day until then is answered on it. */
  askedUntil: 17 * 60,
  /** Answered by then, on that day or the next school day. */
  answeredBy: 20 * 60,
};

/** Of one child, so many may wait for an answer. */
export const mostOpen = 5;

/** Days of school of a class whose lesson plan is not there yet, 1: Monday. */
export const usualDays: readonly number[] = [1, 2, 3, 4, 5];
