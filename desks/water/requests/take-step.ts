import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { openWords, sealWords } from './person.ts';
import { cannotHappen, litresMissing, timesReversed } from './refusals.ts';
import type { RequestStep } from './request.ts';
import { type HeldRequest, insertStep, listSealedWords, setRequestState } from './request-store.ts';
import { nextRequest, type RequestEvent } from './rules.ts';

export interface Step {
  id: string;
  event: RequestEvent;
  from?: string | undefined;
  to?: string | undefined;
  litres?: number | undefined;
  /** Who brought it, why not, what is answered. */
  words?: string | undefined;
}

/**
 * Writes down what was done about a request; sent twice it counts once, other words under its id are refused. The
 * request is held by the caller.
 */
export async function takeStep(
  deed: Pick<Deed, 'tx' | 'record' | 'announce' | 'clock'>,
  of: { keys: ResponseKeys; request: HeldRequest; response: Response; saidBy: string | null },
  step: Step,
): Promise<void> {
  const { request, response } = of;
  const held = request.steps.find(({ id }) => id === step.id);
  if (held) {
    if (!(await isRepeated(deed.tx, of, held, step))) throw refuse(changedMeanwhile, undefined);
    return;
  }
  const state = nextRequest(request.state, request.kind, step.event);
  if (!state) throw refuse(cannotHappen, undefined);
  const { from = null, to = null } = step;
  if (step.event === 'promised' && !isAhead(from, to, response.now))
    throw refuse(timesReversed, undefined);
  if (step.event === 'done' && request.kind === 'door' && step.litres === undefined)
    throw refuse(litresMissing, undefined);
  await insertStep(deed.tx, request, {
    id: step.id,
    event: step.event,
    at: response.now,
    recorded: deed.clock.now().toString({ smallestUnit: 'millisecond' }),
    saidBy: of.saidBy,
    from,
    to,
    litres: step.litres ?? null,
    sealed: step.words ? sealWords(of.keys, { ...request, id: step.id }, step.words) : null,
  });
  await setRequestState(deed.tx, { id: request.id, state, from, to });
  deed.record({
    action: `water.request-${step.event}`,
    subject: `request:${request.id}`,
    area: request.area,
    response: request.response,
    detail: {
      number: request.number,
      ...(step.litres === undefined ? {} : { litres: step.litres }),
    },
    at: Temporal.Instant.from(response.now),
  });
  deed.announce({ topic: 'water.requests', area: request.area, id: request.id });
}

async function isRepeated(
  tx: Tx,
  { keys, request }: { keys: ResponseKeys; request: HeldRequest },
  held: RequestStep,
  step: Step,
): Promise<boolean> {
  const moment = (at: string | null | undefined) => (at ? Date.parse(at) : null);
  const sealed = (await listSealedWords(tx, request.id)).get(step.id);
  return (
    held.event === step.event &&
    moment(held.from) === moment(step.from) &&
    moment(held.to) === moment(step.to) &&
    held.litres === (step.litres ?? null) &&
    (sealed && openWords(keys, { ...request, id: step.id }, sealed)) === (step.words || undefined)
  );
}

function isAhead(from: string | null, to: string | null, now: string): boolean {
  if (from === null || to === null) return false;
  const [begin, end, at] = [from, to, now].map(
    (one) => Temporal.Instant.from(one).epochMilliseconds,
  );
  return (begin as number) < (end as number) && (end as number) > (at as number);
}
