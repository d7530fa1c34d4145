import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Segmented } from 'antd';
import { useId, useState } from 'react';
import { mostLitres, type WaterRequest } from '../../requests/request.ts';
import { takeRequestStep } from '../../requests/requests.contract.ts';
import type { RequestEvent } from '../../requests/rules.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { requestMessages } from '../messages/requests.ts';
import { secondOf } from '../plan/by-hand/hand-state.ts';
import { instantAt } from './due.ts';
import styles from './requests.module.css';

/** Asks only what the step must say. Sent twice it counts once. */
export function StepForm(props: {
  request: WaterRequest;
  event: RequestEvent;
  view: DeskDayView;
  onClose: () => void;
}) {
  const { request, event, view, onClose } = props;
  const t = requestMessages.use();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const [step] = useState(() => newId());
  const [days, setDays] = useState(0);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [litres, setLitres] = useState(event === 'done' ? request.litres : null);
  const [words, setWords] = useState('');
  const asksTimes = event === 'promised';
  const asksLitres = event === 'done' && request.kind === 'door';
  const asksWords = event === 'done' || event === 'answered' || event === 'refused';
  const [begin, end] = [secondOf(from), secondOf(to)];
  const now = { instant: view.of.now, seconds: format.findMoment(view.of.now)?.seconds ?? 0 };
  const save = useMutation({
    mutationFn: () =>
      call(takeRequestStep, {
        params: { request: request.id, step },
        body: {
          event,
          ...(asksTimes && begin !== undefined && end !== undefined
            ? {
                from: instantAt(now, { days, second: begin }),
                to: instantAt(now, { days, second: end }),
              }
            : {}),
          ...(asksLitres && litres !== null ? { litres } : {}),
          ...(asksWords && words.trim() !== '' ? { words } : {}),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['water', 'requests'] });
      onClose();
    },
  });
  const needed = asksTimes && (begin === undefined || end === undefined);
  const reason = needed
    ? t('step.needTimes')
    : asksLitres && litres === null
      ? t('step.needLitres')
      : (event === 'answered' || event === 'refused') && words.trim() === ''
        ? t('step.needWords')
        : undefined;
  const time = (name: 'from' | 'to', value: string, set: (value: string) => void) => (
    <Form.Item required label={t(`step.${name}`)} htmlFor={`${id}-${name}`}>
      <Input
        id={`${id}-${name}`}
        className={styles.time ?? ''}
        inputMode="numeric"
        maxLength={5}
        placeholder={name === 'from' ? '15:00' : '16:00'}
        status={value !== '' && secondOf(value) === undefined ? 'error' : ''}
        value={value}
        onChange={({ target }) => set(target.value)}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" className={styles.step}>
      <div className={styles.fields}>
        {asksTimes && (
          <>
            <Form.Item required label={t('step.day')}>
              <Segmented<number>
                aria-label={t('step.day')}
                value={days}
                options={[
                  { value: 0, label: t('step.today') },
                  { value: 1, label: t('step.tomorrow') },
                ]}
                onChange={setDays}
              />
            </Form.Item>
            {time('from', from, setFrom)}
            {time('to', to, setTo)}
          </>
        )}
        {asksLitres && (
          <Form.Item required label={t('step.litres')} htmlFor={`${id}-litres`}>
            <InputNumber
              id={`${id}-litres`}
              min={0}
              max={mostLitres}
              precision={0}
              value={litres}
              onChange={setLitres}
            />
          </Form.Item>
        )}
        {asksWords && (
          <Form.Item
            className={styles.grow ?? ''}
            required={event !== 'done'}
            label={t(
              event === 'done' ? 'step.who' : event === 'answered' ? 'step.words' : 'step.why',
            )}
            htmlFor={`${id}-words`}
            extra={t('step.shown')}
          >
            <Input
              id={`${id}-words`}
              maxLength={200}
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          </Form.Item>
        )}
      </div>
      {save.error && <ErrorState inline error={save.error} />}
      <div className={styles.actions}>
        <ActionButton
          type="primary"
          loading={save.isPending}
          disabledReason={reason}
          onClick={() => save.mutate()}
        >
          {`${t(`step.${event}`)} · ${t('step.save')}`}
        </ActionButton>
        <Button onClick={onClose}>{t('step.cancel')}</Button>
      </div>
    </Form>
  );
}
