import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { dayOf } from '../day-of.ts';
import type { Desk } from '../water.ts';
import { answerBy } from './answer-by.ts';
import { openPerson, type Person, sealPerson, spokenCode } from './person.ts';
import { formUsed, litresMissing, tooManyHere } from './refusals.ts';
import { type RequestKind, requestNumber } from './request.ts';
import {
  countSent,
  findRequest,
  getRequest,
  type HeldRequest,
  holdRequest,
  insertRequest,
  nextSeq,
} from './request-store.ts';

/** So many from one point in a day are no residents any more. */
const mostSent = 300;

export interface Asked {
  id: string;
  kind: RequestKind;
  litres: number | null;
  about: string | null;
  household: string | null;
  person: Omit<Person, 'code'>;
}

export interface Asking {
  deed: Pick<Deed, 'tx' | 'record' | 'announce'>;
  services: { keys: ResponseKeys; randomInt(below: number): number };
  tenant: string;
  /** Open, and held against its closing meanwhile. */
  response: Response;
  desk: Desk;
  area: string;
  point: string;
  /** The account that takes it down; null where the resident does so. */
  takenBy: string | null;
}

export interface Receipt {
  request: HeldRequest;
  person: Person;
}

/** Takes a request down, and gives it its number. The same form sent twice is one request. */
export async function ask(of: Asking, asked: Asked): Promise<Receipt> {
  const { deed, services, tenant, response, desk, area, point, takenBy } = of;
  const { tx } = deed;
  await holdRequest(tx, asked.id);
  const before = await findRequest(tx, asked.id);
  if (before) return again(services.keys, before, asked, point);
  const { kind, litres } = asked;
  if (litres === null ? kind !== 'did-not-come' : kind === 'door' && litres === 0)
    throw refuse(litresMissing, undefined);
  const day = response.today;
  if (
    takenBy === null &&
    (await countSent(tx, { response: response.id, desk: desk.area, day, point })) >= mostSent
  )
    throw refuse(tooManyHere, undefined);
  const seq = await nextSeq(tx, { tenant, response: response.id, desk: desk.area, day });
  const code = asked.person.phone === null ? spokenCode(services.randomInt) : null;
  const sealedAs = { tenant, response: response.id, id: asked.id };
  const { person, ...rest } = asked;
  await insertRequest(tx, {
    ...rest,
    tenant,
    response: response.id,
    desk: desk.area,
    area,
    point,
    day,
    seq,
    takenBy,
    asked: response.now,
    answerBy: answerInstant(response, desk),
    sealed: sealPerson(services.keys, sealedAs, { ...person, code }),
  });
  deed.record({
    action: 'water.request-asked',
    subject: `request:${asked.id}`,
    area,
    response: response.id,
    detail: { kind: asked.kind, litres: asked.litres, number: requestNumber(day, seq) },
    at: Temporal.Instant.from(response.now),
  });
  deed.announce({ topic: 'water.requests', area, id: asked.id });
  return { request: await getRequest(tx, asked.id), person: { ...person, code } };
}

function again(keys: ResponseKeys, before: HeldRequest, asked: Asked, point: string): Receipt {
  const { code, ...person } = openPerson(keys, before, before.sealed);
  const same =
    before.point === point &&
    before.kind === asked.kind &&
    before.litres === asked.litres &&
    (before.about?.promise ?? null) === asked.about &&
    (['name', 'phone', 'address', 'note'] as const).every(
      (field) => person[field] === asked.person[field],
    );
  if (!same) throw refuse(formUsed, { number: before.number });
  return { request: before, person: { ...person, code } };
}

function answerInstant(response: Response, desk: Desk): string {
  const by = answerBy(dayOf(response, response.today).secondOf(response.now), desk);
  const day = Temporal.PlainDate.from(response.today).add({ days: by.days }).toString();
  return dayOf(response, day).instantOf(by.second);
}
