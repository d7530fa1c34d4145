import type { Amount } from '../../recording/entry.ts';
import type { Said } from '../said.ts';
import type { OpenBody } from './amount-sheet.tsx';

/** A new entry that puts right what was said of litres, with all that was said before; undefined: it spoke of none. */
export function correctionOf(said: Said, response: string): OpenBody | undefined {
  const { before, after, litres, tanker, source, point } = said;
  const amount: Amount | undefined =
    before !== null && after !== null
      ? { before, after }
      : litres !== null
        ? { litres }
        : undefined;
  const common = {
    response,
    at: said.at,
    corrects: said.id,
    ...(amount ? { amount } : {}),
    ...(said.chlorine === null ? {} : { chlorine: said.chlorine }),
  };
  if (said.kind === 'filled' && tanker && source)
    return {
      kind: 'filled',
      tanker,
      source,
      ...(said.doseGrams === null ? {} : { doseGrams: said.doseGrams }),
      ...common,
    };
  if (said.kind === 'emptied' && tanker && point)
    return { kind: 'emptied', tanker, point, promise: said.promise, ...common };
  if (said.kind === 'received' && point)
    return {
      kind: 'received',
      point,
      promise: said.promise,
      ...(said.onBehalfOf === null ? {} : { onBehalfOf: said.onBehalfOf }),
      ...common,
    };
  return undefined;
}
