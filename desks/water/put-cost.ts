import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import { changedMeanwhile } from '@liangbuwu/office/http/shared-refusals.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import { areasInScope, clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import { aboveZero, type CostFigure, isStock, notRegistered } from './cost-figures.ts';
import type { putCost as route } from './exit.contract.ts';
import { holdCost, insertCost, listCosts } from './exit-store.ts';
import { countedWhen, mustBeAboveZero, noDesk, noShareAboveAll, sourceNeeded } from './rules.ts';
import { findDesk } from './store.ts';

/** A cost figure is registered, corrected or taken back, each time as a version of its own. */
export async function putCost(
  { params, body }: InputOf<typeof route>,
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
): Promise<OutputOf<typeof route>> {
  const { area, figure } = params;
  const response = await getOpenResponse(tx, body.response, clock);
  const reached = (await areasInScope(tx, [area])).has(area);
  if (!reached || !(await findDesk(tx, { response: response.id, area })))
    throw refuse(noDesk, undefined);
  const { value } = body;
  if (value !== null && body.source === '') throw refuse(sourceNeeded, undefined);
  if (value === 0 && aboveZero.includes(figure)) throw refuse(mustBeAboveZero, undefined);
  if (value !== null && value > 100 && figure === 'chlorineStrength')
    throw refuse(noShareAboveAll, undefined);
  if (value !== null && isStock(figure) && body.on === null) throw refuse(countedWhen, undefined);
  // What is not known has no source.
  const to =
    value === null
      ? { value, source: '', invented: false, on: null }
      : {
          value,
          source: body.source,
          invented: body.invented,
          on: isStock(figure) ? body.on : null,
        };
  await holdCost(tx, { area, figure });
  const held =
    (await listCosts(tx, area, [figure])).find((one) => one.figure === figure) ??
    notRegistered(figure);
  const same =
    held.value === to.value &&
    held.source === to.source &&
    held.invented === to.invented &&
    held.on === to.on;
  if (same) return held;
  if (held.version !== body.version) throw refuse(changedMeanwhile, undefined);
  const at = clockOf(response).now();
  const saved: CostFigure = {
    figure,
    ...to,
    version: held.version + 1,
    at: at.toString({ smallestUnit: 'millisecond' }),
    by: actor.name,
  };
  await insertCost(tx, { tenant: actor.tenant, area, account: actor.account }, saved);
  record({
    action: 'water.cost-put',
    subject: `desk:${area}`,
    area,
    response: response.id,
    at,
    detail: {
      figure,
      version: saved.version,
      value: [held.value, saved.value],
      invented: [held.invented, saved.invented],
      ...(held.source !== saved.source && { source: true }),
    },
  });
  announce({ topic: 'water.costs', area, id: area });
  return saved;
}
