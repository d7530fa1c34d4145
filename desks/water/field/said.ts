import { createFormat } from '@liangbuwu/ui/language/format.ts';
import type { EntryState, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import type { Amount, Entry, EntryBody } from '../recording/entry.ts';
import type { DriverDay, KeeperDay } from '../recording/field-day.ts';
import { routes } from './routes.ts';

/** One thing that was said today, whether the server has it already or only this phone. */
export type Said = Pick<
  Entry,
  | 'id'
  | 'kind'
  | 'side'
  | 'at'
  | 'tanker'
  | 'source'
  | 'point'
  | 'promise'
  | 'litres'
  | 'minutes'
  | 'homes'
  | 'people'
  | 'why'
  | 'plan'
  | 'corrects'
  | 'onBehalfOf'
  | 'chlorine'
  | 'before'
  | 'after'
  | 'doseGrams'
> & {
  state: EntryState;
  /** Null: on this phone, by who is signed in. */
  by: string | null;
  corrected: boolean;
};

/** A tanker's gauge falls as it empties; every other rises. Undefined: nothing was said of litres. */
export function litresOf(body: Pick<EntryBody, 'kind'> & { amount?: Amount }): number | undefined {
  const { kind, amount } = body;
  if (!amount) return undefined;
  if ('litres' in amount) return amount.litres;
  return kind === 'emptied' ? amount.before - amount.after : amount.after - amount.before;
}

const counts = new Set<EntryState>(['waiting', 'sending', 'sent']);

/** What was said on the day, in order of time: what the server had when it was last asked, and what this phone adds. */
export function saidOn(
  day: Pick<DriverDay | KeeperDay, 'day' | 'response' | 'entries'>,
  kept: readonly KeptEntry[],
): Said[] {
  const known = new Set(day.entries.map(({ id }) => id));
  const format = createFormat('en', day.response.zone);
  const added = kept.filter(({ id, state, body }) => {
    // What asks for something says no time.
    const { response, at } = (body ?? {}) as Partial<EntryBody>;
    return (
      at !== undefined &&
      !known.has(id) &&
      counts.has(state) &&
      response === day.response.id &&
      format.findMoment(at)?.day === day.day
    );
  });
  const all = [...day.entries.map(fromServer), ...added.map(fromPhone)];
  const corrected = new Set(all.map(({ corrects }) => corrects));
  return all
    .map((said) => ({ ...said, corrected: said.corrected || corrected.has(said.id) }))
    .sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

const fromServer = (entry: Entry): Said => ({ ...entry, state: 'sent', by: entry.by.name });

function fromPhone({ id, state, path, body, answer }: KeptEntry): Said {
  const said = body as EntryBody;
  const text = (name: string) =>
    name in said ? ((said as Record<string, unknown>)[name] ?? null) : null;
  const amount = 'amount' in said ? said.amount : undefined;
  const answered = (answer as { entry?: Entry } | null)?.entry;
  return {
    id,
    state,
    by: null,
    kind: said.kind,
    // Both sides may say that a way is closed: whose word it is, its door tells.
    side: path.startsWith(routes.keeperEntries) ? 'keeper' : 'driver',
    at: said.at,
    tanker: text('tanker') as string | null,
    source: text('source') as string | null,
    point: text('point') as string | null,
    promise: answered?.promise ?? (text('promise') as string | null),
    litres: litresOf(said) ?? (text('litres') as number | null),
    before: amount && 'before' in amount ? amount.before : null,
    after: amount && 'after' in amount ? amount.after : null,
    chlorine: text('chlorine') as number | null,
    doseGrams: text('doseGrams') as number | null,
    minutes: text('minutes') as number | null,
    homes: text('homes') as number | null,
    people: text('people') as number | null,
    why: text('why') as string | null,
    plan: text('plan') as string | null,
    corrects: text('corrects') as string | null,
    onBehalfOf: text('onBehalfOf') as string | null,
    corrected: false,
  };
}
