import { attempt } from './apply.ts';
import { type Board, costOf, type Route } from './board.ts';
import type { Slack } from './slack.ts';
import { slackOf } from './slack.ts';
import { drawn, type Inflow, seen } from './tank.ts';
import { wanting } from './visit.ts';

const ROUNDS = 8;

/**
 * Uses the time and room that the route of tanker `r` has left: adds litres to the visits it makes anyway, where they
 * relieve most a second first.
 */
export function topUp(board: Board, r: number, slack: Slack): void {
  const { day } = board;
  const route = board.routes[r] as Route;
  let banned = -1;
  for (let round = 0; round < ROUNDS; round += 1) {
    slackOf(board, r, slack);
    let best = 0;
    let bestAt = -1;
    let bestLitres = 0;
    for (let i = 0; i < route.count; i += 1) {
      const node = route.node[i] as number;
      if (node < day.S || i === banned) continue;
      const room = slack.room[i + 1] as number;
      if (room < 1) continue;
      const p = node - day.S;
      const want = wanting(board, p);
      if (want < 1) continue;
      const source = slack.feed[i + 1] as number;
      const each =
        60 / (day.rate[node] as number) + (source < 0 ? 0 : 60 / (day.rate[source] as number));
      const next = i + 1 < route.count ? (route.node[i + 1] as number) : (day.home[r] as number);
      const spare =
        (slack.latest[i + 1] as number) -
        (day.drive[node * day.V + next] as number) -
        (route.rest[i + 1] as number) -
        (route.finish[i] as number);
      let litres = Math.min(room, want, Math.floor(spare / each));
      if (litres < 1) continue;
      const tank = (day.tank[p] as number) >= 0;
      const finish = route.finish[i] as number;
      if (tank) {
        drawn(day, board.inflow[p] as Inflow, p, finish, 0);
        litres = Math.min(litres, Math.ceil(seen.lack), Math.floor(seen.room));
        if (litres < 1) continue;
      }
      const probe = Math.min(litres, 100);
      const got = tank
        ? drawn(day, board.inflow[p] as Inflow, p, finish, probe)
        : (board.got[p] as number) + probe;
      const gain = (board.pointCost[p] as number) - costOf(board, p, got);
      const score = gain / (probe * each);
      if (score > best) {
        best = score;
        bestAt = i;
        bestLitres = litres;
      }
    }
    if (bestAt < 0) return;
    const step = round < ROUNDS - 3 && bestLitres > 400 ? Math.ceil(bestLitres / 2) : bestLitres;
    const add = (litres: number) =>
      attempt(board, r, false, (draft) => {
        draft.litres[bestAt] = (draft.litres[bestAt] as number) + litres;
      });
    if (!add(step) && !(step > 8 && add(step >> 2))) {
      if (banned >= 0) return;
      banned = bestAt;
    }
  }
}
