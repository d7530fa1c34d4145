import { z } from 'zod';
import { Say } from './say.ts';

/** A rule's named refusal: declared beside the rule, raised with what it was about. */
export interface RefusalKind<D = void> {
  code: string;
  status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  cause: (about: D) => Say;
  remedy: (about: D) => Say;
}

export const Fault = z.strictObject({
  path: z.string().describe('JSON pointer into the request: /body/litres, /query/day, /params/id'),
  code: z.string(),
  cause: Say,
  remedy: Say,
});
export type Fault = z.infer<typeof Fault>;

/** What every refused request answers with. */
export const RefusalBody = z.strictObject({
  code: z.string(),
  cause: Say,
  remedy: Say,
  at: z.array(Fault).optional().describe('where exactly, when the request itself is at fault'),
});
export type RefusalBody = z.infer<typeof RefusalBody>;

export class Refusal extends Error {
  readonly status: number;
  readonly body: RefusalBody;

  constructor(status: number, body: RefusalBody) {
    super(`${body.code}: ${body.cause.en} ${body.remedy.en}`);
    this.name = 'Refusal';
    this.status = status;
    this.body = body;
  }
}

export function refuse<D>(kind: RefusalKind<D>, about: D, at?: Fault[]): Refusal {
  return new Refusal(kind.status, {
    code: kind.code,
    cause: kind.cause(about),
    remedy: kind.remedy(about),
    ...(at ? { at } : {}),
  });
}
