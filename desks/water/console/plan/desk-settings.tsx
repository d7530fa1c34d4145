import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Modal } from 'antd';
import { useId, useState } from 'react';
import { putDesk } from '../../contract.ts';
import type { Desk } from '../../water.ts';
import { planMessages } from '../messages/plan.ts';
import { usePermitted } from '../permitted.ts';
import { secondOf } from './by-hand/hand-state.ts';
import styles from './resources-panel.module.css';

const hour = 3600;
const minute = 60;

/** A desk's service hours, rest rule and losses, on which every plan of it rests; and the way to change them. */
export function DeskSettings({ desk }: { desk: Desk }) {
  const t = planMessages.use();
  const format = useFormat();
  const [asking, setAsking] = useState(false);
  const notPermitted = usePermitted(putDesk.permission);
  return (
    <>
      <div className={styles.row}>
        <div className={styles.words}>
          <span className={styles.about}>
            {[
              t('desk.hours', { hours: format.timeRange(desk.from, desk.to) }),
              desk.rest
                ? t('desk.rest', {
                    every: format.duration(desk.rest.every),
                    rest: format.duration(desk.rest.seconds),
                  })
                : t('desk.noRest'),
              t('desk.loss', { percent: format.number(desk.lossPercent, 1) }),
            ].join(' · ')}
          </span>
        </div>
        <ActionButton
          size="small"
          aria-label={t('desk.change')}
          disabledReason={notPermitted}
          onClick={() => setAsking(true)}
        >
          {t('desk.edit')}
        </ActionButton>
      </div>
      {asking && <DeskDialog desk={desk} onClose={() => setAsking(false)} />}
    </>
  );
}

function DeskDialog({ desk, onClose }: { desk: Desk; onClose: () => void }) {
  const t = planMessages.use();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const [from, setFrom] = useState(format.timeOfDay(desk.from));
  const [to, setTo] = useState(format.timeOfDay(desk.to));
  const [every, setEvery] = useState<number | null>(desk.rest ? desk.rest.every / hour : null);
  const [rest, setRest] = useState<number | null>(desk.rest ? desk.rest.seconds / minute : null);
  const [loss, setLoss] = useState<number | null>(desk.lossPercent);
  const save = useMutation({
    mutationFn: (body: Omit<Desk, 'area'>) => call(putDesk, { params: { area: desk.area }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['water'] });
      onClose();
    },
  });
  const [begins, ends] = [secondOf(from), secondOf(to)];
  const both = (every === null) === (rest === null);
  const ready =
    begins !== undefined && ends !== undefined && begins < ends && both && loss !== null;
  const send = () => {
    if (!ready) return;
    save.mutate({
      response: desk.response,
      from: begins,
      to: ends,
      rest:
        every === null || rest === null
          ? null
          : { every: Math.round(every * hour), seconds: Math.round(rest * minute) },
      lossPercent: loss,
    });
  };
  const time = (name: string, label: string, value: string, set: (text: string) => void) => (
    <Form.Item required label={label} htmlFor={`${id}-${name}`}>
      <Input
        id={`${id}-${name}`}
        inputMode="numeric"
        maxLength={5}
        value={value}
        status={secondOf(value) === undefined ? 'error' : ''}
        onChange={(event) => set(event.target.value)}
      />
    </Form.Item>
  );
  const figure = (of: {
    required?: boolean;
    name: string;
    label: string;
    value: number | null;
    most: number;
    set: (value: number | null) => void;
  }) => (
    <Form.Item required={of.required ?? false} label={of.label} htmlFor={`${id}-${of.name}`}>
      <InputNumber
        id={`${id}-${of.name}`}
        value={of.value}
        min={0}
        max={of.most}
        onChange={of.set}
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      title={t('desk.title')}
      okText={t('desk.save')}
      cancelText={t('resources.cancel')}
      confirmLoading={save.isPending}
      okButtonProps={{ disabled: !ready }}
      onOk={send}
      onCancel={onClose}
    >
      <p>{t('desk.note')}</p>
      <Form layout="vertical" component="div" className={styles.settings}>
        {time('from', t('desk.from'), from, setFrom)}
        {time('to', t('desk.to'), to, setTo)}
        {figure({ name: 'every', label: t('desk.every'), value: every, most: 24, set: setEvery })}
        {figure({ name: 'rest', label: t('desk.minutes'), value: rest, most: 1440, set: setRest })}
        {figure({
          required: true,
          name: 'loss',
          label: t('desk.percent'),
          value: loss,
          most: 50,
          set: setLoss,
        })}
      </Form>
      {!ready && <p className={styles.note}>{t('desk.notReady')}</p>}
      {save.error && <ErrorState inline error={save.error} />}
    </Modal>
  );
}
