import { goBack, type Undo } from './apply.ts';
import type { Board } from './board.ts';
import { compareMerit, type Merit, meritOf } from './score.ts';
import type { Slack } from './slack.ts';

/** What is tried on one board, one change at a time. */
export interface Tidying {
  board: Board;
  undo: Undo;
  slack: Slack;
  merit: Merit;
  next: Merit;
}

/** Keeps what `change` did to the board if it is no worse (`equal`) or better; else takes it back. */
export function keeps(tidying: Tidying, equal: boolean, change: (undo: Undo) => boolean): boolean {
  const { board, undo, merit, next } = tidying;
  undo.count = 0;
  if (change(undo)) {
    meritOf(board, next);
    const order = compareMerit(next, merit);
    if (order < 0 || (equal && order === 0)) {
      merit.set(next);
      return true;
    }
  }
  goBack(board, undo);
  return false;
}

export interface Visit {
  r: number;
  at: number;
  litres: number;
}

export function visitsTo(board: Board, node: number): Visit[] {
  const visits: Visit[] = [];
  board.routes.forEach((route, r) => {
    for (let at = 0; at < route.count; at += 1) {
      if (route.node[at] !== node) continue;
      visits.push({ r, at, litres: route.litres[at] as number });
    }
  });
  return visits;
}
