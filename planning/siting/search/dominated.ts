import type { Instance } from './instance.ts';

/**
 * Sites that no best choice needs: another one reaches everybody whom the site reaches, has water for all in its own reach,
 * and is no dearer. Where the two cost the same, nobody may have to walk further.
 * @param instance see {@link Instance}
 * @param homes of each site the groups in its reach
 */
export function dominatedSites(instance: Instance, homes: readonly number[][]): Set<number> {
  const { usable, existing, must, caps, people, need } = instance;
  const plenty = usable.filter((i) => {
    const wanted = (homes[i] ?? []).reduce((total, j) => total + at(people, j) * at(need, j), 0);
    return at(caps, i) >= wanted;
  });
  const reached = new Map(plenty.map((i) => [i, new Set(homes[i])]));
  const beats = (other: number, site: number): boolean => {
    const { building, cost, metres } = instance;
    const all = reached.get(other);
    const own = homes[site] ?? [];
    if (other === site || !all || all.size < own.length) return false;
    if (at(building, other) > at(building, site) || at(cost, other) > at(cost, site)) return false;
    if (!own.every((j) => all.has(j))) return false;
    const cheaper = at(cost, other) < at(cost, site);
    return cheaper || own.every((j) => metres(other, j) <= metres(site, j));
  };
  return new Set(
    usable.filter(
      (i) =>
        !existing[i] &&
        !must[i] &&
        plenty.some(
          (other) => beats(other, i) && (other < i || isGiven(instance, other) || !beats(i, other)),
        ),
    ),
  );
}

function isGiven({ existing, must }: Instance, i: number): boolean {
  return existing[i] === true || must[i] === true;
}

const at = (list: readonly number[], i: number): number => list[i] ?? 0;
