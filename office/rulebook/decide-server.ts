import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { InvalidFacts } from '@liangbuwu/eligibility/refuse/refusals.ts';
import type { Clock } from '../clock/clock.ts';
import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { notFound } from '../http/shared-refusals.ts';
import { words } from '../register/scope.ts';
import { listResponses } from '../responses/store.ts';
import { issuedTable, whyUnfit } from './check-version.ts';
import * as routes from './decide.contract.ts';
import type { Purpose, RuleVersion } from './rulebook.ts';
import { factsUnfit, findGoverning, type Governed, nothingAsked, tableBroken } from './rules.ts';
import * as store from './store.ts';

// Whose facts these are is nobody's business: nothing of a decision goes to the ledger or a log.
export const decideEndpoints = (): Endpoint[] => [
  endpoint(routes.findRules, async ({ query }, { tx, clock }) =>
    sayGoverned(await governing(tx, clock, query)),
  ),

  endpoint(routes.decideByRules, async ({ body }, { tx, clock }) => {
    const { facts, ...moment } = body;
    const governed = await governing(tx, clock, moment);
    return {
      ...sayGoverned(governed),
      answer: governed.is === 'in-force' ? answerOf(governed.version, facts, body.at) : null,
    };
  }),

  endpoint(routes.tryRules, async ({ params, body }, { tx }) => {
    const version = await store.getVersion(tx, params.version);
    return answerOf(version, body.facts, body.at ?? version.from);
  }),
];

export async function governing(
  tx: Tx,
  clock: Clock,
  { at, ...of }: { purpose: Purpose; area: string; at: string },
): Promise<Governed<store.SetHead, RuleVersion>> {
  return (await governor(tx, clock, of))(at);
}

/** Says which version governs there, moment by moment. */
export async function governor(
  tx: Tx,
  clock: Clock,
  { purpose, area }: { purpose: Purpose; area: string },
): Promise<(at: string) => Governed<store.SetHead, RuleVersion>> {
  const path = await store.pathOf(tx, area);
  if (path.length === 0) throw refuse(notFound, { what: words.area });
  const sets = await store.listSetHeads(tx, purpose);
  const versions = await store.listPublished(
    tx,
    sets.map(({ id }) => id),
  );
  const responses = await listResponses(tx, clock);
  return (at) => findGoverning({ path, at, sets, versions, responses });
}

function sayGoverned(governed: Governed<store.SetHead, RuleVersion>) {
  if (governed.is !== 'in-force') return { inForce: null, nothing: nothingAsked[governed.is] };
  const { set, version, response } = governed;
  const { table: _, cases: __, source: ___, appeal: ____, ...head } = version;
  return {
    inForce: {
      set: set.id,
      name: set.name,
      area: set.area.name,
      version: head,
      response: response.id,
    },
    nothing: null,
  };
}

export function answerOf(version: RuleVersion, facts: Record<string, unknown>, at: string) {
  let rules: ReturnType<typeof compile>;
  try {
    rules = compile(issuedTable(version, version.number));
  } catch (error) {
    throw refuse(tableBroken, { why: whyUnfit(error) });
  }
  try {
    const { known, outcome, ask, because } = rules.decide(facts, { at });
    return { known, outcome, ask, because: because.map((said) => ({ ...said })) };
  } catch (error) {
    if (!(error instanceof InvalidFacts)) throw error;
    const faults = error.faults.map(({ at: path, code, cause, remedy }) => ({
      path: path === 'at' ? '/body/at' : `/body/facts/${path}`,
      code,
      cause,
      remedy,
    }));
    throw refuse(factsUnfit, { why: whyUnfit(error) }, faults);
  }
}
