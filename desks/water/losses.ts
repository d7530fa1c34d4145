/** Litres that must leave a tanker, or a village tank, so that so many reach people. */
export const toBring = (litres: number, lossPercent: number): number =>
  (litres * 100) / (100 - lossPercent);

/** Litres that reach people of so many that leave a tanker, or a village tank. */
export const toPeople = (litres: number, lossPercent: number): number =>
  (litres * (100 - lossPercent)) / 100;
