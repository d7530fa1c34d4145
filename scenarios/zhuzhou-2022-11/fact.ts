import { z } from 'zod';
import { Said } from './origin.ts';

/** A figure that the newspaper page tells. */
export const Fact = z.strictObject({
  id: z.string().min(1),
  /** The page's own words, as far as they are known. */
  words: z.array(z.string().min(1)),
  told: Said,
  /** file#/pointer, or file#id of a record or of a rule. */
  mapsTo: z.array(z.string().regex(/^(?:[a-z-]+\.json|rules\/[a-z-]+\.dmn)#.+$/)).min(1),
  /** What the data sets beside it, invented. */
  set: Said.optional(),
});
export type Fact = z.infer<typeof Fact>;

export const TownFact = z.strictObject({
  key: z.string().min(1),
  value: z.union([z.string(), z.number()]),
  source: z.string().min(1),
});
export type TownFact = z.infer<typeof TownFact>;

/** data/facts.json */
export const Facts = z.strictObject({
  source: Said,
  wording: Said,
  facts: z.array(Fact).min(1),
  town: z.array(TownFact),
});
export type Facts = z.infer<typeof Facts>;
