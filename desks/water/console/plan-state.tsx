import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { Chip } from './chip.tsx';
import { sharedMessages } from './messages/shared.ts';

const ahead: readonly PlanHead['state'][] = ['queued', 'solving', 'solved'];

/** A version's state in a word. */
export function PlanState({ state }: { state: PlanHead['state'] }) {
  const t = sharedMessages.use();
  const word = t(`planState.${state}`);
  if (state === 'published') return <StatusTag level="ok">{word}</StatusTag>;
  if (state === 'failed') return <StatusTag level="bad">{word}</StatusTag>;
  return <Chip accent={ahead.includes(state)}>{word}</Chip>;
}
