/** Minutes after which something is called late: set here, no page tells them. */
export const lateAfter = {
  /** From the end of its slot. */
  notBrought: 120,
  /** From the end of its disinfection. */
  notCarried: 180,
  /** From when the carrier was to be back. */
  notSigned: 30,
};

/** Days ahead that a slot may be booked for, today included. */
export const bookableDays = 2;
