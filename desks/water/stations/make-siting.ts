import type { Tx } from '@liangbuwu/office/database/connection.ts';
import type { InputOf, OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Deed } from '@liangbuwu/office/http/endpoint.ts';
import { refuse } from '@liangbuwu/office/http/refusal.ts';
import type { Actor } from '@liangbuwu/office/identity/actor.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { clockOf, getOpenResponse } from '@liangbuwu/office/responses/store.ts';
import type { CostName } from '../cost-figures.ts';
import { exitOf, truckedOn } from '../exit.ts';
import { listCosts, listWork } from '../exit-store.ts';
import { getDeskAndFloors } from '../read-day.ts';
import { areaNames, listPoints, listPositions } from '../store.ts';
import type { Floors } from '../water.ts';
import type { makeSiting as route } from './siting.contract.ts';
import { type SitingBasis, type SitingGroup, SitingSettings } from './siting.ts';
import { sitingProblem, stillNeeds, walking } from './siting-problem.ts';
import { nobodyLacksWater, noCandidates } from './siting-rules.ts';
import { findSitingHead, holdSitings, insertSiting, listSitingSites } from './siting-store.ts';
import { sitingQueue } from './sitings-queue.ts';

type OfDesk = { response: string; area: string; day: string };

/** Writes down what the siting rests on, and queues it. */
export async function makeSiting(
  { params, body }: InputOf<typeof route>,
  { tx, actor, clock, record, announce }: Deed & { actor: Actor },
  queue: JobQueue,
): Promise<OutputOf<typeof route>> {
  const { response: _, area, ...asked } = body;
  await holdSitings(tx, area);
  const there = await findSitingHead(tx, params.siting);
  if (there) return there;
  const response = await getOpenResponse(tx, body.response, clock);
  const of: OfDesk = { response: response.id, area, day: response.today };
  const settings = SitingSettings.parse(asked);
  const { floors } = await getDeskAndFloors(tx, of);
  const basis = await readBasis(tx, of, floors);
  if (!basis.sites.some(({ state }) => state === 'idea')) throw refuse(noCandidates, undefined);
  if (basis.groups.length === 0) throw refuse(nobodyLacksWater, undefined);
  const at = clockOf(response).now();
  await insertSiting(
    tx,
    { tenant: actor.tenant, account: actor.account },
    { id: params.siting, ...of, made: at.toString(), settings, basis },
    sitingProblem(basis, settings),
  );
  await queue.send(tx, sitingQueue, { tenant: actor.tenant, area, siting: params.siting });
  record({
    action: 'water.siting-asked',
    subject: `siting:${params.siting}`,
    area,
    response: response.id,
    at,
    detail: { sites: basis.sites.length, groups: basis.groups.length, ...settings },
  });
  announce({ topic: 'water.siting', area, id: params.siting });
  const made = await findSitingHead(tx, params.siting);
  if (!made) throw new Error(`siting ${params.siting} is not there after it was written`);
  return made;
}

/** What holds now: the register's sites, who still needs how much, and what a cubic metre by tanker costs. */
async function readBasis(tx: Tx, of: OfDesk, floors: Floors): Promise<SitingBasis> {
  const litresPerPerson = floors.tiers.at(-1)?.litresPerPerson ?? 0;
  const villagers = (await listPoints(tx, of.area)).filter(({ kind }) => kind === 'village');
  const names = await areaNames(tx, [...new Set(villagers.map(({ area }) => area))]);
  const positions = new Map(
    (
      await listPositions(
        tx,
        villagers.map(({ place }) => place),
      )
    ).map((position) => [position.place, position]),
  );
  let supplied = 0;
  const groups = villagers.flatMap((point): SitingGroup[] => {
    const at = positions.get(point.place);
    const litres = stillNeeds(point, litresPerPerson);
    if (litres === 0) supplied += point.people;
    if (!at || litres === 0) return [];
    const { id, name, people } = point;
    const { lon, lat, provenance } = at;
    return [
      { id, name, village: names.get(point.area) ?? '', lon, lat, provenance, people, litres },
    ];
  });
  const trucked = truckedOn(await listWork(tx, of));
  const costs = Object.fromEntries(
    (await listCosts(tx, of.area)).map(({ figure, value }) => [figure, value]),
  ) as Record<CostName, number | null>;
  const needed: readonly CostName[] = ['kilometre', 'driverHour', 'sourceCubicMetre'];
  return {
    floors: floors.version,
    litresPerPerson,
    ...walking,
    trucking: exitOf(trucked, costs).trucking?.cubicMetre ?? null,
    missing: needed.filter((name) => costs[name] === null),
    days: trucked?.days ?? 0,
    supplied,
    sites: await listSitingSites(tx, of.area),
    groups,
  };
}
