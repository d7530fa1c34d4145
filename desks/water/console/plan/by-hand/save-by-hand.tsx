import { call } from '@liangbuwu/office/http/console/call.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { makePlan } from '../../../contract.ts';
import type { DeskDayView } from '../../desk-day.tsx';
import { byHandMessages } from '../../messages/by-hand.ts';
import { keys } from '../../query-keys.ts';
import styles from './by-hand.module.css';
import type { Decisions } from './hand-state.ts';
import type { Hand } from './use-hand.ts';

/** Seconds: as it is, only why points are short is looked into; else the machine arranges the rest. */
const seconds = { asItIs: 2, machine: 10 };

/** Keeps what was changed as a new version: as it is, or with the machine going on from there. */
export function SaveByHand(props: {
  hand: Hand;
  view: DeskDayView;
  onSaved: (plan: PlanHead) => void;
}) {
  const { hand, view } = props;
  const { decisions } = hand;
  const t = byHandMessages.use();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  // Sent twice it is one plan, as long as it is the same plan.
  const [ids, setIds] = useState(() => newIds(decisions));
  if (ids.of !== decisions) setIds(newIds(decisions));
  const save = useMutation({
    mutationFn: (machine: boolean) => {
      const { response, area, day } = view;
      return call(makePlan, {
        params: { plan: machine ? ids.machine : ids.asItIs },
        body: {
          response,
          area,
          day,
          name: name.trim(),
          seconds: machine ? seconds.machine : seconds.asItIs,
          hand: {
            from: hand.plan.id,
            machine,
            moves: [...decisions.moves],
            pins: [...decisions.pins],
            locks: [...decisions.locks],
          },
        },
      });
    },
    onSuccess: async (plan) => {
      await queries.invalidateQueries({ queryKey: keys.plans(view) });
      props.onSaved(plan);
    },
  });
  const cannot = hand.refused
    ? t('refused')
    : hand.undo === undefined
      ? t('nothing')
      : hand.busy
        ? t('busy')
        : undefined;
  return (
    <div className={styles.save}>
      {save.error && <ErrorState inline error={save.error} />}
      <label className={styles.name}>
        <span>{t('name')}</span>
        <Input
          value={name}
          maxLength={60}
          placeholder={t('namePlaceholder')}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <ActionButton
        type="primary"
        loading={save.isPending && save.variables === false}
        disabledReason={cannot}
        onClick={() => save.mutate(false)}
      >
        {t('save')}
      </ActionButton>
      <ActionButton
        loading={save.isPending && save.variables === true}
        disabledReason={cannot}
        onClick={() => save.mutate(true)}
      >
        {t('machine')}
      </ActionButton>
      <p className={styles.note}>{t('machineNote')}</p>
    </div>
  );
}

const newIds = (of: Decisions) => ({ of, asItIs: newId(), machine: newId() });
