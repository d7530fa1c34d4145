import { findDateTime, findOffset } from '@liangbuwu/eligibility/sfeel/value.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { FactFields } from '@liangbuwu/office/people/contract.ts';
import { masked, plainDocument } from '@liangbuwu/office/people/identity.ts';
import type { Reading } from '@liangbuwu/office/people/reading-limit.ts';
import { recordFact } from '@liangbuwu/office/people/record-fact.ts';
import { registerPerson } from '@liangbuwu/office/people/register-person.ts';
import { documentMark } from '@liangbuwu/office/people/seal.ts';
import { findPersons } from '@liangbuwu/office/people/store.ts';
import { getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { lastFourOf } from '@liangbuwu/passes/pass/mask.ts';
import type { FactValues } from '../gate.ts';
import type { OwnHolder } from '../own/own.ts';
import { shownOfOwn } from '../own/own-seal.ts';
import type { Holder, Paper } from './pass.ts';
import { noLastFour } from './pass-rules.ts';

type Doing = Deed & { actor: Actor };

/** Whom it is for: as a clerk has it, or as they said of themselves, with the last four of a document only. */
export type Applicant = Holder | (OwnHolder & { person: string; own: true });

/** What of the holder comes onto the pass. */
export function shownOf(holder: Applicant): Paper['holder'] {
  if ('own' in holder) return shownOfOwn(holder);
  if (holder.kind !== 'person') return { name: null, lastFour: null, plate: holder.plate };
  const lastFour = lastFourOf(plainDocument(holder.document));
  if (!lastFour) throw refuse(noLastFour, undefined);
  return { name: masked(holder.name.normalize('NFC')), lastFour, plate: null };
}

/** Sees to it that the person is registered, once however many passes they have; whoever has the document is that person. */
export async function personOf(
  deed: Doing,
  of: { response: string; area: string },
  holder: Applicant,
  { keys, limit, newId }: Reading & { newId(): string },
): Promise<string | null> {
  if (holder.kind !== 'person') return null;
  if ('own' in holder) return registerOwn(deed, of, holder, { keys, limit, newId });
  const { kind: _, person, ...who } = holder;
  const named = { tenant: deed.actor.tenant, response: of.response };
  const mark = documentMark(keys, named, holder.document);
  // To learn that somebody is registered is a read of them, and counts as one.
  limit.take(deed.actor.account, 1, deed.clock.now());
  const [held] = await findPersons(deed.tx, of.response, { document: mark });
  if (held) return held.id;
  await registerPerson(
    { params: { person }, query: undefined, body: { ...of, household: null, ...who } },
    deed,
    { keys, limit },
  );
  return person;
}

/** Nobody is found again by four figures: each application is a person of its own. */
async function registerOwn(
  deed: Doing,
  of: { response: string; area: string },
  {
    person,
    name,
    phone,
    born,
    guardian,
  }: Extract<OwnHolder, { kind: 'person' }> & { person: string },
  { keys, limit, newId }: Reading & { newId(): string },
): Promise<string> {
  await registerPerson(
    {
      params: { person },
      query: undefined,
      body: { ...of, household: null, name, document: null, phone, born },
    },
    deed,
    { keys, limit },
  );
  if (guardian) {
    const response = await getOpenResponse(deed.tx, of.response, deed.clock);
    const consent = {
      fact: 'guardian-consent' as const,
      value: { guardian: guardian.name, relation: guardian.relation, by: 'message' as const },
      response: of.response,
      from: response.now,
      how: 'self' as const,
      purposes: ['school' as const, 'contact' as const],
      corrects: null,
    };
    await recordFact(
      { params: { person, fact: newId() }, query: undefined, body: consent },
      deed,
      keys,
    );
  }
  return person;
}

/** As the rules read it: what says no zone is meant where there is one zone only. */
const momentOf = (value: string) => findDateTime(value, findOffset('@Asia/Shanghai') ?? 0);

/** A rule's facts by which of the people's facts they are, where these have a place for them. */
function factOf(
  name: string,
  value: unknown,
  now: string,
): Pick<FactFields, 'fact' | 'value'> | undefined {
  if (name === 'temperature' && typeof value === 'number' && value >= 30 && value <= 45)
    return { fact: 'temperature', value };
  if (name === 'code' && (value === 'green' || value === 'yellow' || value === 'red'))
    return { fact: 'health-code', value };
  const reported = name === 'reported' && typeof value === 'string' ? momentOf(value) : undefined;
  if (reported !== undefined && reported <= Date.parse(now))
    return { fact: 'test-time', value: new Date(reported).toISOString() };
  return undefined;
}

/** Keeps what was told about somebody's health where it belongs: with the person, for the gate alone. */
export async function keepHealth(
  deed: Doing,
  of: { response: string; person: string; now: string; onBehalf: boolean; newId(): string },
  facts: FactValues,
  keys: ResponseKeys,
): Promise<void> {
  for (const [name, value] of Object.entries(facts)) {
    const kept = factOf(name, value, of.now);
    if (!kept) continue;
    const body = {
      ...kept,
      response: of.response,
      from: of.now,
      how: of.onBehalf ? 'on-behalf' : 'self',
      purposes: ['gate'],
      corrects: null,
    } as FactFields;
    await recordFact(
      { params: { person: of.person, fact: of.newId() }, query: undefined, body },
      deed,
      keys,
    );
  }
}
