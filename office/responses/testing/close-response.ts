import { randomUUID } from 'node:crypto';
import type { Call } from '../../http/client.ts';
import type { OutputOf } from '../../http/contract.ts';
import { closeResponse, proposeClosing } from '../closing/closing.contract.ts';
import { advanceClock, listResponses } from '../contract.ts';

/** Closes a response whose clock can be set as two people close one: proposed, a day waited, confirmed. */
export async function closeByTwo(
  by: { proposer: Call; second: Call },
  response: string,
): Promise<OutputOf<typeof closeResponse>> {
  const { responses } = await by.proposer(listResponses);
  const found = responses.find(({ id }) => id === response);
  if (!found) throw new Error('there is no such response');
  const closing = randomUUID();
  const effective = new Date(Date.parse(found.now) + 86_400_000).toISOString();
  await by.proposer(proposeClosing, {
    params: { response, closing },
    body: { reason: 'emergency-over', effective },
  });
  await by.second(advanceClock, { params: { response }, body: { to: effective } });
  return by.second(closeResponse, {
    params: { response, closing },
    body: { confirm: found.name['zh-CN'] },
  });
}

/** How many records that were, of all kinds. */
export const recordsOf = ({ destroyed }: OutputOf<typeof closeResponse>): number =>
  destroyed.reduce((sum, { records }) => sum + records, 0);
