import { call } from '@liangbuwu/office/http/console/call.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { makePlan } from '../../contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { versionMessages } from '../messages/versions.ts';
import { keys } from '../query-keys.ts';
import styles from './plan-again-dialog.module.css';
import { useBeginning } from './use-beginning.tsx';
import { isRunning } from './versions.ts';

const choices = [5, 10, 30, 60] as const;
/** Seconds for a plan that is only copied: why points are short is looked into. */
const leaving = 2;

/** Asks how long to solve, and starts. Sent twice it is one plan: the id is chosen when the dialog opens. */
export function PlanAgainDialog(props: {
  view: DeskDayView;
  plans: readonly PlanHead[];
  inForce: PlanHead | undefined;
  from: number;
  onStarted: (plan: PlanHead) => void;
  onClose: () => void;
}) {
  const { view, plans, inForce, onStarted, onClose } = props;
  const t = versionMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const [plan] = useState(() => newId());
  const [seconds, setSeconds] = useState<number>(10);
  const [fair, setFair] = useState(true);
  const [name, setName] = useState('');
  const { hand, asItIs, known, fields } = useBeginning(view, inForce);
  const start = useMutation({
    mutationFn: () => {
      const { response, area, day } = view;
      return call(makePlan, {
        params: { plan },
        body: {
          response,
          area,
          day,
          seconds: asItIs ? leaving : seconds,
          fair,
          name: name.trim(),
          ...(hand && { hand }),
        },
      });
    },
    onSuccess: async (head) => {
      await queries.invalidateQueries({ queryKey: keys.plans(view) });
      onStarted(head);
    },
  });
  const running = plans.find(isRunning);
  const day = format.date(view.day);
  return (
    <Modal
      open
      title={plans.length > 0 ? t('again.titleAgain', { day }) : t('again.title', { day })}
      okText={t('again.start')}
      cancelText={t('again.cancel')}
      confirmLoading={start.isPending}
      okButtonProps={{ disabled: !known }}
      onOk={() => start.mutate()}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div" className={styles.form}>
        <p>
          {view.now > props.from
            ? t('again.fromNow', { now: format.timeOfDay(view.now) })
            : t('again.fromStart', { from: format.timeOfDay(props.from) })}
        </p>
        {running && (
          <p className={styles.other}>
            {t('again.others', {
              version: format.number(running.version),
              by: running.madeBy.name,
            })}
          </p>
        )}
        {fields}
        {!asItIs && (
          <Form.Item
            required
            label={t('again.seconds')}
            extra={t('again.secondsNote')}
            className={styles.item ?? ''}
          >
            <Segmented
              aria-label={t('again.seconds')}
              value={seconds}
              onChange={setSeconds}
              options={choices.map((value) => ({
                value,
                label: t('again.secondsOf', { seconds: format.number(value) }),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item extra={t('again.fairNote')} className={styles.item ?? ''}>
          <Checkbox checked={fair} onChange={(event) => setFair(event.target.checked)}>
            {t('again.fair')}
          </Checkbox>
        </Form.Item>
        <Form.Item label={t('again.name')} htmlFor="plan-again-name" className={styles.item ?? ''}>
          <Input
            id="plan-again-name"
            value={name}
            maxLength={60}
            placeholder={t('again.namePlaceholder')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={() => start.mutate()}
          />
        </Form.Item>
        {start.error && <ErrorState inline error={start.error} />}
      </Form>
    </Modal>
  );
}
