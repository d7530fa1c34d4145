import { below, type FaultList } from './faults.ts';
import { isRecord } from './readers.ts';
import { found, quote } from './show.ts';
import { travelSize } from './travel.ts';

type Entry = [entry: Record<string, unknown>, path: string];

/** What no single value shows: ids are unique, references exist, lists have the length that others give them. */
export function problemAgrees(problem: Record<string, unknown>, faults: FaultList): void {
  for (const name of ['places', 'tankers', 'sources', 'points']) uniqueIds(problem, name, faults);
  travelSize(problem, faults);
  const places = new Set(entries(problem, 'places').map(([place]) => place.id));
  for (const [tanker, path] of entries(problem, 'tankers')) {
    placeExists(tanker.home, below(path, 'home'), places, faults);
    fitsItsTank(tanker, path, faults);
  }
  for (const name of ['sources', 'points']) {
    for (const [entry, path] of entries(problem, name)) {
      placeExists(entry.place, below(path, 'place'), places, faults);
    }
  }
  tiersRise(problem, faults);
}

function entries(problem: Record<string, unknown>, name: string): Entry[] {
  const list = problem[name];
  if (!Array.isArray(list)) return [];
  const path = below('', name);
  return list.flatMap((entry, i): Entry[] => (isRecord(entry) ? [[entry, below(path, i)]] : []));
}

function uniqueIds(problem: Record<string, unknown>, name: string, faults: FaultList): void {
  const first = new Map<string, string>();
  for (const [entry, path] of entries(problem, name)) {
    if (typeof entry.id !== 'string') continue;
    const earlier = first.get(entry.id);
    if (earlier === undefined) {
      first.set(entry.id, path);
      continue;
    }
    faults.add(
      below(path, 'id'),
      'duplicate-id',
      {
        'zh-CN': `${quote(entry.id)} 已经用于 ${earlier}`,
        en: `is ${quote(entry.id)}, which ${earlier} has already`,
      },
      { 'zh-CN': `${name} 中没有用过的编号`, en: `an id that no other entry of ${name} has` },
    );
  }
}

function placeExists(id: unknown, path: string, places: Set<unknown>, faults: FaultList): void {
  if (typeof id !== 'string' || places.has(id)) return;
  faults.add(path, 'unknown-place', found(id), {
    'zh-CN': 'places 中某个地点的编号',
    en: 'the id of an entry of places',
  });
}

function fitsItsTank(tanker: Record<string, unknown>, path: string, faults: FaultList): void {
  const { loaded, litres } = tanker;
  if (typeof loaded !== 'number' || typeof litres !== 'number' || !(loaded > litres)) return;
  faults.add(below(path, 'loaded'), 'loaded-over-size', found(loaded), {
    'zh-CN': `不超过罐容 ${litres} 升`,
    en: `no more than the ${litres} litres of the tanker`,
  });
}

function tiersRise(problem: Record<string, unknown>, faults: FaultList): void {
  const { tiers } = problem;
  if (!Array.isArray(tiers)) return;
  if (tiers.length === 0) {
    faults.add(
      '/tiers',
      'empty-list',
      { 'zh-CN': '列表为空', en: 'is an empty list' },
      { 'zh-CN': '至少一个等级', en: 'at least one tier' },
    );
    return;
  }
  rise(
    tiers.map((tier) => (isRecord(tier) ? tier.litresPerPerson : undefined)),
    (i) => `/tiers/${i}/litresPerPerson`,
    faults,
  );
  for (const [point, path] of entries(problem, 'points')) {
    const own = point.litresPerPerson;
    if (!Array.isArray(own)) continue;
    const ownPath = below(path, 'litresPerPerson');
    if (own.length !== tiers.length) {
      faults.add(ownPath, 'tier-count', found(own), {
        'zh-CN': `${tiers.length} 个数，每个等级一个`,
        en: `${tiers.length} numbers, one for each tier`,
      });
    }
    rise(own, (i) => below(ownPath, i), faults);
  }
}

function rise(figures: unknown[], path: (i: number) => string, faults: FaultList): void {
  for (let i = 1; i < figures.length; i++) {
    const before = figures[i - 1];
    const figure = figures[i];
    if (typeof before !== 'number' || typeof figure !== 'number' || !(figure < before)) continue;
    faults.add(path(i), 'tier-falls', found(figure), {
      'zh-CN': `不小于前一等级的 ${before}`,
      en: `at least the ${before} of the tier before`,
    });
  }
}
