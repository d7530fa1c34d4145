import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { rotateKey } from '../../gates/gates.contract.ts';
import type { KeySetUp } from '../../gates/set-up.contract.ts';
import { gatesMessages } from '../messages/gates.ts';
import styles from './gates.module.css';

/** Says how many passes it concerns before a key is changed, and wants the response's name typed. */
export function RotateDialog(props: { of: Response; held: KeySetUp; onClose(): void }) {
  const { of, held, onClose } = props;
  const t = gatesMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const later = held.until !== null;
  const [why, setWhy] = useState<'routine' | 'stolen'>(later ? 'stolen' : 'routine');
  const [typed, setTyped] = useState('');
  const name = of.name['zh-CN'];
  const count = format.number(held.inForce);
  const rotate = useMutation({
    mutationFn: () =>
      call(rotateKey, {
        body: { response: of.id, key: held.id, why, confirm: typed.trim() },
      }),
    onSuccess: async () => {
      void message.success(t(later ? 'rotate.doneLater' : 'rotate.done'));
      await queries.invalidateQueries({ queryKey: ['gate'] });
      onClose();
    },
  });
  const stolen = why === 'stolen';
  return (
    <Modal
      open
      width={560}
      title={t(later ? 'rotate.laterTitle' : 'rotate.title')}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <ActionButton
            type="primary"
            danger={stolen}
            loading={rotate.isPending}
            disabledReason={typed.trim() === name ? undefined : t('rotate.notTyped')}
            onClick={() => rotate.mutate()}
          >
            {later
              ? t('rotate.actionLater', { count })
              : stolen
                ? t('rotate.actionStolen', { count })
                : t('rotate.action')}
          </ActionButton>
        </div>
      }
    >
      <div className={styles.form}>
        {!later && (
          <Radio.Group
            aria-label={t('rotate.why')}
            className={styles.choices ?? ''}
            value={why}
            options={[
              { value: 'routine', label: t('rotate.routine') },
              { value: 'stolen', label: t('rotate.stolen') },
            ]}
            onChange={({ target }) => setWhy(target.value === 'stolen' ? 'stolen' : 'routine')}
          />
        )}
        <Alert
          showIcon
          type={stolen ? 'error' : 'info'}
          title={t(stolen ? 'rotate.stolenNote' : 'rotate.routineNote', { count })}
        />
        <div>
          <label htmlFor={id}>{t('rotate.type', { name })}</label>
          <Input
            id={id}
            value={typed}
            maxLength={100}
            autoComplete="off"
            disabled={rotate.isPending}
            onChange={({ target }) => setTyped(target.value)}
          />
        </div>
        {rotate.error && <ErrorState inline error={rotate.error} />}
      </div>
    </Modal>
  );
}
