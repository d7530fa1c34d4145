import type { Area, Level } from '@liangbuwu/office/register/areas/contract.ts';

export type AreaTree = {
  /** What nothing that is seen lies above, in the order given. */
  roots: readonly Area[];
  /** What lies directly below an area. */
  childrenOf: (id: string) => readonly Area[];
  find: (id: string) => Area | undefined;
  /** The areas above, from the top; without the area itself. */
  above: (id: string) => readonly Area[];
};

/** The flat list as a tree; an area whose upper one is not in the list stands at the top. */
export function buildAreaTree(areas: readonly Area[]): AreaTree {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const below = new Map<string, Area[]>();
  const roots: Area[] = [];
  for (const area of areas) {
    if (area.parent === null || !byId.has(area.parent)) roots.push(area);
    else {
      const siblings = below.get(area.parent);
      if (siblings) siblings.push(area);
      else below.set(area.parent, [area]);
    }
  }
  const above = (id: string): Area[] => {
    const path: Area[] = [];
    const passed = new Set([id]);
    let parent = byId.get(id)?.parent ?? null;
    while (parent !== null && !passed.has(parent)) {
      passed.add(parent);
      const area = byId.get(parent);
      if (!area) break;
      path.unshift(area);
      parent = area.parent;
    }
    return path;
  };
  return {
    roots,
    childrenOf: (id) => below.get(id) ?? [],
    find: (id) => byId.get(id),
    above,
  };
}

const next: Record<Level, Level> = {
  prefecture: 'county',
  county: 'town',
  town: 'village',
  village: 'other',
  school: 'class',
  class: 'other',
  other: 'other',
};

/** The level that an area added below most likely has: that of its siblings, else the one below its parent's. */
export function usualLevelBelow(parent: Area, siblings: readonly Area[]): Level {
  return siblings[0]?.level ?? next[parent.level];
}

/** What is unfolded at first: the way down to what is within reach, and the uppermost of that itself. */
export function firstOpened(areas: readonly Area[], tree: AreaTree): string[] {
  const uppermost = areas.filter(
    ({ inScope, parent }) => inScope && !(parent !== null && tree.find(parent)?.inScope),
  );
  return uppermost.flatMap(({ id }) => [...tree.above(id).map((above) => above.id), id]);
}
