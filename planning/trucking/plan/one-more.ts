import type { PatchOperation, Plan, Problem, Say, Source, Tanker } from '../water-day.ts';
import { bayStrain, lastHourStrain, lateTankers, sourceLeft } from './one-more-strain.ts';
import { clock } from './reasons/because.ts';
import { unusedId } from './reasons/spare-kinds.ts';

/** The same day with one thing more of. */
export interface Variant {
  /** Unlike any other of the list, and the same for the same change. */
  id: string;
  kind: 'tanker' | 'bay' | 'tanker-hour' | 'source-hour';
  /** What there would be more of: a phrase, not a sentence. */
  say: Say;
  /** JSON Patch (RFC 6902) on the problem. */
  patch: PatchOperation[];
  /** The problem with the patch applied; what it leaves is shared with the one given. */
  problem: Problem;
}

/** What a plan of a variant has over the one before; more is better, negative is worse. */
export interface Gain {
  tiers: {
    name: string;
    /** Less hardship. */
    hardship: number;
    /** Less of people x short: so many people more, reckoned as served in full. */
    people: number;
  }[];
  /** More litres delivered. */
  litres: number;
  /** More metres driven: what it costs. */
  metres: number;
}

interface Candidate {
  variant: Variant;
  /** How near to its limit the plan uses what there is now, 0 to 1. */
  strain: number;
}

const HOUR = 3600;
const MOST = 6;

/**
 * "What would one more tanker, one more bay, one more hour give?" as problems to be solved. Listed are one more tanker
 * of each kind (home, size, shift, rest) at hand, one more bay at each source, one hour more at each source and for all
 * tankers at once, if what is at hand is at its limit in the plan: of each sort the one nearest to it, then the next
 * nearest of all. A further tanker starts empty; an hour is added at the end, or at the beginning where the end already
 * lies at or after the end of the service window. Nothing is forecast. Each variant only widens the problem, so solving
 * it with `previous: plan` and `now: 0` gives a plan no worse, and {@link gain} says by how much better.
 *
 * @param problem a valid problem; it is not changed.
 * @param plan a plan of it.
 * @param options.most how many variants, default 6.
 * @returns at most so many, most promising first; none when nobody is short in any tier.
 */
export function oneMore(
  problem: Problem,
  plan: Plan,
  { most = MOST }: { most?: number } = {},
): Variant[] {
  if (plan.short.length === 0) return [];
  const sorts = [
    moreTankers(problem, plan),
    problem.sources.map((source, s) => moreBay(problem, plan, source, s)),
    moreTankerHours(problem, plan),
    problem.sources.flatMap((source, s) => moreSourceHours(problem, plan, source, s)),
  ].map((sort) => sort.toSorted((a, b) => b.strain - a.strain));
  const first = sorts.flatMap((sort) => sort.slice(0, 1));
  const others = sorts.flatMap((sort) => sort.slice(1)).filter(({ strain }) => strain > 0);
  const byStrain = (list: Candidate[]) => list.toSorted((a, b) => b.strain - a.strain);
  return [...byStrain(first), ...byStrain(others)].slice(0, most).map(({ variant }) => variant);
}

/**
 * What `after` has over `before`.
 *
 * @param before a plan of a problem, its score declared as `solve` does.
 * @param after a plan of one of its variants.
 * @returns differences of hardship, people, litres and metres, in the units of the format, two decimals.
 */
export function gain(before: Plan, after: Plan): Gain {
  return {
    tiers: before.score.tiers.map(({ name, hardship, people }, t) => {
      const then = after.score.tiers[t];
      return {
        name,
        hardship: twoDecimals(hardship - (then?.hardship ?? hardship)),
        people: twoDecimals(people - (then?.people ?? people)),
      };
    }),
    litres: delivered(after) - delivered(before),
    metres: after.score.metres - before.score.metres,
  };
}

function moreTankers(problem: Problem, plan: Plan): Candidate[] {
  const busy = new Map(plan.routes.map(({ tanker, stops }) => [tanker, secondsOut(stops)]));
  const alike = Map.groupBy(problem.tankers, ({ home, litres, from, to, rest }) =>
    JSON.stringify([home, litres, from, to, rest]),
  );
  const lacking = plan.short.reduce((sum, { litres }) => sum + litres, 0);
  return [...alike.values()].flatMap((group): Candidate[] => {
    const [{ id: like, home, litres, from, to, rest }] = group as [Tanker];
    if (litres < 1) return [];
    const value: Tanker = {
      id: unusedId(problem),
      home,
      litres,
      from,
      to,
      ...(rest ? { rest } : {}),
    };
    const reached = plan.short.reduce((sum, row) => {
      const bears = problem.points.find(({ id }) => id === row.point)?.maxTankerLitres ?? litres;
      return sum + (litres <= bears ? row.litres : 0);
    }, 0);
    const out = group.reduce((sum, { id }) => sum + (busy.get(id) ?? 0), 0);
    const name = problem.places.find(({ id }) => id === home)?.name;
    const hours = `${clock(from)}–${clock(to)}`;
    return [
      {
        strain: Math.min(1, out / (group.length * (to - from))) * (reached / lacking),
        variant: {
          id: `tanker ${like}`,
          kind: 'tanker',
          say: {
            'zh-CN': `多一辆 ${litres} 升的送水车（驻地 ${name}，${hours}）`,
            en: `one more tanker of ${litres} litres (from ${name}, ${hours})`,
          },
          patch: [{ op: 'add', path: '/tankers/-', value }],
          problem: { ...problem, tankers: [...problem.tankers, value] },
        },
      },
    ];
  });
}

function moreBay(problem: Problem, plan: Plan, source: Source, s: number): Candidate {
  const bays = source.bays + 1;
  return {
    strain: sourceLeft(plan, source) ? bayStrain(plan, source) : 0,
    variant: {
      id: `bay ${source.id}`,
      kind: 'bay',
      say: {
        'zh-CN': `水源 ${source.id} 多一个取水车位（共 ${bays} 个）`,
        en: `one more bay at source ${source.id} (${bays} in all)`,
      },
      patch: [{ op: 'replace', path: `/sources/${s}/bays`, value: bays }],
      problem: withSource(problem, s, { ...source, bays }),
    },
  };
}

function moreSourceHours(problem: Problem, plan: Plan, source: Source, s: number): Candidate[] {
  const { open } = source;
  const [early, late] = endsOf(open);
  if (early === undefined || late === undefined) return [];
  const [from, to] = [open[early]?.[0] ?? 0, open[late]?.[1] ?? 0];
  const atEnd = to < problem.day.to;
  if (!atEnd && (from < HOUR || from <= problem.day.from - HOUR)) return [];
  const value = atEnd ? to + HOUR : from - HOUR;
  const j = atEnd ? late : early;
  const wider = open.map((window, i) => {
    if (i !== j) return window;
    return atEnd ? ([window[0], value] as const) : ([value, window[1]] as const);
  });
  return [
    {
      strain: sourceLeft(plan, source) ? lastHourStrain(plan, source, atEnd ? to : undefined) : 0,
      variant: {
        id: `source-hour ${source.id}`,
        kind: 'source-hour',
        say: atEnd
          ? {
              'zh-CN': `水源 ${source.id} 晚一小时关（${clock(value)}）`,
              en: `source ${source.id} closing an hour later (${clock(value)})`,
            }
          : {
              'zh-CN': `水源 ${source.id} 提前到 ${clock(value)} 开`,
              en: `source ${source.id} opening at ${clock(value)} already`,
            },
        patch: [{ op: 'replace', path: `/sources/${s}/open/${j}/${atEnd ? 1 : 0}`, value }],
        problem: withSource(problem, s, { ...source, open: wider }),
      },
    },
  ];
}

function moreTankerHours(problem: Problem, plan: Plan): Candidate[] {
  const patch: PatchOperation[] = [];
  const tankers = problem.tankers.map((tanker, r): Tanker => {
    const { from, to, out } = tanker;
    if (out !== undefined) return tanker;
    if (to < problem.day.to) {
      patch.push({ op: 'replace', path: `/tankers/${r}/to`, value: to + HOUR });
      return { ...tanker, to: to + HOUR };
    }
    if (from <= problem.day.from || from < HOUR) return tanker;
    patch.push({ op: 'replace', path: `/tankers/${r}/from`, value: from - HOUR });
    return { ...tanker, from: from - HOUR };
  });
  if (patch.length === 0) return [];
  const count = patch.length;
  return [
    {
      strain: lateTankers(problem, plan),
      variant: {
        id: 'tanker-hour',
        kind: 'tanker-hour',
        say: {
          'zh-CN': `${count} 辆送水车的班次各延长一小时`,
          en: `an hour more in the shifts of ${count} ${count === 1 ? 'tanker' : 'tankers'}`,
        },
        patch,
        problem: { ...problem, tankers },
      },
    },
  ];
}

/** Index of the window that opens first, and of the one that closes last. */
function endsOf(open: Source['open']): [number | undefined, number | undefined] {
  const order = open.map((_, i) => i);
  const by = (end: 0 | 1) =>
    order.toSorted((a, b) => (open[a]?.[end] ?? 0) - (open[b]?.[end] ?? 0));
  return [by(0)[0], by(1).at(-1)];
}

function withSource(problem: Problem, s: number, source: Source): Problem {
  return { ...problem, sources: problem.sources.with(s, source) };
}

function secondsOut(stops: Plan['routes'][number]['stops']): number {
  const [first, last] = [stops.at(0), stops.at(-1)];
  return first?.kind === 'home' && last?.kind === 'home' ? last.at - first.at : 0;
}

function delivered({ routes }: Plan): number {
  return routes
    .flatMap(({ stops }) => stops)
    .reduce((sum, stop) => sum + (stop.kind === 'deliver' ? stop.litres : 0), 0);
}

const twoDecimals = (value: number) => Math.round(value * 100) / 100;
