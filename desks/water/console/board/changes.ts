import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Report } from '../../board/board-sheet.ts';
import { setOwnWater, setSourceState, setTankerState, setWay } from '../../contract.ts';

export const changeKinds = ['source', 'tanker', 'way', 'well'] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** What happened in the middle of a day: a source closes, a tanker is out, a way is shut, a village's well is dry. */
export type Change = {
  kind: ChangeKind;
  /** The source, tanker or point. */
  id: string;
  reason: string;
  /** Litres a day, of a well. */
  have: number | null;
};

/** Writes it down where it belongs, as of now. Written twice it is the same. */
export async function writeChange(response: string, change: Change): Promise<void> {
  const { kind, id, reason, have } = change;
  const body = { response, reason };
  if (kind === 'source') {
    await call(setSourceState, { params: { source: id }, body: { ...body, state: 'closed' } });
  } else if (kind === 'tanker') {
    await call(setTankerState, { params: { tanker: id }, body: { ...body, state: 'out' } });
  } else if (kind === 'way') {
    await call(setWay, { params: { point: id }, body: { ...body, closed: true } });
  } else {
    await call(setOwnWater, { params: { point: id }, body: { response, have: have ?? 0 } });
  }
}

/**
 * What a report from the field asks an officer to write down. The driver's own words are not taken over: a note dies
 * with the response, a register's reason does not.
 */
export function changeOf({ entry }: Report, reason = ''): Partial<Change> {
  if (entry.kind === 'broken-down') return { kind: 'tanker', id: entry.tanker ?? '', reason };
  if (entry.kind === 'way-closed') return { kind: 'way', id: entry.point ?? '', reason };
  return { kind: 'well', id: entry.point ?? '', reason, have: entry.litres };
}
