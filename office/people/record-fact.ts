import { isDeepStrictEqual } from 'node:util';
import type { InputOf } from '../http/contract.ts';
import type { Deed } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import type { Say } from '../http/say.ts';
import { changedMeanwhile } from '../http/shared-refusals.ts';
import type { Actor } from '../identity/actor.ts';
import type { ResponseKeys } from '../keys/response-keys.ts';
import { clockOf, getOpenResponse } from '../responses/store.ts';
import { isConsent, kinds, type Purpose, purposes } from './catalogue.ts';
import { withheld } from './consent.ts';
import type { FactFields, putFact } from './contract.ts';
import * as rules from './rules.ts';
import { openFact, openIdentity, sealFact } from './seal.ts';
import * as store from './store.ts';

/** Whoever says it, over a page of their own too: the account, or the key of what the page belongs to. */
export type Recording = Pick<Deed, 'tx' | 'clock' | 'record' | 'announce'> & {
  actor: Pick<Actor, 'tenant' | 'account'>;
};

/** Records a fact about a person. It is never changed: a correction is a further one that stands in its place. */
export async function recordFact(
  { params, body }: InputOf<typeof putFact>,
  { tx, clock, actor, record, announce }: Recording,
  keys: ResponseKeys,
): Promise<Record<string, never>> {
  const response = await getOpenResponse(tx, body.response, clock);
  const of = { tenant: actor.tenant, response: response.id };
  const person = await store.getPerson(tx, { response: response.id, person: params.person });
  const facts = await store.listFacts(tx, response.id, [person.id]);
  const content = { value: body.value, from: body.from };
  const there = facts.find(({ id }) => id === params.fact);
  if (there) {
    // Who did not record it could else guess its value, and would be told, and nobody would hear of it.
    const same =
      there.recordedBy === actor.account &&
      isSameFact(there, body) &&
      isDeepStrictEqual(openFact(keys, of, there, there.sealed), content);
    if (!same) throw refuse(changedMeanwhile, undefined);
    return {};
  }
  const now = clockOf(response).now();
  requirePurposes(body);
  if (Temporal.Instant.compare(Temporal.Instant.from(body.from), now) > 0)
    throw refuse(rules.factAhead, undefined);
  requireCorrectable(facts, body);
  if (!isConsent(body.fact)) {
    const { born } = openIdentity(keys, of, person.id, person.sealed);
    const why = withheld({ born, today: response.today }, facts);
    if (why === 'consent-needed') throw refuse(rules.consentNeeded, undefined);
    if (why === 'consent-withdrawn') throw refuse(rules.consentWithdrawn, undefined);
  }
  const { fact, how, corrects } = body;
  const named = { id: params.fact, person: person.id, fact, purposes: sorted(body.purposes) };
  await store.insertFact(tx, person, {
    ...named,
    number: (facts.at(-1)?.number ?? 0) + 1,
    how,
    sealed: sealFact(keys, of, named, content),
    corrects,
    recorded: now.toString(),
    recordedBy: actor.account,
  });
  record({
    action: corrects ? 'people.fact-corrected' : 'people.fact-recorded',
    subject: `person:${person.id}`,
    area: person.area,
    response: response.id,
    detail: { fact, purposes: named.purposes, how, id: params.fact, ...(corrects && { corrects }) },
    at: now,
  });
  announce({ topic: 'people.changed', area: person.area, id: person.id });
  return {};
}

const sorted = (given: readonly Purpose[]): Purpose[] => [...new Set(given)].sort();

const isSameFact = (there: store.StoredFact, body: FactFields): boolean =>
  there.fact === body.fact &&
  there.how === body.how &&
  there.corrects === body.corrects &&
  isDeepStrictEqual(there.purposes, sorted(body.purposes));

function requirePurposes(body: FactFields): void {
  const { words, purposes: allowed } = kinds[body.fact];
  if (body.purposes.every((purpose) => allowed.some((one) => one === purpose))) return;
  const many = listed(allowed.map((purpose) => purposes[purpose].words));
  throw refuse(rules.purposeNotAllowed, { words, many });
}

function requireCorrectable(facts: readonly store.StoredFact[], body: FactFields): void {
  if (body.corrects === null) return;
  const corrected = facts.find(({ id }) => id === body.corrects);
  const again = facts.some(({ corrects }) => corrects === body.corrects);
  if (corrected?.fact !== body.fact || again) throw refuse(rules.notItsCorrection, undefined);
}

export const listed = (words: readonly Say[]): Say => ({
  'zh-CN': words.map((one) => one['zh-CN']).join('、'),
  en: words.map(({ en }) => en).join(', '),
});
