import type { Problem } from '../problem.ts';
import type { Claim } from './claim.ts';
import { visitedClients } from './cost.ts';
import { type CheckFault, fault } from './fault.ts';

/** What the plan says of itself: whom it leaves out, what it costs. What it does not say is not judged. */
export function declaredFaults(
  problem: Problem,
  claim: Claim,
  { cost, missing }: { cost: number; missing: number },
): CheckFault[] {
  const faults = unservedFaults(problem, claim);
  if (claim.missing !== undefined && claim.missing !== missing) {
    const zh = `写明缺 ${claim.missing} 个必须访问的客户，实为 ${missing} 个`;
    const en = `says that ${claim.missing} clients without a prize are left out, it is ${missing}`;
    faults.push(fault('wrong-missing', '/missing', zh, en));
  }
  if (claim.cost !== undefined && claim.cost !== cost) {
    const zh = `写明成本 ${claim.cost}，算得 ${cost}`;
    const en = `says that it costs ${claim.cost}, it costs ${cost}`;
    faults.push(fault('wrong-cost', '/cost', zh, en));
  }
  return faults;
}

function unservedFaults(problem: Problem, { routes, unserved }: Claim): CheckFault[] {
  if (!unserved) return [];
  const visited = visitedClients(routes);
  const listed = new Set<number>();
  const faults = unserved.flatMap(({ client }, row) => {
    const at = `/unserved/${row}`;
    if (!problem.clients[client]) {
      return [
        fault('unserved-unknown', at, `没有第 ${client} 个客户`, `there is no client ${client}`),
      ];
    }
    if (visited.has(client)) {
      const en = `client ${client} is visited and listed as left out`;
      return [fault('unserved-visited', at, `客户 ${client} 已被访问，不该列为未服务`, en)];
    }
    const again = listed.has(client);
    listed.add(client);
    if (!again) return [];
    return [
      fault('unserved-twice', at, `客户 ${client} 列了两次`, `client ${client} is listed twice`),
    ];
  });
  for (const client of problem.clients.keys()) {
    if (visited.has(client) || listed.has(client)) continue;
    const zh = `客户 ${client} 既未被访问，也未列为未服务`;
    const en = `client ${client} is neither visited nor listed as left out`;
    faults.push(fault('unserved-unlisted', '/unserved', zh, en));
  }
  return faults;
}
