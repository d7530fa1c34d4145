import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Commitment, Proof } from '@liangbuwu/office/commitments/contract.ts';
import { getPromise, shown } from '@liangbuwu/office/commitments/held.ts';
import { prove } from '@liangbuwu/office/commitments/prove.ts';
import * as commitments from '@liangbuwu/office/commitments/store.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { getPlanHead } from '@liangbuwu/office/plans/store.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { clockOf, getOpenResponse, holdId } from '@liangbuwu/office/responses/store.ts';
import { dayIn, milliseconds, requireTime } from '@liangbuwu/office/responses/when.ts';
import { insertReading } from '../fortnight-store.ts';
import { giverOf, subjectOf } from '../promised.ts';
import { moreThanItHolds, noDesk, noTank } from '../rules.ts';
import { findDesk } from '../store.ts';
import { type Entry, type EntryBody, litresOf, type Said } from './entry.ts';
import {
  findEntry,
  findPointOf,
  findSourceOf,
  findTankerOf,
  insertEntry,
  type Whereabouts,
} from './entry-store.ts';
import { matchPromise } from './match-promise.ts';
import { gaugeRunsBackwards, nothingToCorrect, otherEntry } from './rules.ts';

type Doing = Deed & { actor: Actor };

export interface Recorded {
  entry: Entry;
  promise: Commitment | null;
}

/**
 * Keeps what somebody in the field says, once, whenever and however often it arrives. Where it speaks of litres
 * brought to a point it is one side's proof of a promise; where nobody promised them, the promise is written down by it.
 */
export async function recordEntry(
  deed: Doing,
  side: Entry['side'],
  id: string,
  given: EntryBody,
): Promise<Recorded> {
  const { tx, actor, clock, record, announce } = deed;
  const { note = null, ...body } = { ...given, at: milliseconds(given.at) };
  const response = await getOpenResponse(tx, body.response, clock);
  // The same entry sent twice at once comes one after the other.
  await holdId(tx, id);
  const held = await findEntry(tx, id);
  if (held) {
    const same = isDeepStrictEqual(held.said, body) && held.by === actor.account;
    if (!same || held.entry.side !== side) throw refuse(changedMeanwhile, undefined);
    return answer(tx, id);
  }
  requireTime(response, body.at);
  const where = await whereabouts(tx, body);
  if (!(await findDesk(tx, { response: response.id, area: where.desk })))
    throw refuse(noDesk, undefined);
  const litres = litresIn(body);
  const corrected = await findCorrected(tx, side, body);
  const now = clockOf(response).now();
  const promise = await promiseOf(deed, response, where, side, body, litres ?? 0, corrected);
  if (promise && litres !== null) {
    const said = {
      id,
      side: sideOf(side),
      quantity: litres,
      at: body.at,
      onBehalfOf: 'onBehalfOf' in body ? (body.onBehalfOf ?? null) : null,
      corrects: corrected?.id ?? null,
    };
    await prove(deed, promise, said, now);
  }
  if (body.kind === 'measured') await keepReading(deed, id, body, where);
  if (body.kind === 'accepted') await getPlanHead(tx, body.plan);
  await insertEntry(tx, actor.tenant, {
    id,
    kind: body.kind,
    side,
    response: response.id,
    desk: where.desk,
    area: where.area,
    day: promise?.day ?? corrected?.day ?? dayIn(response, body.at),
    at: body.at,
    recorded: clock.now().toString({ smallestUnit: 'millisecond' }),
    promise: promise?.id ?? null,
    litres,
    saidBy: actor.account,
    said: body,
    note,
  });
  record({
    action: 'water.recorded',
    subject: `entry:${id}`,
    area: where.area,
    response: response.id,
    at: now,
    detail: { kind: body.kind, side, litres, promise: promise?.id ?? null, happened: body.at },
  });
  announce({ topic: 'water.entries', area: where.area, id });
  return answer(tx, id);
}

async function answer(tx: Doing['tx'], id: string): Promise<Recorded> {
  const kept = await findEntry(tx, id);
  if (!kept) throw new Error(`the entry ${id} was not kept`);
  const { entry } = kept;
  const promise = entry.promise === null ? null : shown(await getPromise(tx, entry.promise));
  return { entry, promise };
}

/** Where it belongs: to the village of its point, else to the town of its source or tanker. */
async function whereabouts(
  tx: Doing['tx'],
  body: Said,
): Promise<Whereabouts & { tank: number | null; tankerName: string }> {
  const tanker = 'tanker' in body && body.tanker ? await findTankerOf(tx, body.tanker) : null;
  const source = 'source' in body ? await findSourceOf(tx, body.source) : null;
  const point = 'point' in body ? await findPointOf(tx, body.point) : null;
  if (tanker === undefined) throw refuse(notFound, { what: say('送水车', 'tanker') });
  if (source === undefined) throw refuse(notFound, { what: say('水源', 'source') });
  if (point === undefined) throw refuse(notFound, { what: say('供水点', 'point') });
  const at = point ?? source ?? tanker;
  if (!at) throw new Error('an entry speaks of a tanker or a place');
  const { desk, area } = at;
  return { desk, area, tank: point?.tank ?? null, tankerName: tanker?.name ?? '' };
}

function litresIn(body: Said): number | null {
  if (body.kind === 'measured' || body.kind === 'roll-call') return body.litres;
  if (body.kind === 'dry-well') return body.have;
  if (!('amount' in body)) return null;
  const gauge = body.kind === 'emptied' ? 'falls' : 'rises';
  const litres = litresOf(body.amount, gauge);
  if (litres < 0) throw refuse(gaugeRunsBackwards, { rises: gauge === 'rises' });
  return litres;
}

async function findCorrected(
  tx: Doing['tx'],
  side: Entry['side'],
  body: Said,
): Promise<Entry | undefined> {
  if (!('corrects' in body) || !body.corrects) return undefined;
  const found = await findEntry(tx, body.corrects);
  if (!found) throw refuse(nothingToCorrect, undefined);
  const { entry } = found;
  const alike =
    entry.side === side &&
    entry.kind === body.kind &&
    entry.tanker === ('tanker' in body ? body.tanker : null) &&
    entry.source === ('source' in body ? body.source : null) &&
    entry.point === ('point' in body ? body.point : null);
  if (!alike) throw refuse(otherEntry, undefined);
  return entry;
}

/** The promise that litres at a point are said of, held; written down now where nobody made it before. */
async function promiseOf(
  { tx, actor }: Doing,
  response: Response,
  where: Whereabouts & { tankerName: string },
  side: Entry['side'],
  body: Said,
  litres: number,
  corrected: Entry | undefined,
): Promise<commitments.HeldPromise | undefined> {
  if (body.kind !== 'emptied' && body.kind !== 'received') return undefined;
  if (corrected?.promise) return getPromise(tx, corrected.promise, true);
  const subject = subjectOf(body.point);
  const named = body.promise ? await commitments.findPromise(tx, body.promise) : undefined;
  const ofThisPoint = named?.subject === subject && named.response === response.id;
  const today = dayIn(response, body.at);
  // What was promised for the evening may come after midnight; later than that it is not what was promised.
  const day = named && ofThisPoint && isOnOrNext(named.day, today) ? named.day : today;
  const of = { tenant: actor.tenant, response: response.id, desk: 'water', day };
  const need = await commitments.holdNeed(tx, of, {
    id: randomUUID(),
    area: where.area,
    subject,
    unit: 'litre',
  });
  const standing = await commitments.listPromisesOf(tx, need);
  const tanker = body.kind === 'emptied' ? body.tanker : null;
  const matched = matchPromise(standing, { ...body, tanker, side: sideOf(side) });
  if (matched) return getPromise(tx, matched.id, true);
  const id = randomUUID();
  await commitments.insertPromises(tx, { ...of, plan: null }, [
    {
      id,
      need,
      area: where.area,
      giver: giverOf(tanker),
      giver_name: where.tankerName,
      quantity: Math.max(1, litres),
      due_from: body.at,
      due_to: body.at,
    },
  ]);
  await commitments.promiseNeed(tx, need);
  return getPromise(tx, id, true);
}

const isOnOrNext = (promised: string, day: string): boolean =>
  day === promised || day === Temporal.PlainDate.from(promised).add({ days: 1 }).toString();

async function keepReading(
  { tx, actor }: Doing,
  id: string,
  { point, litres, at }: Extract<Said, { kind: 'measured' }>,
  { area, tank }: Whereabouts & { tank: number | null },
): Promise<void> {
  if (tank === null) throw refuse(noTank, undefined);
  if (litres > tank) throw refuse(moreThanItHolds, { litres: tank });
  await insertReading(tx, actor.tenant, { id, point, area, at, litres });
}

const sideOf = (side: Entry['side']): Proof['side'] => (side === 'driver' ? 'giver' : 'receiver');
