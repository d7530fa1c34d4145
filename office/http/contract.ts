import type { z } from 'zod';
import type { RefusalKind } from './refusal.ts';
import type { Say } from './say.ts';

/** `room.deed`, granted by roles; or one of the two that no role grants. */
export type Permission = `${string}.${string}` | 'public' | 'signed-in';

/** Names the account under which something was made that is only sent later; another's session is then refused. */
export const madeByHeader = 'liangbuwu-account';

type Fields = z.ZodObject;

/** One route, as server, typed client and OpenAPI all read it. */
export interface Contract<
  Params extends Fields | undefined = Fields | undefined,
  Query extends Fields | undefined = Fields | undefined,
  Body extends z.ZodType | undefined = z.ZodType | undefined,
  Output extends z.ZodType = z.ZodType,
> {
  id: `${string}.${string}`;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Fastify's form: `/api/water/plans/:plan`. */
  path: `/api/${string}`;
  summary: Say;
  permission: Permission;
  params: Params;
  query: Query;
  body: Body;
  output: Output;
  /** What this route may refuse with, beside the refusals that every route shares. */
  // oxlint-disable-next-line typescript/no-explicit-any -- a list over kinds with different subjects
  errors: readonly RefusalKind<any>[];
  /** What is sent is personal: a fault names its place and the rule, and repeats nothing of it. */
  confidential?: boolean;
  /** Only for who has shown within the last minutes who they are: what it does cannot be taken back. */
  proof?: 'fresh';
  /** Bytes that a request may have, where it brings more than a form does. */
  largest?: number;
  example: {
    params?: Params extends Fields ? z.input<Params> : never;
    query?: Query extends Fields ? z.input<Query> : never;
    body?: Body extends z.ZodType ? z.input<Body> : never;
    output: z.input<Output>;
  };
}

type Draft<P, Q, B> = { params?: P; query?: Q; body?: B };

/** Declares a route. Schemas must be strict objects: unknown keys are refused. */
export function contract<
  Output extends z.ZodType,
  Params extends Fields | undefined = undefined,
  Query extends Fields | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  draft: Omit<Contract<Params, Query, Body, Output>, 'params' | 'query' | 'body' | 'errors'> &
    Draft<Params, Query, Body> & {
      // oxlint-disable-next-line typescript/no-explicit-any -- as in Contract
      errors?: readonly RefusalKind<any>[];
    },
): Contract<Params, Query, Body, Output> {
  return {
    ...draft,
    params: draft.params as Params,
    query: draft.query as Query,
    body: draft.body as Body,
    errors: draft.errors ?? [],
  };
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Given<S> = S extends z.ZodType ? z.input<S> : undefined;

export type InputOf<C> =
  C extends Contract<infer P, infer Q, infer B, z.ZodType>
    ? { params: Parsed<P>; query: Parsed<Q>; body: Parsed<B> }
    : never;

export type OutputOf<C> =
  C extends Contract<Fields | undefined, Fields | undefined, z.ZodType | undefined, infer O>
    ? z.output<O>
    : never;

/** What a caller of the typed client passes: only the parts that the route has. */
export type CallOf<C> =
  C extends Contract<infer P, infer Q, infer B, z.ZodType>
    ? (P extends Fields ? { params: Given<P> } : { params?: undefined }) &
        (Q extends Fields ? { query: Given<Q> } : { query?: undefined }) &
        (B extends z.ZodType ? { body: Given<B> } : { body?: undefined })
    : never;
