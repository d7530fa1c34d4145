import type { Tx } from '../database/connection.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { refuse } from '../http/refusal.ts';
import { getRoot } from '../register/areas/root.ts';
import { requireAreas } from '../register/scope.ts';
import { factsAsked } from './check-version.ts';
import * as routes from './contract.ts';
import type { Purpose, RuleFact } from './rulebook.ts';
import { factInUse } from './rules.ts';
import * as store from './store.ts';

export const factEndpoints = (): Endpoint[] => [
  endpoint(routes.listRuleFacts, async (_, { tx }) => ({
    facts: await store.listFacts(tx),
    whole: await getRoot(tx).then(({ id, name }) => ({ id, name })),
  })),

  endpoint(routes.putRuleFact, async ({ params, body }, deed) => {
    const { tx, actor, record, announce } = deed;
    await store.lockRulebook(tx, actor.tenant);
    // The catalogue holds for the whole tenant.
    const { id: root } = await getRoot(tx);
    await requireAreas(tx, [root]);
    const fact: RuleFact = { name: params.fact, ...body };
    const before = (await store.listFacts(tx)).find(({ name }) => name === fact.name);
    if (before && JSON.stringify(before) === JSON.stringify(fact)) return fact;
    if (before) await requireUnused(tx, before, fact);
    await store.putFact(tx, actor.tenant, fact);
    record({
      action: 'rulebook.fact-saved',
      subject: `rule-fact:${encodeURIComponent(fact.name)}`,
      area: root,
      detail: { sensitivity: fact.sensitivity, purposes: fact.purposes },
    });
    announce({ topic: 'rulebook', area: null, id: 'facts' });
    return fact;
  }),
];

/** Refuses to take from a fact what rules in force rely on. */
async function requireUnused(tx: Tx, before: RuleFact, after: RuleFact): Promise<void> {
  const purposes = new Set<Purpose>();
  for (const { purpose, table } of await store.listBinding(tx)) {
    const declared = new Set((table.facts ?? []).map(({ name }) => name));
    const asks = table.columns.some(({ expression }) =>
      factsAsked(expression, declared).includes(before.name),
    );
    if (asks) purposes.add(purpose);
  }
  if (purposes.size === 0) return;
  const values = new Set(after.values.map(({ value }) => value));
  const kept =
    before.type === after.type &&
    before.values.every(({ value }) => values.has(value)) &&
    [...purposes].every((purpose) => after.purposes.includes(purpose));
  if (!kept) throw refuse(factInUse, { name: before.say['zh-CN'] });
}
