import type { Deed } from '../http/endpoint.ts';
import type { Actor } from '../identity/actor.ts';
import { appendChanges } from './changes-store.ts';
import type { Change, FieldChange, KeptRow } from './contract.ts';
import { actionsOf, isFigure, type KeptTable, type Moment } from './kept-table.ts';
import type { NewChange } from './store.ts';

/** A deed that the ledger has a word of its own for. */
export interface Told {
  action: `${string}.${string}`;
  detail: Record<string, unknown>;
  moment: Moment;
}

/** What was done to a row that has just been written. */
export interface Written<Row> extends Pick<Change, 'deed' | 'fields' | 'why' | 'undoes'> {
  row: Row;
  as?: Told | undefined;
}

/** Adds to the history of each row, to the ledger, and to the news of open pages; says each change's number. */
export async function remember<Row extends KeptRow>(
  deed: Deed & { actor: Actor },
  kept: KeptTable<Row>,
  written: readonly Written<Row>[],
): Promise<number[]> {
  const { tx, actor, record, announce, clock } = deed;
  const changes: (NewChange & { moment: Moment | undefined })[] = [];
  for (const { row, as, deed: done, fields, why, undoes } of written) {
    const moment = as?.moment ?? (await kept.moment?.(tx, row, deed));
    changes.push({
      subject: `${kept.subject}:${row.id}`,
      area: row.area,
      diesWith: kept.table.personal ? (moment?.response ?? null) : null,
      deed: done,
      fields,
      why,
      undoes,
      at: moment?.at ?? clock.now(),
      account: actor.account,
      moment,
    });
  }
  const numbers = await appendChanges(
    tx,
    actor.tenant,
    changes.map(({ moment: _, ...change }) => change),
  );
  written.forEach(({ row, as }, at) => {
    const change = changes[at];
    if (!change) return;
    record({
      action: as?.action ?? actionOf(kept as unknown as KeptTable<never>, change),
      subject: change.subject,
      area: row.area,
      ...change.moment,
      detail: {
        change: numbers[at],
        deed: change.deed,
        ...(change.undoes === null ? {} : { undoes: change.undoes }),
        ...(kept.table.personal || change.why === null ? {} : { why: change.why }),
        ...(kept.table.personal ? {} : { name: kept.names(row)[0] ?? '' }),
        ...(as ? as.detail : { fields: told(kept as unknown as KeptTable<never>, change.fields) }),
      },
    });
    for (const topic of [kept.table.id, ...kept.topics])
      announce({ topic, area: row.area, id: row.id });
  });
  return numbers;
}

function actionOf(
  kept: KeptTable<never>,
  { deed, undoes }: { deed: Change['deed']; undoes: number | null },
) {
  const { put, removed, undone } = actionsOf(kept);
  if (undoes !== null) return undone;
  return deed === 'removed' ? removed : put;
}

/** What the ledger hears of a change: figures as they were and are, of texts only that they changed. */
function told(kept: KeptTable<never>, fields: readonly FieldChange[]): Record<string, unknown> {
  const kinds = new Map(kept.table.columns.map(({ field, kind }) => [field, kind]));
  return Object.fromEntries(
    fields.map(({ field, before, after }) => {
      const open =
        !kept.table.personal && (field === 'area' || isFigure(kinds.get(field) ?? 'text'));
      return [field, open ? [before, after] : true];
    }),
  );
}
