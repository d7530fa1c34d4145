/** Free residual chlorine that is held right, mg/L: UNHCR 2018. */
export const chlorineRange = { from: 0.2, to: 2 };

export const isChlorineRight = (reading: number): boolean =>
  reading >= chlorineRange.from && reading <= chlorineRange.to;
