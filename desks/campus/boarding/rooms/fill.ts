export interface Fillable {
  id: string;
  beds: number;
  /** Beds that are taken, with the class, or the school itself for staff, of who has them. */
  taken: ReadonlyMap<number, string>;
}

export interface Placed {
  member: string;
  room: string;
  bed: number;
}

/**
 * Gives those of one class free beds: first where the class sleeps already, then in empty rooms, then beside others;
 * within these in the order in which the rooms are given. Whoever finds no bed is left out.
 */
export function fill(
  rooms: readonly Fillable[],
  { area, members }: { area: string; members: readonly string[] },
): Placed[] {
  const rank = ({ taken }: Fillable): number => {
    if ([...taken.values()].includes(area)) return 0;
    return taken.size === 0 ? 1 : 2;
  };
  const free = rooms
    .map((room) => ({ room, rank: rank(room) }))
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ room }) =>
      Array.from({ length: room.beds }, (_, i) => ({ room: room.id, bed: i + 1 })).filter(
        ({ bed }) => !room.taken.has(bed),
      ),
    );
  return members
    .slice(0, free.length)
    .map((member, i) => ({ member, ...(free[i] as (typeof free)[number]) }));
}
