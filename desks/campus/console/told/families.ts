import { byUrgency, type ToldLine, type Urgency } from '../../told/told.ts';

/** Children of one family, of one class: told together. */
export interface Family {
  household: string;
  lines: readonly ToldLine[];
  urgency: Urgency;
  /** What is told: another one where an answer changes again. */
  key: string;
}

/** The most urgent family first. */
export const familiesOf = (lines: readonly ToldLine[]): Family[] =>
  [...Map.groupBy([...lines].sort(byUrgency), ({ household }) => household)].map(
    ([household, of]) => ({
      household,
      lines: of,
      urgency: of[0]?.urgency ?? 'never',
      key: [household, ...of.map(({ mark }) => mark)].join(),
    }),
  );
