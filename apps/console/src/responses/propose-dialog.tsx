import { call } from '@liangbuwu/office/http/console/call.ts';
import { proposeClosing } from '@liangbuwu/office/responses/closing/closing.contract.ts';
import {
  type ClosingReason,
  closingReasons,
  earliestClosing,
} from '@liangbuwu/office/responses/closing/closing-rules.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal, Select } from 'antd';
import { useState } from 'react';
import { keys, responsesQuery } from '../queries.ts';
import { Preview } from './counts.tsx';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';
import { countdowns, type Standing } from './standing.ts';
import { useZoned } from './use-zoned.ts';

type Fields = { reason: ClosingReason; hours: number };

/** Proposes to close: why, and how long everybody has to object. */
export function ProposeDialog({ of, onClose }: { of: Standing; onClose: () => void }) {
  const t = responsesMessages.use();
  const say = useSay();
  const { response } = of;
  const format = useZoned(response.zone);
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [form] = Form.useForm<Fields>();
  const hours = Form.useWatch('hours', form) ?? of.hours;
  const propose = useMutation({
    mutationFn: async ({ reason, hours: wait }: Fields) => {
      // A clock that runs has gone on since the page was read, and runs on until this arrives.
      const { responses } = await queries.fetchQuery({ ...responsesQuery, staleTime: 0 });
      const now = responses.find(({ id: one }) => one === response.id)?.now ?? response.now;
      const slack = response.clock === 'system' ? 1 / 60 : 0;
      return call(proposeClosing, {
        params: { response: response.id, closing: id },
        body: { reason, effective: earliestClosing(now, wait + slack) },
      });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: keys.responses });
      onClose();
    },
  });
  const options = countdowns(of.hours).map((count) => ({
    value: count,
    label:
      count % 24 === 0 && count > 24
        ? t('propose.days', { count: count / 24 })
        : t('propose.hours', { count }),
  }));
  return (
    <Modal
      open
      width={640}
      title={t('propose.title', { name: say(response.name) })}
      onCancel={onClose}
      footer={null}
    >
      <p className={styles.explain}>{t('propose.note')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={propose.isPending}
        initialValues={{ hours: of.hours }}
        onFinish={(fields) => propose.mutate(fields)}
      >
        <div className={styles.pair}>
          <Form.Item
            label={t('propose.reason')}
            name="reason"
            rules={[{ required: true, message: t('propose.reasonMissing') }]}
          >
            <Select
              options={Object.entries(closingReasons).map(([value, words]) => ({
                value,
                label: say(words),
              }))}
            />
          </Form.Item>
          <Form.Item
            label={t('propose.wait')}
            name="hours"
            extra={t('propose.from', {
              time: format.instant(earliestClosing(response.now, hours)),
            })}
          >
            <Select options={options} />
          </Form.Item>
        </div>
        <Preview response={response.id} />
        {propose.error && (
          <div className={styles.refused}>
            <ErrorState inline error={propose.error} />
          </div>
        )}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('deeds.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={propose.isPending}>
            {t('deeds.propose')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
