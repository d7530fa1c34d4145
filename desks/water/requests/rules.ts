import type { RequestKind, RequestState, RequestStep } from './request.ts';

export type RequestEvent = RequestStep['event'];

/** What can happen to a request, read aloud: in this state, when that happens, it becomes the other. */
export const requestTable = {
  open: {
    promised: 'promised',
    'not-at-home': 'not-at-home',
    done: 'done',
    answered: 'answered',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  promised: {
    promised: 'promised',
    'not-at-home': 'not-at-home',
    done: 'done',
    answered: 'answered',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  'not-at-home': {
    promised: 'promised',
    done: 'done',
    refused: 'refused',
    withdrawn: 'withdrawn',
  },
  done: {},
  answered: { promised: 'promised', done: 'done', answered: 'answered' },
  refused: { promised: 'promised', done: 'done' },
  withdrawn: {},
} as const satisfies Record<RequestState, Partial<Record<RequestEvent, RequestState>>>;

/** Nobody is found at home by a complaint, and water that is asked for is not answered but brought. */
const neverHappens: Record<RequestKind, readonly RequestEvent[]> = {
  door: ['answered'],
  'did-not-come': ['not-at-home'],
  less: ['not-at-home'],
};

export function nextRequest(
  state: RequestState,
  kind: RequestKind,
  event: RequestEvent,
): RequestState | undefined {
  if (neverHappens[kind].includes(event)) return undefined;
  return (requestTable[state] as Partial<Record<RequestEvent, RequestState>>)[event];
}

/** What still waits for somebody of the office. */
export const waitsFor = (state: RequestState): boolean =>
  state === 'open' || state === 'promised' || state === 'not-at-home';
