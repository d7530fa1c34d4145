import { capacitatedText } from '../generate/capacitated.ts';
import { multiTripText } from '../generate/multi-trip.ts';
import { timeWindowText } from '../generate/time-windows.ts';

/** Instances that the page brings along, as the text of a file each. */
export const builtIn = {
  capacitated: () =>
    capacitatedText(7, {
      clients: 150,
      depot: 'centre',
      positions: 'half',
      demands: '1-100',
      routeSize: 12,
    }),
  windows: () => timeWindowText(3, { family: 'RC1', clients: 100 }),
  multiTrip: () => multiTripText(5, { family: 'R2', clients: 80 }),
} as const;

export type BuiltIn = keyof typeof builtIn;
