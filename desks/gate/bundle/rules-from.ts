import type { Clock } from '@liangbuwu/office/clock/clock.ts';
import type { Tx } from '@liangbuwu/office/database/connection.ts';
import { listResponses } from '@liangbuwu/office/responses/store.ts';
import { findGoverning } from '@liangbuwu/office/rulebook/rules.ts';
import { listPublished, listSetHeads, pathOf } from '@liangbuwu/office/rulebook/store.ts';
import type { CarriedRules } from '@liangbuwu/passes/bundle/bundle.ts';
import { atTheGate, type Gate } from '../gate.ts';
import { carriedOf } from './carried-rule.ts';

/** Seconds that a phone's clock may be behind, as `verify` has it. */
const slack = 300;

/** The rules that govern at a gate from one moment until another, in seconds, each with when it does: what begins at midnight is there the day before. */
export async function rulesFrom(
  { tx, clock }: { tx: Tx; clock: Clock },
  gate: Pick<Gate, 'area' | 'purposes'>,
  { from, until }: { from: number; until: number },
): Promise<CarriedRules[]> {
  const path = await pathOf(tx, gate.area);
  const responses = await listResponses(tx, clock);
  const carried: CarriedRules[] = [];
  for (const purpose of [...gate.purposes, atTheGate] as const) {
    const sets = await listSetHeads(tx, purpose);
    const versions = await listPublished(
      tx,
      sets.map(({ id }) => id),
    );
    const turns = versions
      .flatMap((version) => [version.from, ...(version.until === null ? [] : [version.until])])
      .map((at) => Math.ceil(Date.parse(at) / 1000))
      .filter((at) => from < at && at < until);
    const starts = [...new Set([from, ...turns])].sort((a, b) => a - b);
    let last: { version: string; carried: CarriedRules } | undefined;
    starts.forEach((start, i) => {
      const at = new Date(start * 1000).toISOString();
      const governed = findGoverning({ path, at, sets, versions, responses });
      if (governed.is !== 'in-force') {
        last = undefined;
        return;
      }
      const { set, version } = governed;
      const end = starts[i + 1] ?? until;
      if (last?.version === version.id) {
        last.carried.until = end;
        return;
      }
      const since = i === 0 ? start - slack : start;
      // Rule-sets count their versions each for itself, and a version may govern twice.
      const turn = `${version.id} ${start}`;
      const rule = { id: purpose, version: turn, from: since, until: end };
      last = {
        version: version.id,
        carried: { ...rule, content: JSON.stringify(carriedOf(set, version)) },
      };
      carried.push(last.carried);
    });
  }
  return carried;
}
