import type { Hamlet } from './collection-windows.ts';

/** So few households together could be told apart: they have no line of their own on a page that anybody may open. */
const fewest = 5;

/**
 * The households of a point by the hamlet that their house numbers name (组, 屋, 湾), in the order of their numbers.
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
  const named = [...byName].filter(([name, of]) => name !== '' && of.length >= fewest);
  const rest = [...byName].filter(([name, of]) => name === '' || of.length < fewest);
  const groups = named.map(([name, of]) => ({ name, households: inOrder(of) }));
  groups.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  const others = rest.flatMap(([, of]) => of.map((one) => ({ ...one, number: null })));
  return [...groups, ...(others.length > 0 ? [{ name: '', households: inOrder(others) }] : [])];
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
