import { LockIcon, PinIcon, UnlockIcon } from '@liangbuwu/ui/icons.ts';
import { Button, Tooltip } from 'antd';
import { useMemo } from 'react';
import type { DeskDayView } from '../../desk-day.tsx';
import { byHandMessages } from '../../messages/by-hand.ts';
import type { Day, DayNames } from '../day-names.ts';
import type { Followed, Ride } from '../follow.ts';
import type { Chosen } from '../highlight.ts';
import type { TimelineHand } from '../timeline-rows.ts';
import { findPin, partAt, partsOf, type Stand } from './hand-state.ts';
import type { Hand } from './use-hand.ts';

const standOf = ({ shift, stretch: { kind, at, from, litres } }: Ride): Stand | undefined =>
  kind === 'deliver' && at !== null && litres !== null
    ? { tanker: shift, point: at, start: from, litres }
    : undefined;

/** What a change by hand adds to the timetable: deliveries that can be dragged, pins, locks, and the chosen one. */
export function useHandTimeline(of: {
  hand: Hand | undefined;
  view: DeskDayView;
  day: Day;
  names: DayNames;
  followed: Followed;
  chosen: Chosen | undefined;
  choose: (chosen: Chosen | undefined) => void;
}) {
  const { hand, view, day, names, followed, chosen, choose } = of;
  const t = byHandMessages.use();
  const decisions = hand?.decisions;

  const rows = useMemo<TimelineHand | undefined>(() => {
    if (!decisions || !hand) return undefined;
    const locked = (tanker: Day['tankers'][number]) =>
      partsOf(tanker).some(({ id }) => decisions.locks.includes(id));
    const fixed = new Set(day.tankers.filter(locked).map(({ id }) => id));
    return {
      locked,
      mark: (ride) => {
        const stand = standOf(ride);
        return stand && findPin(decisions.pins, stand)
          ? { icon: <PinIcon />, label: t('pinned') }
          : undefined;
      },
      movable: (ride) =>
        standOf(ride) !== undefined && ride.stretch.from >= view.now && !fixed.has(ride.tanker),
      tool: (tanker) => {
        const is = locked(tanker);
        const name = t(is ? 'unlock' : 'lock', { name: tanker.name });
        return (
          <Tooltip title={name}>
            <Button
              type={is ? 'primary' : 'text'}
              size="small"
              aria-label={name}
              aria-pressed={is}
              icon={is ? <LockIcon /> : <UnlockIcon />}
              onClick={() => hand.lock(partsOf(tanker).map(({ id }) => id))}
            />
          </Tooltip>
        );
      },
    };
  }, [decisions, hand, day, view.now, t]);

  if (!hand || !rows) return undefined;
  const ride = chosen?.kind === 'ride' ? followed.ride(chosen.id) : undefined;
  const stand = ride && standOf(ride);
  const owner = ride && names.tankers.get(ride.tanker);
  const onMade = (made: string | undefined) =>
    choose(made === undefined ? undefined : { kind: 'ride', id: made });
  return {
    stand,
    fixed: !stand
      ? undefined
      : owner && rows.locked(owner)
        ? t('stop.lockedTanker', { name: owner.name })
        : stand.start < view.now
          ? t('stop.begun')
          : undefined,
    onMade,
    timeline: {
      rows,
      onMove: (id: string, to: { row: string; at: number }) => {
        const moved = followed.ride(id);
        const from = moved && standOf(moved);
        const tanker = names.tankers.get(to.row);
        const at = Math.max(to.at, view.now);
        const part = tanker && partAt(tanker, at);
        if (!from || part === undefined) return;
        const { tanker: own, point, start } = from;
        hand.make(
          [{ kind: 'move', tanker: own, point, start, to: { tanker: part, at } }],
          from,
          onMade,
        );
      },
    },
  };
}
