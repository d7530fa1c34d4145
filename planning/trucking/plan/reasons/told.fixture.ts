import { patchProblem } from '../../check/patch.ts';
import type { Plan, Problem, ShortRow } from '../../water-day.ts';

/** The figures of a sentence, names and ids taken out. */
export function figuresOf(text: string, problem: Problem): string[] {
  const names = [
    ...problem.places.map(({ name }) => name),
    ...[...problem.tankers, ...problem.sources, ...problem.points].map(({ id }) => id),
    ...problem.tiers.map(({ name }) => name),
  ].sort((a, b) => b.length - a.length);
  let rest = text;
  for (const name of names) rest = rest.replaceAll(name, ' ');
  return (rest.match(/\d+(?::\d\d)*/g) ?? []).sort();
}

/** Every figure that a remedy may tell: of what its patch changes, before and after, and of the visits that were added. */
export function testedFigures(
  problem: Problem,
  plan: Plan,
  row: ShortRow,
  longer: Plan,
): Set<string> {
  const { patch } = row.remedy;
  const result = patchProblem(problem, patch ?? []);
  if (!('problem' in result)) throw new Error(`the patch for ${row.point} does not apply`);
  const told = new Set<string>();
  const tell = (value: unknown): void => {
    if (typeof value === 'number') told.add(String(value)).add(time(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(tell);
  };
  for (const { path, value } of patch ?? []) {
    tell(value);
    // Both ends of a window are told, and how much a tank or a source was before.
    const parent = path.split('/').slice(1, -1);
    if (parent.includes('open')) tell(at(result.problem, parent));
    if (/\/(litres|litresPerDay)$/.test(path)) tell(at(problem, path.split('/').slice(1)));
    if (path.startsWith('/travel/seconds')) tell(Number(value) / 60);
  }
  const visits = added(plan, longer, row.point);
  tell(visits.length);
  tell(visits.reduce((sum, { litres }) => sum + litres, 0));
  told.add(time(60 * Math.ceil(Math.max(...visits.map(({ finish }) => finish)) / 60)));
  return told;
}

function at(document: unknown, steps: string[]): unknown {
  return steps.reduce((value, step) => Object(value)[step], document);
}

/** Deliveries to a point that only the longer plan has. */
function added(plan: Plan, longer: Plan, point: string) {
  const key = (tanker: string, start: number) => `${tanker} ${start}`;
  const before = new Set(
    plan.routes.flatMap(({ tanker, stops }) =>
      stops.map((stop) => key(tanker, stop.kind === 'home' ? -1 : stop.start)),
    ),
  );
  return longer.routes.flatMap(({ tanker, stops }) =>
    stops.flatMap((stop) =>
      stop.kind === 'deliver' && stop.point === point && !before.has(key(tanker, stop.start))
        ? [stop]
        : [],
    ),
  );
}

/** 34205 → 09:30:05, whole minutes without seconds. */
function time(seconds: number): string {
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  return [hours, minutes, ...(rest === 0 ? [] : [rest])]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');
}
