import type { Source, Tanker } from '../../water.ts';

/** What can be taken out of use and brought back. */
export type Resource = { kind: 'source'; one: Source } | { kind: 'tanker'; one: Tanker };
