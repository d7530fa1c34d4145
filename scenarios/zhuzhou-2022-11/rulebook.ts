import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { origin, Said } from './origin.ts';

const constant = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const words = z.array(z.strictObject({ value: constant, say: Said }));
const moment = z.iso.datetime({ offset: true });

const Fact = z.strictObject({
  name: z.string().min(1),
  type: z.enum(['string', 'number', 'integer', 'boolean', 'date and time']),
  say: Said,
  unit: Said.nullable(),
  values: words,
  sensitivity: z.enum(['none', 'identity', 'health']),
  purposes: z.array(z.string()).min(1),
});

const Table = z.strictObject({
  id: z.string(),
  name: z.string(),
  say: Said,
  hitPolicy: z.enum(['UNIQUE', 'FIRST']),
  columns: z
    .array(
      z.strictObject({
        expression: z.string(),
        type: z.literal('days and time duration').optional(),
        say: Said.optional(),
      }),
    )
    .min(1),
  outputs: z.array(
    z.strictObject({ name: z.string(), type: z.literal('string'), values: z.string(), words }),
  ),
  annotations: z.array(z.string()),
  rules: z.array(
    z.strictObject({
      id: z.string(),
      when: z.array(z.string()),
      gives: z.array(z.string()),
      annotations: z.array(z.string()),
    }),
  ),
});

const Case = z.strictObject({
  name: Said,
  facts: z.record(z.string(), constant),
  at: moment.nullable(),
  expect: z.union([
    z.strictObject({ outcome: constant }),
    z.strictObject({ ask: z.array(z.string()) }),
  ]),
});

/** Ids of versions, of this rule-set or another. */
const supersedes = z.array(z.string());

const Written = z.strictObject({
  id: z.string().min(1),
  from: moment,
  until: moment.nullable(),
  issuer: Said,
  document: Said,
  source: z.string().nullable(),
  appeal: Said,
  supersedes,
  invented: z.literal(true).optional(),
  /** Not published: there to be gone on with. */
  draft: z.literal(true).optional(),
  table: Table,
  cases: z.array(Case),
});

/** A version whose table, issuer and validity are in a file of `rules/`. */
const InFile = z.strictObject({
  id: z.string().min(1),
  dmn: z.string().regex(/^[a-z-]+\.dmn$/),
  source: z.string().nullable(),
  supersedes,
  cases: z.array(Case),
});

const Version = z.union([Written, InFile]);

/** The regimes of the epidemic as dated decision tables. */
export const RuleSet = z.strictObject({
  id: z.string().min(1),
  area: z.string().min(1),
  purpose: z.enum([
    'return-to-school',
    'enter-village',
    'enter-site',
    'load-vehicle',
    'at-the-gate',
  ]),
  name: Said,
  ...origin,
  versions: z.array(Version).min(1),
});
export type RuleSet = z.infer<typeof RuleSet>;

/** data/rulebook.json */
export const Rulebook = z.strictObject({
  note: Said,
  facts: z.array(Fact),
  sets: z.array(RuleSet),
});
export type Rulebook = z.infer<typeof Rulebook>;

/** A file of `rules/` as it stands. */
export const readRulesFile = (file: string): string =>
  readFileSync(new URL(`./rules/${file}`, import.meta.url), 'utf8');
