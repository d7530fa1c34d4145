/** Hours of rest between two shifts of one person: set, no page tells them. */
export const restHours = 8;

/** Nights in a row that one person may be on duty: set. */
export const nightsInRow = 3;

/** Who is on duty in any minute from midnight until this one has had a night: set. */
export const nightEnds = 5 * 60;

/** Minutes that a shift lasts at most: set. */
export const longestShift = 12 * 60;
