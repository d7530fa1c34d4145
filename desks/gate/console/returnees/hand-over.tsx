import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { handOver } from '../../returnees/returnee.contract.ts';
import { HandOverReason, handOverWords, type Returnee } from '../../returnees/returnee.ts';
import { passMessages } from '../messages/passes.ts';
import { returneeMessages } from '../messages/returnees.ts';
import styles from '../passes/passes.module.css';
import { OfficialSelect } from './official-select.tsx';

/** Gives the days that are left to another official, with the reason. */
export function HandOver({ returnee }: { returnee: Returnee }) {
  const t = returneeMessages.use();
  const ofPass = passMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const [official, setOfficial] = useState<string>();
  const [reason, setReason] = useState<HandOverReason>();
  const left = returnee.days.filter(({ state }) => state === 'to-come' || state === 'due');
  const hand = useMutation({
    mutationFn: (body: { official: string; reason: HandOverReason }) =>
      call(handOver, { params: { returnee: returnee.id }, body }),
    onSuccess: () => {
      setOpen(false);
      setOfficial(undefined);
      setReason(undefined);
      return queries.invalidateQueries({ queryKey: ['gate', 'returnees'] });
    },
  });
  if (!open)
    return (
      <ActionButton
        disabledReason={left.length === 0 ? t('hand.nothingLeft') : undefined}
        onClick={() => setOpen(true)}
      >
        {t('hand.open')}
      </ActionButton>
    );
  const missing = [
    ...(official === undefined ? [t('hand.to')] : []),
    ...(reason === undefined ? [t('hand.reason')] : []),
  ];
  return (
    <div className={styles.hand}>
      <p className={styles.quiet}>{t('hand.note', { count: left.length })}</p>
      <div className={styles.actions}>
        <OfficialSelect
          label={t('hand.to')}
          area={returnee.area}
          value={official}
          but={returnee.official.id}
          onChange={setOfficial}
        />
        <Select
          className={styles.reason ?? ''}
          aria-label={t('hand.reason')}
          placeholder={t('hand.reason')}
          value={reason ?? null}
          options={HandOverReason.options.map((value) => ({
            value,
            label: say(handOverWords[value]),
          }))}
          onChange={setReason}
        />
        <ActionButton
          type="primary"
          loading={hand.isPending}
          disabledReason={
            missing.length > 0 ? ofPass('form.need', { what: missing.join('、') }) : undefined
          }
          onClick={() =>
            official !== undefined && reason !== undefined && hand.mutate({ official, reason })
          }
        >
          {t('hand.now')}
        </ActionButton>
        <ActionButton onClick={() => setOpen(false)}>{ofPass('limits.cancel')}</ActionButton>
      </div>
      {hand.error && <ErrorState inline error={hand.error} />}
    </div>
  );
}
