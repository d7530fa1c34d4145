import type { Plan, Say } from '../../water-day.ts';
import { NEVER } from '../day.ts';
import { firstDelivery, mostToGet } from '../floor.ts';
import {
  type Because,
  foundWith,
  NO_SOURCE,
  NONE_SMALL_ENOUGH,
  NOTHING_FOUND,
  ROOM_LEFT,
  tankDry,
  untested,
} from './because.ts';
import { pointHours, sourceHours } from './relax-hours.ts';
import { biggerTank, biggerTankers } from './relax-points.ts';
import { moreBays, moreLitres } from './relax-sources.ts';
import { earlierShift, furtherTanker, laterShift } from './relax-tankers.ts';
import { openWays } from './relax-ways.ts';
import type { Change, Relaxation } from './relaxation.ts';
import { ROUNDING, type Shortage } from './shortage.ts';
import { spareKinds } from './spare-kinds.ts';
import { differentFree, type Study } from './study.ts';
import { type Bench, fitsLoosened, tryOut } from './try-out.ts';

/** What trying found about one shortage. */
export interface Finding {
  because: Because;
  why: Say;
  change?: Change | undefined;
  longer?: Plan | undefined;
}

export const notLookedAt: Finding = { because: 'untested', why: untested(false) };
const notAllTried: Finding = { because: 'untested', why: untested(true) };

/** The two tests that settle most rows: nothing changed, and one tanker more. Undefined when neither is enough. */
export function diagnoseQuickly(bench: Bench, shortage: Shortage): Finding | undefined {
  const { study } = bench;
  if (study.free.length > 0 || study.gaps.length > 0) {
    const fit = tryOut(bench, shortage, []);
    if (fit) return { because: 'room-left', why: ROOM_LEFT, ...fit };
  }
  const { kinds, because } = spareKinds(study.problem, shortage.p, study.day.now);
  for (const kind of kinds) {
    const fit = tryOut(bench, shortage, [furtherTanker(kind, because)]);
    if (!fit) continue;
    const why = because === 'tankers' ? foundWith(because, false) : NONE_SMALL_ENOUGH;
    return { because, why, ...fit };
  }
  return undefined;
}

/**
 * The other tests, for what has no room left: a change without a further tanker takes the place of `quick`; where there is
 * none, changes together with one are tried.
 */
export function diagnoseFully(
  bench: Bench,
  shortage: Shortage,
  quick: Finding | undefined,
  over: () => boolean,
): Finding {
  const { study } = bench;
  if (over()) return quick ?? notAllTried;
  if (study.free.length > 0 || study.gaps.length > 0) {
    const single = singleChanges(study);
    for (const relaxation of fitsLoosened(bench, shortage, single) ? single : []) {
      if (over()) return quick ?? notAllTried;
      const found = findingWith(bench, shortage, relaxation, undefined);
      if (found) return found;
    }
  }
  if (quick) return quick;
  const { kinds, because } = spareKinds(study.problem, shortage.p, study.day.now);
  const twofold = changesBesideTanker(study);
  const few = kinds.filter((_, i) => i === 0 || i === kinds.length >> 1 || i === kinds.length - 1);
  for (const kind of few) {
    if (over()) return notAllTried;
    const more = furtherTanker(kind, because);
    for (const relaxation of fitsLoosened(bench, shortage, [...twofold, more]) ? twofold : []) {
      if (over()) return notAllTried;
      const found = findingWith(bench, shortage, relaxation, more);
      if (found) return found;
    }
  }
  return withoutRemedy(study, shortage);
}

function singleChanges(study: Study): Relaxation[] {
  const sources = Array.from({ length: study.day.S }, (_, s) => s);
  const free = differentFree(study);
  return [
    ...sources.map(moreBays),
    ...sources.map(sourceHours),
    moreLitres(),
    pointHours(),
    biggerTankers(),
    openWays(),
    biggerTank(2),
    biggerTank(4),
    ...free.map(laterShift),
    ...free.map(earlierShift),
  ];
}

function changesBesideTanker(study: Study): Relaxation[] {
  const sources = Array.from({ length: study.day.S }, (_, s) => s);
  return [
    moreLitres(),
    biggerTank(2),
    biggerTank(4),
    openWays(),
    pointHours(),
    ...sources.map(sourceHours),
    ...sources.map(moreBays),
  ];
}

function findingWith(
  bench: Bench,
  shortage: Shortage,
  relaxation: Relaxation,
  tanker: Relaxation | undefined,
): Finding | undefined {
  const { because } = relaxation;
  const fit = tryOut(bench, shortage, tanker ? [relaxation, tanker] : [relaxation]);
  return fit && { because, why: foundWith(because, tanker !== undefined), ...fit };
}

function withoutRemedy(study: Study, { p, need }: Shortage): Finding {
  const { day, board } = study;
  const first = firstDelivery(day, p);
  if ((day.tank[p] as number) >= 0 && first < NEVER) {
    const most = mostToGet(board, p);
    if (most < need - ROUNDING) return { because: 'tank-dry', why: tankDry(first, most) };
  }
  return day.S === 0
    ? { because: 'no-source', why: NO_SOURCE }
    : { because: 'no-small-remedy', why: NOTHING_FOUND };
}
