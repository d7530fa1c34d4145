import type { Tx } from '../database/connection.ts';
import type { Deed } from '../http/endpoint.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import type { Response } from '../responses/contract.ts';
import { clockOf } from '../responses/store.ts';
import type { Purpose } from './catalogue.ts';
import { lastWord, type Withheld, withheld } from './consent.ts';
import { plainPhone } from './identity.ts';
import type { SchoolReport } from './school-report.ts';
import { openFact, openIdentity } from './seal.ts';
import * as store from './store.ts';

/** One of many whom a rule is held against. */
export interface Reported {
  id: string;
  /** Null where nobody needs to know who it is. */
  who: {
    name: string;
    born: string;
    /** The last four of the telephone; null where there is none. */
    phoneEnd: string | null;
  } | null;
  withheld: Withheld | null;
  /** Whether a guardian said yes, last. */
  consented: boolean;
  /** The latest; null where there is none or it is withheld. */
  report: {
    id: string;
    value: SchoolReport;
    from: string;
    recorded: string;
    how: store.StoredFact['how'];
  } | null;
}

const purpose: Purpose = 'school';
const fact = 'school-report';

/** Whose reports: `names` where who they are is shown as well. */
interface Asked {
  tenant: string;
  response: Response;
  persons: readonly string[];
  names: boolean;
}

/**
 * Opens the latest report of these, to hold them against a rule. The ledger hears of it once: how many, of which area; so
 * it is for lists that show an answer, never a value.
 */
export async function readForRule(
  { tx, record }: Pick<Deed, 'tx' | 'record'>,
  keys: ResponseKeys,
  of: Asked & { area: string },
): Promise<Reported[]> {
  const { response, area, persons, names } = of;
  const read = await openReports(tx, keys, of);
  if (read.length > 0)
    record({
      action: 'people.read-for-rule',
      subject: persons.length === 1 ? `person:${persons[0]}` : `response:${response.id}`,
      area,
      response: response.id,
      detail: { purpose, fact, persons: persons.length, names },
      at: clockOf(response).now(),
    });
  return read;
}

/** The same for who reads nobody's but their own: the ledger hears of everybody else. */
export async function openReports(
  tx: Tx,
  keys: ResponseKeys,
  { tenant, response, persons, names }: Asked,
): Promise<Reported[]> {
  const of = { tenant, response: response.id };
  const many = keys.many(response.id);
  const reports = new Map(
    (await store.listLastFacts(tx, response.id, { persons, fact })).map((one) => [one.person, one]),
  );
  const consents = Map.groupBy(
    await store.listConsents(tx, response.id, persons),
    ({ person }) => person,
  );
  // Of a child under 14 nothing is kept without a guardian's yes: who reported with neither yes nor no was older.
  const mayBeYoung = (id: string) =>
    consents.has(id) ? lastWord(consents.get(id) ?? []) === undefined : !reports.has(id);
  const asked = names ? persons : persons.filter(mayBeYoung);
  const found = await store.findPersons(tx, response.id, { persons: asked });
  const who = new Map(
    found.map(({ id, sealed }) => {
      const { name, born, phone } = openIdentity(many, of, id, sealed);
      return [id, { name, born, phoneEnd: phone && plainPhone(phone).slice(-4) }];
    }),
  );
  return persons.flatMap((id) => {
    const said = consents.get(id) ?? [];
    const last = reports.get(id);
    const is = who.get(id) ?? null;
    // Whoever is not in the request's scope has neither.
    if (!is && !last && said.length === 0) return [];
    const guardian = lastWord(said);
    const why = withheld({ born: is?.born ?? null, today: response.today }, said);
    const kept = last?.purposes.includes(purpose) && why === null ? last : undefined;
    return {
      id,
      who: is,
      withheld: why,
      consented: guardian === 'guardian-consent',
      report: kept ? reportOf(many, of, kept) : null,
    };
  });
}

function reportOf(
  keys: Pick<ResponseKeys, 'open'>,
  of: { tenant: string; response: string },
  last: store.StoredFact,
): Reported['report'] {
  const { value, from } = openFact(keys, of, last, last.sealed);
  const { id, recorded, how } = last;
  return { id, value: value as SchoolReport, from, recorded, how };
}
