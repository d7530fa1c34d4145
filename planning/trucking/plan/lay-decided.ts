import type { Board } from './board.ts';
import { bring } from './bring.ts';
import { keptPins } from './pins.ts';
import type { Route } from './route.ts';

/**
 * Lays every pin that can be kept upon what is on the board, in place of what stands in its way, and locks what is to be
 * locked. From then on every change keeps it; a pin that could not be laid stays wanting.
 */
export function layDecided(board: Board): void {
  const { decided } = board;
  if (!decided) return;
  board.locked.set(decided.locks);
  for (let r = 0; r < board.day.R; r += 1) {
    const pins = decided.pins[r] ?? [];
    for (const [i, pin] of pins.entries()) {
      if (!keptPins(pins, board.routes[r] as Route)[i]) bring(board, r, pin);
    }
  }
}
