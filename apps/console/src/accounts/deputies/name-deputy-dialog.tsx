import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  type Leave,
  nameDeputy,
  nameOwnDeputy,
} from '@liangbuwu/office/identity/deputies.contract.ts';
import { type LeaveReason, leaveReasons } from '@liangbuwu/office/identity/deputy-rules.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { ColleaguePicker } from './colleague-picker.tsx';
import styles from './deputies.module.css';
import { deputyMessages } from './messages.ts';

type Fields = { deputy: string; reason: LeaveReason; from: string; to: string };

const zones = ['Asia/Shanghai', 'Asia/Urumqi', 'UTC'] as const satisfies readonly Leave['zone'][];

/** Names who stands in for an account during a leave; without one, for oneself. */
export function NameDeputyDialog(props: {
  account?: { id: string; name: string };
  /** The server's time. */
  now: string;
  onClose: () => void;
}) {
  const { account, onClose } = props;
  const t = deputyMessages.use();
  const say = useSay();
  const format = useFormat();
  const queries = useQueryClient();
  const [dirty, setDirty] = useState(false);
  const today = format.findMoment(props.now)?.day ?? '';
  const name = useMutation({
    mutationFn: (fields: Fields) => {
      const zone = zones.find((known) => known === format.timeZone) ?? 'Asia/Shanghai';
      const body = { ...fields, zone };
      return account
        ? call(nameDeputy, { params: { account: account.id }, body })
        : call(nameOwnDeputy, { body });
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['identity'] });
      onClose();
    },
  });
  useUnsavedGuard(dirty && !name.isSuccess);
  const missing = { required: true, message: t('dayMissing') };
  return (
    <Modal
      open
      title={account ? t('of', { name: account.name }) : t('ofSelf')}
      onCancel={onClose}
      footer={null}
      mask={{ closable: !dirty }}
    >
      <p className={styles.explain}>{t('explain', { name: account?.name ?? t('self') })}</p>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        disabled={name.isPending}
        initialValues={{ from: today }}
        onValuesChange={() => setDirty(true)}
        onFinish={(fields) => name.mutate(fields)}
      >
        <Form.Item
          label={t('who')}
          name="deputy"
          rules={[{ required: true, message: t('whoMissing') }]}
        >
          <ColleaguePicker account={account?.id} />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item
            label={t('from')}
            name="from"
            rules={[
              missing,
              {
                validator: (_, day: string) =>
                  day && day < today ? Promise.reject(new Error(t('fromPast'))) : Promise.resolve(),
              },
            ]}
          >
            <Input type="date" min={today} />
          </Form.Item>
          <Form.Item
            label={t('to')}
            name="to"
            dependencies={['from']}
            rules={[
              missing,
              ({ getFieldValue }) => ({
                validator: (_, day: string) =>
                  day && day < getFieldValue('from')
                    ? Promise.reject(new Error(t('toBefore')))
                    : Promise.resolve(),
              }),
            ]}
          >
            <Input type="date" min={today} />
          </Form.Item>
        </div>
        <Form.Item
          label={t('reason')}
          name="reason"
          extra={t('reasonNote')}
          rules={[{ required: true, message: t('reasonMissing') }]}
        >
          <Select
            options={Object.entries(leaveReasons).map(([value, words]) => ({
              value,
              label: say(words),
            }))}
          />
        </Form.Item>
        {name.error && <ErrorState inline error={name.error} />}
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={name.isPending}>
            {t('save')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
