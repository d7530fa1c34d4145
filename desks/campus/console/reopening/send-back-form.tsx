import { call } from '@liangbuwu/office/http/console/call.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { PartName } from '../../reopening/parts.ts';
import { planParts } from '../../reopening/plan-parts.ts';
import { returnReopening } from '../../reopening/reopening.contract.ts';
import {
  type Objection,
  ObjectionReason,
  objectionReasonWords,
  type Plan,
} from '../../reopening/reopening.ts';
import { reopeningMessages } from '../messages/reopening.ts';
import styles from './reopening.module.css';
import { useStep } from './use-step.ts';

const first = (): Objection & { id: string } => ({
  id: newId(),
  part: 'epidemicPlan',
  reason: 'missing',
  words: '',
});

/** Sends a plan back: each objection about one part, and answered by the school before it may submit again. */
export function SendBackForm({ plan: of, onClose }: { plan: Plan; onClose(): void }) {
  const [plan] = useState(of);
  const t = reopeningMessages.use();
  const say = useSay();
  const [objections, setObjections] = useState(() => [first()]);
  const [tried, setTried] = useState(false);
  const step = useStep(plan, t('events.sent-back'), onClose);
  const isWhole = objections.every(({ words }) => words.trim().length > 1);
  useUnsavedGuard(objections.some(({ words }) => words !== '') && !step.isSuccess);
  const change = (id: string, patch: Partial<Objection>) =>
    setObjections(objections.map((one) => (one.id === id ? { ...one, ...patch } : one)));
  return (
    <Panel title={t('sendBack.title')}>
      <Form layout="vertical" component="div" requiredMark={false} className={styles.stack ?? ''}>
        {objections.map(({ id, part, reason, words }) => (
          <div key={id} className={styles.part}>
            <div className={styles.fields}>
              <Form.Item label={t('sendBack.part')} htmlFor={`${id}-part`}>
                <Select
                  id={`${id}-part`}
                  value={part}
                  options={PartName.options.map((value) => ({
                    value,
                    label: say(planParts[value].words),
                  }))}
                  onChange={(value: PartName) => change(id, { part: value })}
                />
              </Form.Item>
              <Form.Item label={t('sendBack.reason')} htmlFor={`${id}-reason`}>
                <Select
                  id={`${id}-reason`}
                  value={reason}
                  options={ObjectionReason.options.map((value) => ({
                    value,
                    label: say(objectionReasonWords[value]),
                  }))}
                  onChange={(value: ObjectionReason) => change(id, { reason: value })}
                />
              </Form.Item>
            </div>
            <Form.Item
              label={t('sendBack.words')}
              htmlFor={`${id}-words`}
              {...(tried &&
                words.trim().length < 2 && {
                  validateStatus: 'error' as const,
                  help: t('sendBack.missing'),
                })}
            >
              <Input.TextArea
                id={`${id}-words`}
                maxLength={300}
                autoSize={{ minRows: 2, maxRows: 6 }}
                value={words}
                onChange={({ target }) => change(id, { words: target.value })}
              />
            </Form.Item>
            {objections.length > 1 && (
              <div>
                <Button onClick={() => setObjections(objections.filter((one) => one.id !== id))}>
                  {t('sendBack.drop')}
                </Button>
              </div>
            )}
          </div>
        ))}
        {step.error && <ErrorState inline error={step.error} />}
        <div className={styles.foot}>
          <Button
            type="primary"
            loading={step.isPending}
            onClick={() => {
              setTried(true);
              const body = objections.map(({ id: _, ...one }) => ({
                ...one,
                words: one.words.trim(),
              }));
              if (isWhole)
                step.mutate(({ params, seen }) =>
                  call(returnReopening, { params, body: { seen, objections: body } }),
                );
            }}
          >
            {t('deeds.sendBack')}
          </Button>
          <Button onClick={() => setObjections([...objections, first()])}>
            {t('sendBack.add')}
          </Button>
          <Button onClick={onClose}>{t('deeds.cancel')}</Button>
        </div>
      </Form>
    </Panel>
  );
}
