import { type Board, lift, recount, settle } from './board.ts';
import { copyRoute, newRoute, type Route } from './route.ts';
import { type Merit, meritOf } from './score.ts';

/** The best routes seen. */
export interface Best {
  merit: Merit;
  routes: Route[];
}

export function keepBest(board: Board): Best {
  const best: Best = { merit: meritOf(board), routes: board.routes.map(() => newRoute()) };
  board.routes.forEach((route, r) => {
    copyRoute(route, best.routes[r] as Route);
  });
  return best;
}

export function layRoutes(board: Board, routes: Route[]): void {
  for (let r = 0; r < routes.length; r += 1) lift(board, r);
  for (let r = 0; r < routes.length; r += 1) {
    copyRoute(routes[r] as Route, board.routes[r] as Route);
    settle(board, r);
  }
  recount(board);
}
