import { call } from '@liangbuwu/office/http/console/call.ts';
import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { getHand, tryByHand } from '../../../by-hand.contract.ts';
import type { Move } from '../../../hand.ts';
import { keys } from '../../query-keys.ts';
import { rideId } from '../follow.ts';
import { type Decisions, pinOf, pinsBefore, type Stand, togglePin } from './hand-state.ts';

type Tried = OutputOf<typeof tryByHand>;
type Failed = Extract<Tried['moved'][number], { done: false }>;

/** A plan as a person has changed it so far, and how to go on. */
export type Hand = {
  plan: PlanHead;
  decisions: Decisions;
  /** Undefined until it has been timed for the first time. */
  tried: Tried | undefined;
  busy: boolean;
  error: unknown;
  /** The move that could not be made, and why. */
  refused: { move: Move; failed: Failed } | undefined;
  /** All of these or none. `own` is the delivery that they are about; `then` hears how the timetable calls it afterwards. */
  make: (
    moves: readonly Move[],
    own: Stand | undefined,
    then?: (ride: string | undefined) => void,
  ) => void;
  dismiss: () => void;
  pin: (stand: Stand) => void;
  lock: (parts: readonly string[]) => void;
  undo: (() => void) | undefined;
};

const standOf = (
  { tanker, point, litres }: Extract<Tried['moved'][number], { done: true }>,
  start: number,
): Stand => ({ tanker, point, litres, start });

/** The ride by which the timetable shows a delivery. */
function rideOf({ tankers }: Tried, stand: Stand): string | undefined {
  const day = tankers.find(({ shift }) => shift === stand.tanker);
  const at = day?.stretches.findIndex(
    ({ kind, at: point, from }) =>
      kind === 'deliver' && point === stand.point && from === stand.start,
  );
  return at === undefined || at < 0 ? undefined : rideId(stand.tanker, at);
}

/** What people had decided in a plan, and the plan as it can be driven as of now. */
async function begin(plan: string, signal: AbortSignal): Promise<Step> {
  const { hand } = await call(getHand, { params: { plan } }, { signal });
  const pins = hand?.pins.map(({ pin }) => pin) ?? [];
  const tried = await call(tryByHand, { params: { plan }, body: { moves: [], pins } }, { signal });
  return { decisions: { moves: [], pins, locks: hand?.locks ?? [] }, tried };
}

type Step = { decisions: Decisions; tried: Tried | undefined };

const nothing: Step = { decisions: { moves: [], pins: [], locks: [] }, tried: undefined };

/** Begins with what people had decided in the plan that is changed. */
export function useHand(plan: PlanHead | undefined): Hand | undefined {
  const first = useQuery({
    queryKey: keys.byHand(plan?.id ?? ''),
    queryFn: ({ signal }) => begin(plan?.id ?? '', signal),
    enabled: plan !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const [refused, setRefused] = useState<Hand['refused']>();
  const attempt = useMutation({
    mutationFn: ({ moves, pins }: Pick<Decisions, 'moves' | 'pins'>) =>
      call(tryByHand, {
        params: { plan: plan?.id ?? '' },
        body: { moves: [...moves], pins: [...pins] },
      }),
  });

  if (!plan) return undefined;
  const { decisions, tried } = steps.at(-1) ?? first.data ?? nothing;
  const go = (next: Decisions, found = tried) =>
    setSteps([...steps, { decisions: next, tried: found }]);
  return {
    plan,
    decisions,
    tried,
    busy: first.isPending || attempt.isPending,
    error: first.error ?? attempt.error,
    refused,
    make(added, own, then) {
      setRefused(undefined);
      const moves = [...decisions.moves, ...added];
      const pins = pinsBefore(decisions.pins, own);
      attempt.mutate(
        { moves, pins },
        {
          onSuccess: (found) => {
            for (const [i, failed] of found.moved.entries()) {
              const move = moves[i];
              if (!failed.done && move) return setRefused({ move, failed });
            }
            const last = found.moved.at(-1);
            const stand = last?.done && last.start !== null ? standOf(last, last.start) : undefined;
            // What a person put somewhere stays there when the machine goes on.
            const held = stand ? [...pins, pinOf(stand)] : pins;
            go({ ...decisions, moves, pins: held }, found);
            then?.(stand && rideOf(found, stand));
          },
        },
      );
    },
    dismiss: () => setRefused(undefined),
    pin: (stand) => go({ ...decisions, pins: togglePin(decisions.pins, stand) }),
    lock: (parts) => {
      const open = decisions.locks.filter((id) => !parts.includes(id));
      const locked = open.length < decisions.locks.length;
      go({ ...decisions, locks: locked ? open : [...open, ...parts] });
    },
    undo:
      steps.length > 0
        ? () => {
            setRefused(undefined);
            setSteps(steps.slice(0, -1));
          }
        : undefined,
  };
}
