import type { Tx } from '../../database/connection.ts';
import type { Deed } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import type { Response } from '../contract.ts';
import * as responses from '../store.ts';
import type { Closing } from './closing.contract.ts';
import {
  alreadyProposed,
  type ClosingEvent,
  type ClosingState,
  countdownRuns,
  nextClosing,
  nothingProposed,
  objectionStands,
  stateOf,
} from './closing-rules.ts';
import { findClosing, type StoredClosing } from './closing-store.ts';

/** The open response, its closing and where that stands, held until the transaction ends. */
export async function holdOpen(tx: Tx, id: string, { clock }: Pick<Deed, 'clock'>) {
  await responses.lockResponse(tx, id);
  const response = await responses.getOpenResponse(tx, id, clock);
  const closing = await findClosing(tx, id);
  return { response, closing, state: stateOf(closing, response.now) };
}

/** Refused, with the reason, where the table knows no such step. */
export function step(
  state: ClosingState,
  event: ClosingEvent,
  closing: StoredClosing | undefined,
): void {
  if (nextClosing(state, event)) return;
  if (!closing) throw refuse(nothingProposed, undefined);
  if (event === 'proposed') throw refuse(alreadyProposed, { by: closing.proposed.by.name });
  if (state === 'objected') throw refuse(objectionStands, { count: closing.openObjections });
  throw refuse(countdownRuns, { effective: closing.effective });
}

export function tell(
  { record, announce }: Pick<Deed, 'record' | 'announce'>,
  response: Response,
  action: `responses.${string}`,
  detail: Record<string, unknown>,
): void {
  record({
    action,
    subject: `response:${response.id}`,
    area: (response.areas[0] as { id: string }).id,
    response: response.id,
    at: Temporal.Instant.from(response.now),
    detail,
  });
  announce({ topic: action, area: null, id: response.id });
}

export function shown(closing: StoredClosing, response: Response): Closing {
  const { closed, recorded: _, overruled: __, ...rest } = closing;
  const state = stateOf({ ...closing, closed: closed || response.ended !== null }, response.now);
  return { ...rest, state: state as Closing['state'] };
}
