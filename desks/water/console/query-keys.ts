import type { LiveMessage } from '@liangbuwu/office/live/contract.ts';
import type { PlanHead, PlanProgress } from '@liangbuwu/office/plans/contract.ts';

export type DeskDay = { response: string; area: string; day: string };

export const keys = {
  me: ['identity', 'me'],
  responses: ['responses'],
  sight: ['identity', 'own-sight'],
  floors: ['water', 'floors'],
  codes: (area: string) => ['water', 'codes', area],
  desks: (response: string) => ['water', 'desks', response],
  day: ({ response, area, day }: DeskDay) => ['water', 'day', response, area, day],
  gap: ({ response, area, day }: DeskDay, plan?: string) => [
    'water',
    'gap',
    response,
    area,
    day,
    plan ?? '',
  ],
  board: ({ response, area, day }: DeskDay) => ['water', 'board', response, area, day],
  accounts: ({ response, area, day }: DeskDay, from: string) => [
    'water',
    'accounts',
    response,
    area,
    from,
    day,
  ],
  evening: (response: string, day: string) => ['water', 'evening', response, day],
  fortnight: ({ response, area, day }: DeskDay) => ['water', 'fortnight', response, area, day],
  since: ({ response, area, day }: DeskDay) => ['water', 'since', response, area, day],
  runway: ({ response, area, day }: DeskDay) => ['water', 'runway', response, area, day],
  requests: ({ response, area, day }: DeskDay) => ['water', 'requests', response, area, day],
  doors: ({ response, area, day }: DeskDay) => ['water', 'doors', response, area, day],
  exit: ({ response, area, day }: DeskDay) => ['water', 'exit', response, area, day],
  siting: (siting: string) => ['water', 'siting', siting],
  sitings: ({ response, area }: Pick<DeskDay, 'response' | 'area'>) => [
    'water',
    'sitings',
    response,
    area,
  ],
  schedule: (plan: string) => ['water', 'schedule', plan],
  hand: (plan: string) => ['water', 'hand', plan],
  byHand: (plan: string) => ['water', 'by-hand', plan],
  whatIfs: ({ response, area, day }: DeskDay) => ['water', 'what-if', response, area, day],
  course: (plan: string) => ['water', 'course', plan],
  tries: (plan: string) => ['water', 'tries', plan],
  comparison: (before: string, after: string) => ['water', 'comparison', before, after],
  plans: ({ response, area, day }: DeskDay) => ['plans', 'water', response, area, day],
  needs: (response: string, day: string) => ['commitments', 'needs', 'water', response, day],
} as const;

type Key = readonly string[];

/** What has to be read again when something happened, as the beginnings of keys. */
export function staleAfter(message: LiveMessage): readonly Key[] {
  switch (message.topic) {
    case 'resync':
      return [['water'], ['plans'], ['commitments'], keys.responses];
    case 'plans':
      // A result does not change once it is there, so other plans' figures stay as they are.
      return [
        ['plans', 'water'],
        ['water', 'gap'],
        ['water', 'board'],
        ['water', 'fortnight'],
        ['water', 'what-if'],
        ['water', 'since'],
        ['water', 'runway'],
        ['water', 'exit'],
        ['water', 'accounts'],
        ['water', 'evening'],
        ...('id' in message
          ? [keys.schedule, keys.hand, keys.course, keys.tries].map((of) => of(message.id))
          : []),
      ];
    case 'water.course':
      return 'id' in message ? [keys.course(message.id)] : [];
    case 'water.one-more':
      return 'id' in message ? [keys.tries(message.id)] : [];
    case 'water.siting':
      return [['water', 'sitings'], ...('id' in message ? [keys.siting(message.id)] : [])];
    case 'plans.presence':
      return [['plans', 'water']];
    case 'water.day':
      return [
        ['water', 'day'],
        ['water', 'board'],
        ['water', 'desks'],
        // What a tank starts with is shown before there is a plan.
        ['water', 'gap'],
        ['water', 'since'],
        ['water', 'runway'],
        ['water', 'accounts'],
        ['water', 'evening'],
      ];
    case 'water.requests':
      return [
        ['water', 'requests'],
        ['water', 'doors'],
      ];
    case 'water.doors':
      return [['water', 'doors']];
    case 'water.codes':
      return [['water', 'codes']];
    case 'water.costs':
      return [
        ['water', 'exit'],
        ['water', 'accounts'],
      ];
    case 'commitments':
      return [
        ['commitments'],
        ['water', 'board'],
        // A complaint shows what both sides say of its promise.
        ['water', 'requests'],
        ['water', 'gap'],
        ['water', 'fortnight'],
        ['water', 'since'],
        ['water', 'runway'],
        ['water', 'accounts'],
        ['water', 'evening'],
      ];
    case 'water.entries':
      return [
        ['water', 'board'],
        ['water', 'accounts'],
        ['water', 'evening'],
      ];
    case 'responses.clock':
      return [keys.responses, ['water', 'runway'], ['water', 'board']];
    case 'responses.opened':
    case 'responses.closed':
      return [keys.responses];
    default:
      return [];
  }
}

/** A plan's progress as its event tells it; undefined when the event is of another kind. */
export function findProgress(
  message: LiveMessage,
): { plan: string; progress: PlanProgress } | undefined {
  if (message.topic !== 'plans.progress' || !('detail' in message)) return undefined;
  const figure = (name: string): number | undefined => {
    const value = message.detail?.[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  const [seconds, of] = [figure('seconds'), figure('of')];
  if (seconds === undefined || of === undefined) return undefined;
  const hardship: number[] = [];
  for (
    let value = figure('hardship1');
    value !== undefined;
    value = figure(`hardship${hardship.length + 1}`)
  ) {
    hardship.push(value);
  }
  return {
    plan: message.id,
    progress: {
      seconds,
      of,
      hardship,
      iterations: figure('iterations') ?? 0,
      metres: figure('metres') ?? 0,
    },
  };
}

/** The list with one plan further on; the same list where the plan is not in it or is done already. */
export function withProgress<T extends { plans: PlanHead[] }>(
  list: T,
  { plan, progress }: { plan: string; progress: PlanProgress },
): T {
  const at = list.plans.findIndex(
    ({ id, state }) => id === plan && (state === 'queued' || state === 'solving'),
  );
  const head = list.plans[at];
  if (!head) return list;
  const plans = list.plans.slice();
  plans[at] = { ...head, state: 'solving', progress };
  return { ...list, plans };
}
