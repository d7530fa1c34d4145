import { findPlace, type Placer, putIn } from './place.ts';
import { below, draw, type Random } from './random.ts';
import type { Ruin } from './ruin.ts';
import type { State } from './state.ts';

/** What a recreation works with; made once for a search. */
export interface Mason {
  state: State;
  random: Random;
  placer: Placer;
  /** Clients to put in, in this order. */
  queue: Int32Array;
  key: Float64Array;
  /** How far each client is from where routes begin. */
  far: Int32Array;
}

/** How often each order is used (Christiaens & Vanden Berghe 2020): at random, big first, far first, close first … */
const PLAIN = [4, 4, 2, 1];
/** … and with windows: narrow first, early first, late first. */
const TIMED = [4, 4, 2, 1, 2, 2, 2];
/** Clients left out earlier that are tried again, at most. */
const TRIED_AGAIN = 12;
/** How often trips may be cut in two for a client. */
const CUTS = 0.25;
/** Chance that clients may come in who cost more than their prize, and by how much at most. */
const AT_A_LOSS = 0.15;
const LOSS = 3;

export function newMason(state: State, random: Random, placer: Placer): Mason {
  const { model } = state;
  const depot = model.depotPlace[model.start[0] ?? 0] as number;
  return {
    state,
    random,
    placer,
    queue: new Int32Array(model.N),
    key: new Float64Array(model.N),
    far: Int32Array.from(
      { length: model.N },
      (_, c) => model.cost[depot * model.P + (model.place[c] as number)] as number,
    ),
  };
}

/** Puts what the ruin took off, and some of who was out before, back where each costs least. */
export function recreate(mason: Mason, work: Ruin): void {
  const { state, random, queue } = mason;
  const { model } = state;
  let count = 0;
  const before = state.absentCount - work.count;
  if (before > 0) {
    // Whoever the ruin took off stands last among the absent.
    const tries = Math.min(TRIED_AGAIN, before);
    const from = before <= TRIED_AGAIN ? 0 : below(random, before);
    for (let i = 0; i < tries; i += 1) {
      const c = state.absent[(from + i) % before] as number;
      if (c % state.parts !== state.part) continue;
      queue[count] = c;
      count += 1;
    }
  }
  for (let i = 0; i < work.count; i += 1) {
    queue[count] = work.removed[i] as number;
    count += 1;
  }
  order(mason, count);
  mason.placer.cuts = draw(random) < CUTS;
  const generous = model.uses.prizes && draw(random) < AT_A_LOSS ? 1 + draw(random) * LOSS : 1;
  for (let i = 0; i < count; i += 1) {
    const c = queue[i] as number;
    const found = findPlace(mason.placer, c);
    if (found.before < 0) continue;
    const prize = model.prize[c] as number;
    if (prize >= 0 && found.delta >= prize * generous) continue;
    putIn(state, c, found);
  }
}

function order(mason: Mason, count: number): void {
  const { state, random, queue, key, far } = mason;
  const { demand, earliest, latest, uses } = state.model;
  const weights = uses.times ? TIMED : PLAIN;
  let pick = below(random, uses.times ? 17 : 11);
  let rule = 0;
  while (pick >= (weights[rule] as number)) {
    pick -= weights[rule] as number;
    rule += 1;
  }
  for (let i = 0; i < count; i += 1) {
    const c = queue[i] as number;
    if (rule === 0) key[c] = draw(random);
    else if (rule === 1) key[c] = -(demand[c] as number);
    else if (rule === 2) key[c] = -(far[c] as number);
    else if (rule === 3) key[c] = far[c] as number;
    else if (rule === 4) key[c] = (latest[c] as number) - (earliest[c] as number);
    else if (rule === 5) key[c] = earliest[c] as number;
    else key[c] = -(latest[c] as number);
  }
  for (let i = 1; i < count; i += 1) {
    const c = queue[i] as number;
    const k = key[c] as number;
    let j = i - 1;
    while (j >= 0 && (key[queue[j] as number] as number) > k) {
      queue[j + 1] = queue[j] as number;
      j -= 1;
    }
    queue[j + 1] = c;
  }
}
