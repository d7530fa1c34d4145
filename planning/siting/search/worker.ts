import highsModule from 'highs';
import { greedy } from './greedy.ts';
import { mostOf, NOW, type Part, withoutMust } from './part.ts';
import { settle } from './settle.ts';
import { type Standing, standingNow, standingOf } from './standing.ts';
import { parent } from './threads.ts';

export interface Task {
  parts: Part[];
  /** Most new sites of all parts together. */
  most: number;
  budget: number | null;
  /** For all of it. */
  seconds: number;
  /** Where `highs.wasm` lies, if not beside its loader. */
  wasm: string | undefined;
}

/** What is known by now of a part with so many new sites; `NOW`: as it is, without `must` sites too. */
export interface News {
  kind: 'news';
  part: number;
  stations: number;
  standing: Standing;
}

/** All of it is as good as time allowed. */
export interface Done {
  kind: 'done';
}

// Its types say CommonJS; what an import gets is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

const main = await parent();
main.onMessage((message) => {
  void solveParts(message as Task);
});

async function solveParts({ parts, most, budget, seconds, wasm }: Task): Promise<void> {
  const began = performance.now();
  const known = parts.map(() => new Map<number, Standing>());
  const jobs: (() => void)[] = [];
  let until = began;
  const left = () => Math.max(0, until - performance.now()) / 1000;
  const tell = (part: number, stations: number, standing: Standing): void => {
    known[part]?.set(stations, standing);
    main.post({ kind: 'news', part, stations, standing } satisfies News);
  };
  const wanted = parts.map((part, p) => {
    const last = mostOf(part, most);
    greedy(part, last, budget, (stations, { open, served, bound }) => {
      tell(p, stations, standingOf(part, open, served.at, bound));
    });
    return Array.from({ length: last - part.must + 1 }, (_, i) => part.must + i);
  });
  const highs = await loadHighs(wasm === undefined ? {} : { locateFile: () => wasm });
  for (const [p, part] of parts.entries()) {
    const job = (of: Part, stations: number, first: () => Standing, as: number) => () => {
      const choice = { most: stations, budget };
      const onStanding = (standing: Standing) => tell(p, as, standing);
      settle({ highs, part: of, choice, left, onStanding }, first());
    };
    if (part.must > 0) {
      const now = withoutMust(part);
      jobs.push(job(now, 0, () => standingNow(now), NOW));
    }
    for (const stations of wanted[p] ?? []) {
      const first = () => better(known[p]?.get(stations), known[p]?.get(stations - 1));
      jobs.push(job(part, stations, first, stations));
    }
  }
  // What one does not use of its share is for the others.
  for (const [i, job] of jobs.entries()) {
    const over = performance.now() - began;
    until = performance.now() + (1000 * seconds - over) / (jobs.length - i);
    job();
  }
  main.post({ kind: 'done' } satisfies Done);
}

/** What fewer sites do, more can: a guess is no worse than what is known of one site less. */
function better(guess: Standing | undefined, fewer: Standing | undefined): Standing {
  if (!guess) throw new Error('a number of sites without a guess');
  if (!fewer || fewer.people <= guess.people) return guess;
  return { ...fewer, bound: guess.bound, proven: guess.proven, adds: [] };
}
