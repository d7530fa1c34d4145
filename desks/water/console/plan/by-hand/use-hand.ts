import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { tryByHand } from '../../../by-hand.contract.ts';
import type { Move } from '../../../hand.ts';
import { call } from '../../call.ts';
import { handQuery } from '../../queries.ts';
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
  /** All of these or none. `own` is the delivery that they are about; `then` hears of it as it stands afterwards. */
  make: (
    moves: readonly Move[],
    own: Stand | undefined,
    then?: (stand: Stand | undefined) => void,
  ) => void;
  dismiss: () => void;
  pin: (stand: Stand) => void;
  lock: (parts: readonly string[]) => void;
  undo: (() => void) | undefined;
};

const nothing: Decisions = { moves: [], pins: [], locks: [] };

const standOf = (
  { tanker, point, litres }: Extract<Tried['moved'][number], { done: true }>,
  start: number,
): Stand => ({ tanker, point, litres, start });

/** Begins with what people had decided in the plan that is changed. */
export function useHand(plan: PlanHead | undefined): Hand | undefined {
  const before = useQuery({ ...handQuery(plan?.id ?? ''), enabled: plan !== undefined });
  const [past, setPast] = useState<{ decisions: Decisions; tried: Tried | undefined }[]>([]);
  const [refused, setRefused] = useState<Hand['refused']>();
  const attempt = useMutation({
    mutationFn: ({ moves, pins }: Pick<Decisions, 'moves' | 'pins'>) =>
      call(tryByHand, {
        params: { plan: plan?.id ?? '' },
        body: { moves: [...moves], pins: [...pins] },
      }),
  });
  const { data } = before;
  const ready = plan !== undefined && data !== undefined;
  const { mutate } = attempt;
  useEffect(() => {
    if (!ready) return;
    const { pins = [], locks = [] } = data.hand ?? {};
    const decisions = { ...nothing, pins: pins.map(({ pin }) => pin), locks };
    setRefused(undefined);
    setPast([{ decisions, tried: undefined }]);
    mutate(decisions, { onSuccess: (tried) => setPast([{ decisions, tried }]) });
  }, [ready, data, mutate]);

  if (!plan) return undefined;
  const { decisions, tried } = past.at(-1) ?? { decisions: nothing, tried: undefined };
  const go = (next: Decisions, found = tried) =>
    setPast([...past, { decisions: next, tried: found }]);
  return {
    plan,
    decisions,
    tried,
    busy: before.isPending || attempt.isPending,
    error: before.error ?? attempt.error,
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
            then?.(stand);
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
      past.length > 1
        ? () => {
            setRefused(undefined);
            setPast(past.slice(0, -1));
          }
        : undefined,
  };
}
