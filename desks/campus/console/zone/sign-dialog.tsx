import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, InputNumber, Modal } from 'antd';
import { useId, useState } from 'react';
import { openRound, signRound } from '../../zone/zone.contract.ts';
import type { Round } from '../../zone/zone.ts';
import { zoneMessages } from '../messages/zone.ts';
import styles from './zone.module.css';
import { useZoneStep } from './zone-queries.ts';

/** A building’s keeper counts a round, ticks what is missing or damaged, and signs. */
export function SignDialog(props: { round: Round; building: string; onClose(): void }) {
  const { round, building, onClose } = props;
  const t = zoneMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const id = useId();
  const number = format.number(round.number);
  const [counted, setCounted] = useState<number | null>(null);
  const [marks, setMarks] = useState<ReadonlyMap<string, 'missing' | 'damaged'>>(new Map());
  const names = useMutation({
    mutationFn: () => call(openRound, { params: { round: round.id } }),
  });
  const marked = (as: 'missing' | 'damaged') =>
    [...marks].filter(([, mark]) => mark === as).map(([parcel]) => parcel);
  const sign = useZoneStep(
    (step, there: number) =>
      call(signRound, {
        params: { round: round.id, step },
        body: { counted: there, missing: marked('missing'), damaged: marked('damaged') },
      }),
    () => {
      void message.success(t('rounds.signed', { number }));
      onClose();
    },
  );
  const mark = (parcel: string, as: 'missing' | 'damaged', on: boolean) => {
    sign.reset();
    const next = new Map(marks);
    if (on) next.set(parcel, as);
    else next.delete(parcel);
    setMarks(next);
  };
  const changed = counted !== null || marks.size > 0;
  useUnsavedGuard(changed && !sign.isSuccess);
  return (
    <Modal
      open
      width={560}
      title={t('sign.title', { number, building })}
      onCancel={onClose}
      mask={{ closable: !changed }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('sign.cancel')}</Button>
          <ActionButton
            type="primary"
            loading={sign.isPending}
            disabledReason={counted === null ? t('sign.countFirst') : undefined}
            onClick={() => counted !== null && sign.mutate(counted)}
          >
            {t('sign.save')}
          </ActionButton>
        </div>
      }
    >
      <p className={styles.lead}>{t('sign.lead')}</p>
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <Form.Item label={t('sign.counted')} htmlFor={`${id}-counted`}>
          <InputNumber
            id={`${id}-counted`}
            min={0}
            max={round.parcels}
            precision={0}
            value={counted}
            suffix={`/ ${format.number(round.parcels)}`}
            onChange={(value) => {
              sign.reset();
              setCounted(value);
            }}
          />
        </Form.Item>
        {names.data ? (
          <ul className={styles.names}>
            {names.data.parcels.map((parcel) => (
              <li key={parcel.id}>
                <span className={styles.code}>{parcel.code.replace(/^(.{4})/, '$1-')}</span>
                <span>{parcel.to}</span>
                <span className={styles.marks}>
                  {(['missing', 'damaged'] as const).map((as) => (
                    <Checkbox
                      key={as}
                      checked={marks.get(parcel.id) === as}
                      onChange={({ target }) => mark(parcel.id, as, target.checked)}
                    >
                      {t(`sign.${as}`)}
                    </Checkbox>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <Button loading={names.isPending} onClick={() => names.mutate()}>
            {t('sign.open')}
          </Button>
        )}
      </Form>
      {(names.error ?? sign.error) && (
        <ErrorState inline error={(names.error ?? sign.error) as Error} />
      )}
    </Modal>
  );
}
