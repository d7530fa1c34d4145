import type { Plan, Problem, ShortRow, Tanker } from '../../water-day.ts';
import type { Board } from '../board.ts';
import { NEVER } from '../day.ts';
import { firstDelivery, mostToGet } from '../floor.ts';
import { gotByPoint, needsOf, shortOf } from '../score-plan.ts';
import { BECAUSE, type Because, NO_REMEDY } from './because.ts';
import { extend } from './extend.ts';
import { pointHours, sourceHours } from './relax-hours.ts';
import { biggerTank, biggerTankers } from './relax-points.ts';
import { moreBays, moreLitres } from './relax-sources.ts';
import { longerShift, oneMore } from './relax-tankers.ts';
import { openWays } from './relax-ways.ts';
import type { Change, Relaxation } from './relaxation.ts';
import { clearAdded, openStudy, type Study } from './study.ts';

interface Shortage {
  p: number;
  tier: number;
  litres: number;
  need: number;
  hardship: number;
}

/** A village tank may miss this much by the rounding of litres and seconds. */
const ROUNDING = 0.5;
const KINDS = 8;

/**
 * A row for each point that is short in some tier: the first such tier, and what makes the difference, found by trying.
 * Every patch has been tried on the plan with all stops kept. Once `over`, the rest is left untested and says so.
 */
export function explain(
  problem: Problem,
  board: Board,
  plan: Plan,
  previous: Plan | undefined,
  over: () => boolean,
): ShortRow[] {
  const shortages = findShortages(problem, plan);
  const rows = new Map<number, ShortRow>();
  let study: Study | undefined;
  for (const shortage of shortages.toSorted((a, b) => b.hardship - a.hardship)) {
    if (!over()) study ??= openStudy(problem, board, previous);
    const found = study && !over() ? diagnose(problem, study, shortage, over) : untested;
    rows.set(shortage.p, row(problem, shortage, found));
  }
  return shortages.map(({ p }) => rows.get(p) as ShortRow);
}

function findShortages(problem: Problem, plan: Plan): Shortage[] {
  const got = gotByPoint(problem, plan.routes);
  return problem.points.flatMap((point, p): Shortage[] => {
    const needs = needsOf(problem, point);
    const tier = needs.findIndex((need) => shortOf(need, got[p] as number) > 0);
    if (tier < 0) return [];
    const need = needs[tier] as number;
    const missing = need - (got[p] as number);
    const short = missing / need;
    return [
      {
        p,
        tier,
        litres: Math.ceil(missing - 1e-6),
        need,
        hardship: 100 ** -tier * (point.weight ?? 1) * point.people * short * short,
      },
    ];
  });
}

interface Found {
  because: Because;
  change: Change | undefined;
}

const nothing: Change = {
  patch: [],
  say: {
    'zh-CN': '不用改变什么：再规划一次，或把这一趟加进去。',
    en: 'Nothing need change: plan again for longer, or add the trip by hand.',
  },
};

const untested: Found = { because: 'untested', change: undefined };

function diagnose(problem: Problem, study: Study, shortage: Shortage, over: () => boolean): Found {
  const { p } = shortage;
  const { day } = study;
  if (day.S === 0) return { because: 'no-source', change: undefined };
  const sources = Array.from({ length: day.S }, (_, s) => s);
  const single = [
    ...sources.map(moreBays),
    ...sources.map(sourceHours),
    moreLitres(),
    pointHours(),
    biggerTankers(),
    openWays(),
    biggerTank(2),
    biggerTank(4),
    ...study.free.map(longerShift),
  ];
  if (study.free.length > 0 || study.gaps.length > 0) {
    if (tryOut(study, shortage, [])) return { because: 'room-left', change: nothing };
    for (const relaxation of fitsLoosened(study, shortage, single) ? single : []) {
      if (over()) return untested;
      const change = tryOut(study, shortage, [relaxation]);
      if (change) return { because: relaxation.because, change };
    }
  }
  const kinds = spareKinds(problem, p);
  const because = kinds.some((kind) => problem.tankers.some((tanker) => sameKind(tanker, kind)))
    ? 'tankers'
    : 'tanker-size';
  for (const kind of kinds) {
    if (over()) return untested;
    const change = tryOut(study, shortage, [oneMore(kind, because)]);
    if (change) return { because, change };
  }
  const twofold = [
    moreLitres(),
    biggerTank(2),
    biggerTank(4),
    openWays(),
    pointHours(),
    ...sources.map(sourceHours),
    ...sources.map(moreBays),
  ];
  const few = kinds.filter((_, i) => i === 0 || i === kinds.length >> 1 || i === kinds.length - 1);
  for (const kind of few) {
    const more = oneMore(kind, because);
    for (const relaxation of fitsLoosened(study, shortage, [...twofold, more]) ? twofold : []) {
      if (over()) return untested;
      const change = tryOut(study, shortage, [relaxation, more]);
      if (change) return { because: relaxation.because, change };
    }
  }
  const dry =
    (day.tank[p] as number) >= 0 &&
    firstDelivery(day, p) < NEVER &&
    mostToGet(study.board, p) < shortage.need - ROUNDING;
  return { because: dry ? 'tank-dry' : 'no-small-remedy', change: undefined };
}

function targetOf(study: Study, { p, need, litres }: Shortage): number {
  const storage = (study.day.tank[p] as number) >= 0;
  return storage ? need - ROUNDING : (study.board.got[p] as number) + litres;
}

/** Whether the litres fit with all of these loosened at once; if not, none need be tried by itself. */
function fitsLoosened(study: Study, shortage: Shortage, relaxations: Relaxation[]): boolean {
  const { p } = shortage;
  const target = targetOf(study, shortage);
  try {
    for (const one of relaxations) one.loosen(study, p);
    return extend(study, p, target);
  } finally {
    clearAdded(study);
    for (const one of relaxations.toReversed()) one.restore(study, p);
  }
}

/** Loosens, adds the litres, tightens to what they used, and adds them once more under that. */
function tryOut(study: Study, shortage: Shortage, relaxations: Relaxation[]): Change | undefined {
  const { p } = shortage;
  const target = targetOf(study, shortage);
  try {
    if (!relaxations.every((one) => one.loosen(study, p)) || !extend(study, p, target))
      return undefined;
    const changes: Change[] = [];
    for (const one of relaxations) {
      const change = one.tighten(study, p);
      if (!change) return undefined;
      changes.push(change);
    }
    clearAdded(study);
    if (!extend(study, p, target)) return undefined;
    return {
      patch: changes.flatMap(({ patch }) => patch),
      say: {
        'zh-CN': `${changes.map(({ say }) => say['zh-CN']).join('；')}。`,
        en: `${capital(changes.map(({ say }) => say.en).join(', and '))}.`,
      },
    };
  } finally {
    clearAdded(study);
    for (const one of relaxations.toReversed()) one.restore(study, p);
  }
}

/** Kinds of tanker that the county has and that may go to the point, small ones first; else one that may. */
function spareKinds(problem: Problem, p: number): Tanker[] {
  const most = problem.points[p]?.maxTankerLitres ?? Number.POSITIVE_INFINITY;
  const used = new Set(problem.tankers.map(({ id }) => id));
  let number = problem.tankers.length + 1;
  while (used.has(`added-${number}`)) number += 1;
  const id = `added-${number}`;
  const seen = new Set<string>();
  const kinds: Tanker[] = [];
  for (const { home, litres, from, to, rest } of problem.tankers) {
    const key = JSON.stringify([home, litres, from, to, rest]);
    if (litres > most || litres < 1 || seen.has(key)) continue;
    seen.add(key);
    kinds.push({ id, home, litres, from, to, ...(rest ? { rest } : {}) });
  }
  kinds.sort((a, b) => a.litres - b.litres || a.to - a.from - (b.to - b.from));
  if (kinds.length > KINDS) {
    // Small to big, evenly.
    return Array.from(
      { length: KINDS },
      (_, i) => kinds[Math.floor((i * (kinds.length - 1)) / (KINDS - 1))] as Tanker,
    );
  }
  if (kinds.length > 0 || most < 1) return kinds;
  const home = problem.tankers[0]?.home ?? problem.sources[0]?.place;
  if (home === undefined) return [];
  const { from, to } = problem.day;
  return [{ id, home, litres: Math.min(8000, most), from, to }];
}

function sameKind(tanker: Tanker, kind: Tanker): boolean {
  return tanker.litres === kind.litres && tanker.home === kind.home;
}

function row(problem: Problem, shortage: Shortage, { because, change }: Found): ShortRow {
  const point = problem.points[shortage.p];
  const tier = problem.tiers[shortage.tier]?.name ?? '';
  const name = problem.places.find(({ id }) => id === point?.place)?.name ?? '';
  const why = BECAUSE[because];
  const say = {
    'zh-CN': `${name}（${point?.id}）离“${tier}”还差 ${shortage.litres} 升：${why['zh-CN']}。`,
    en: `${name} (${point?.id}) lacks ${shortage.litres} litres for "${tier}": ${why.en}.`,
  };
  const none = NO_REMEDY[because as keyof typeof NO_REMEDY] ?? NO_REMEDY['no-small-remedy'];
  return {
    point: point?.id ?? '',
    tier,
    litres: shortage.litres,
    because,
    say,
    remedy: change ? { ...change.say, patch: change.patch } : { ...none, patch: null },
  };
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
