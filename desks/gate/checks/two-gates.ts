import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { findStops } from '@liangbuwu/office/register/travel/store.ts';
import { travelMatrix } from '@liangbuwu/office/register/travel-matrix.ts';
import type { Gate } from '../gate.ts';
import { apartMinutes, estimateShare, widestHours } from '../rules.ts';
import type { Elsewhere } from './check.ts';
import * as store from './check-store.ts';

interface Seen {
  gate: Pick<Gate, 'id' | 'name' | 'place'>;
  at: string;
}

/** Where else a pass was seen, sooner than anybody gets from the one gate to the other; those checks are flagged too, whichever gate sent first. */
export async function flagTwoGates(
  tx: Tx,
  of: { response: string; place: number },
  { gate, at }: Seen,
): Promise<Elsewhere[]> {
  const others = await store.listSeenElsewhere(tx, {
    ...of,
    gate: gate.id,
    at,
    hours: widestHours,
  });
  if (others.length === 0) return [];
  const leastOf = await drivesBetween(tx, [gate, ...others]);
  const met: Elsewhere[] = [];
  for (const other of others) {
    const isLater = Date.parse(at) >= Date.parse(other.at);
    const drive = isLater ? leastOf(other.place, gate.place) : leastOf(gate.place, other.place);
    const apart = Math.abs(Date.parse(at) - Date.parse(other.at)) / 1000;
    if (apart >= drive.least) continue;
    met.push({ gate: other.name, at: other.at, ...drive });
    const here = { gate: gate.name, at: new Date(at).toISOString(), ...drive };
    await store.flagElsewhere(tx, { ...of, check: other.id, met: here });
  }
  return met;
}

type Drive = Pick<Elsewhere, 'least' | 'basis'>;

const unplaced: Drive = { least: apartMinutes * 60, basis: 'unplaced' };

/** The least time between two gates' places; of one whose place is not said or not seen, or where no way is known, a fixed one. */
async function drivesBetween(
  tx: Tx,
  gates: readonly { place: string | null }[],
): Promise<(from: string | null, to: string | null) => Drive> {
  const named = [...new Set(gates.flatMap(({ place }) => place ?? []))];
  const places = [...(await findStops(tx, named)).keys()];
  const { seconds, basis } = await travelMatrix(tx, places, { vehicle: 'car' });
  return (from, to) => {
    const [a, b] = [places.indexOf(from ?? ''), places.indexOf(to ?? '')];
    const [drive, by] = [seconds[a]?.[b], basis[a]?.[b]];
    if (drive === undefined || drive === null || by === undefined) return unplaced;
    return { least: by === 'estimated' ? Math.round(drive * estimateShare) : drive, basis: by };
  };
}
