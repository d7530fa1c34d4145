import type { CompareRow } from '@liangbuwu/ui/figures/compare.tsx';
import type { Comparison } from '../../comparison.ts';

/** What the rows say, in the reader's language. */
export type CompareWords = {
  floor: (tier: string) => string;
  floorNote: string;
  metres: string;
  shares: (people: number) => string;
  litresEach: (litres: number) => string;
  litres: (litres: number) => string;
  distance: (metres: number) => string;
};

/** The floors first, since they decide; then what it costs. */
export function floorRows({ tiers, metres }: Comparison, words: CompareWords): CompareRow[] {
  return [
    ...tiers.map(
      ({ name, people }): CompareRow => ({
        id: name,
        label: words.floor(name),
        note: words.floorNote,
        ...people,
        format: words.shares,
        better: 'less',
        always: true,
      }),
    ),
    { id: 'metres', label: words.metres, ...metres, format: words.distance, better: 'less' },
  ];
}

/** Villages by how much they gain or lose, the losers first. */
export function villageRows({ villages }: Comparison, words: CompareWords): CompareRow[] {
  const change = ({ expected }: Comparison['villages'][number]) => expected.after - expected.before;
  return [...villages]
    .sort((a, b) => change(a) - change(b))
    .map(
      ({ area, name, perPerson, expected }): CompareRow => ({
        id: area,
        label: name,
        note: `${words.litres(expected.before)} → ${words.litres(expected.after)}`,
        ...perPerson,
        format: words.litresEach,
        better: 'more',
      }),
    );
}

export function tankerRows({ tankers }: Comparison, words: CompareWords): CompareRow[] {
  return tankers.map(
    ({ tanker, name, litres, metres }): CompareRow => ({
      id: tanker,
      label: name,
      note: `${words.distance(metres.before)} → ${words.distance(metres.after)}`,
      ...litres,
      format: words.litres,
    }),
  );
}
