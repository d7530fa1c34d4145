import type { Tx } from '../../database/connection.ts';
import { type Endpoint, endpoint } from '../../http/endpoint.ts';
import { refuse } from '../../http/refusal.ts';
import { requireAreas } from '../scope.ts';
import type { RegisterServices } from '../services.ts';
import type { Area } from './contract.ts';
import * as routes from './contract.ts';
import {
  areaCodeTaken,
  areaIntoItself,
  areaInUse,
  areaIsOfficial,
  divisionsInconsistent,
  findContradictions,
  listDivisions,
} from './rules.ts';
import * as store from './store.ts';

export function areaEndpoints(services: RegisterServices): Endpoint[] {
  return [
    endpoint(routes.listAreas, async ({ query }, { tx }) => ({
      areas: await store.listAreas(tx, query.root),
    })),

    endpoint(routes.searchAreas, async ({ query }, { tx }) => ({
      areas: await store.searchAreas(tx, query.q, query.limit),
    })),

    endpoint(routes.putArea, async ({ params, body }, { tx, actor, record, announce }) => {
      await store.lockTree(tx, actor.tenant);
      const fields = { id: params.area, ...body };
      const before = await store.findArea(tx, params.area);
      if (before && isSame(before, fields)) return before;
      await requireAreas(tx, [body.parent]);
      await requireFreeCode(tx, fields);
      if (before) await requireMayMove(tx, before, body.parent);
      if (before) await store.updateArea(tx, fields);
      else await store.insertArea(tx, actor.tenant, fields);
      record({
        action: 'register.area-saved',
        subject: `area:${params.area}`,
        area: body.parent,
        detail: { ...fields, before: before ? { parent: before.parent, name: before.name } : null },
      });
      announce({ topic: 'register.areas', area: body.parent, id: params.area });
      // The scope was opened before this area was in it.
      return { ...(await store.getArea(tx, params.area)), inScope: true };
    }),

    endpoint(routes.removeArea, async ({ params }, { tx, actor, record, announce }) => {
      await store.lockTree(tx, actor.tenant);
      await requireAreas(tx, [params.area]);
      const area = await store.getArea(tx, params.area);
      if (!area.extended || area.parent === null) throw refuse(areaIsOfficial, area);
      await requireAreas(tx, [area.parent]);
      if (!(await store.deleteArea(tx, area.id))) throw refuse(areaInUse, area);
      const { code, name } = area;
      record({
        action: 'register.area-removed',
        subject: `area:${area.id}`,
        area: area.parent,
        detail: { code, name },
      });
      announce({ topic: 'register.areas', area: area.parent, id: area.id });
      return {};
    }),

    endpoint(routes.importDivisions, async ({ body }, { tx, actor, record, announce }) => {
      const contradictions = findContradictions(body.divisions);
      if (contradictions.length > 0) {
        throw refuse(divisionsInconsistent, undefined, contradictions.slice(0, 50));
      }
      await store.lockTree(tx, actor.tenant);
      await requireAreas(tx, [body.parent]);
      await store.spellArea(tx, await store.getArea(tx, body.parent));
      const counts = await store.importDivisions(
        tx,
        { tenant: actor.tenant, parent: body.parent, newId: services.newId },
        listDivisions(body.divisions),
      );
      if (counts.added + counts.renamed > 0) {
        record({
          action: 'register.divisions-imported',
          subject: `area:${body.parent}`,
          area: body.parent,
          detail: counts,
        });
        announce({ topic: 'register.areas', area: body.parent, id: body.parent });
      }
      return counts;
    }),
  ];
}

const isSame = (area: Area, fields: store.AreaFields) =>
  area.parent === fields.parent &&
  area.name === fields.name &&
  area.level === fields.level &&
  area.code === fields.code;

async function requireFreeCode(tx: Tx, fields: store.AreaFields): Promise<void> {
  const holder = fields.code ? await store.findAreaByCode(tx, fields.code) : undefined;
  if (holder && holder.id !== fields.id) {
    throw refuse(areaCodeTaken, { code: fields.code ?? '', name: holder.name });
  }
}

/** Whoever takes an area out of another must reach both; the root is nobody's to move. */
async function requireMayMove(tx: Tx, area: Area, to: string): Promise<void> {
  if (await store.isBelow(tx, to, area.id)) throw refuse(areaIntoItself, undefined);
  await requireAreas(tx, area.parent ? [area.id, area.parent] : [area.id]);
}
