import { below, draw, type Random } from '@liangbuwu/routing/search/random.ts';
import { attempt, remember, type Undo } from './apply.ts';
import type { Board } from './board.ts';
import type { Route } from './route.ts';
import { busyTanker, clearRuins, markTanker, type Ruins } from './ruin.ts';

/** How often all litres go, so that there is one visit less. */
const WHOLLY = 0.7;
const TRIES = 4;

/**
 * Litres go from one visit of a point to another visit of it, by the same tanker or by another; false when that cannot be. What
 * setting up there, and driving there, took is free for other things then.
 */
export function shiftLitres(board: Board, random: Random, undo: Undo, ruins: Ruins): boolean {
  clearRuins(ruins);
  const r = busyTanker(board, random);
  if (r < 0) return false;
  const route = board.routes[r] as Route;
  let i = -1;
  for (let tries = 0; tries < TRIES && i < 0; tries += 1) {
    const any = below(random, route.count);
    if ((route.node[any] as number) >= board.day.S) i = any;
  }
  if (i < 0 || !findOther(board, random, r, i)) return false;
  const { tanker, at } = other;
  const has = route.litres[i] as number;
  const litres = draw(random) < WHOLLY ? has : 1 + below(random, has);
  remember(board, undo, r);
  markTanker(ruins, r);
  const give = (draft: Route) => {
    draft.litres[i] = has - litres;
  };
  const take = (draft: Route) => {
    draft.litres[at] = (draft.litres[at] as number) + litres;
  };
  if (tanker === r) {
    return attempt(board, r, true, (draft) => {
      give(draft);
      take(draft);
    });
  }
  remember(board, undo, tanker);
  markTanker(ruins, tanker);
  return attempt(board, r, true, give) && attempt(board, tanker, true, take);
}

const other = { tanker: -1, at: -1 };

/** Another visit to where tanker `r` is at stop `i`, into `other`. */
function findOther(board: Board, random: Random, r: number, i: number): boolean {
  const { R } = board.day;
  const node = (board.routes[r] as Route).node[i];
  const from = below(random, R);
  for (let k = 0; k < R; k += 1) {
    const tanker = (from + k) % R;
    const route = board.routes[tanker] as Route;
    for (let at = 0; at < route.count; at += 1) {
      if (route.node[at] !== node || (tanker === r && at === i)) continue;
      other.tanker = tanker;
      other.at = at;
      return true;
    }
  }
  return false;
}
