import type { Hamlet } from './collection-windows.ts';

/** Fewer households together could be told apart: they have no line of their own on a page that anybody may open. */
export const fewestTogether = 5;

/** People of a household, where nobody has registered how many households there are. */
const usualHousehold = 4;

/** Whether a point has so few households that its head count would be one household's, or nearly. */
export const isFew = (households: readonly unknown[], people: number): boolean =>
  (households.length || people / usualHousehold) < fewestTogether;

/**
 * The households of a point by the hamlet that their house numbers name (组, 屋, 湾), in the order of their numbers. Those
 * of no hamlet, or of a small one, come together; where even they are few, they come with the last hamlet.
 *
 * @param village its name may stand before the house number or not.
 * @param people of the point, for where no household is registered: then they come one by one.
 */
export function hamletsOf(
  households: readonly { label: string; people: number }[],
  { village, people }: { village: string; people: number },
): Hamlet[] {
  if (households.length === 0) return [{ name: '', households: oneByOne(people) }];
  const byName = Map.groupBy(
    households.map((household) => ({ ...household, ...partsOf(household.label, village) })),
    ({ hamlet }) => hamlet,
  );
  const isNamed = ([name, of]: [string, readonly unknown[]]) =>
    name !== '' && of.length >= fewestTogether;
  const groups: Hamlet[] = [...byName]
    .filter(isNamed)
    .map(([name, of]) => ({ name, households: inOrder(of) }));
  groups.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  const others = [...byName]
    .filter((one) => !isNamed(one))
    .flatMap(([, of]) => of.map(({ people: heads }) => ({ number: null, people: heads })));
  const last = groups.at(-1);
  if (last && others.length > 0 && others.length < fewestTogether)
    return [
      ...groups.slice(0, -1),
      { name: last.name, andOthers: true, households: [...last.households, ...others] },
    ];
  return others.length > 0 ? [...groups, { name: '', households: others }] : groups;
}

const oneByOne = (people: number) =>
  Array.from({ length: people }, () => ({ number: null, people: 1 }));

const inOrder = (households: readonly { number: number | null; people: number }[]) =>
  households
    .map(({ number, people }) => ({ number, people }))
    .sort((a, b) => (a.number ?? 0) - (b.number ?? 0));

function partsOf(label: string, village: string): { hamlet: string; number: number | null } {
  const plain = label.normalize('NFKC').trim();
  const [, before = '', figures = ''] =
    /^(.*?)\s*(?:第|门牌)?(\d+)\s*(?:号|户|號|戶)?$/.exec(plain) ?? [];
  if (figures === '') return { hamlet: '', number: null };
  const name = [village, village.replace(/(村|社区)$/, '')].find(
    (one) => one.length > 1 && before.startsWith(one),
  );
  return { hamlet: before.slice(name?.length ?? 0).trim(), number: Number(figures) };
}
