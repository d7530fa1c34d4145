/** Hours within which the counsellor gets in touch: set, no page tells them. */
export const touchWithin = { usual: 24, urgent: 2 } as const;

/** A count below this is withheld from whoever only sees counts, but for none: set. */
export const fewestTold = 5;
