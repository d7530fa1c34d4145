import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { measureTank } from '../../fortnight.contract.ts';
import { todayMessages } from '../messages/today.ts';
import styles from './measure-dialog.module.css';

/** Asks what the gauge of a village tank reads now. Sent twice it counts once: the id is chosen when the dialog opens. */
export function MeasureDialog(props: {
  point: { id: string; name: string };
  response: string;
  onClose: () => void;
}) {
  const { point, response, onClose } = props;
  const t = todayMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [reading] = useState(() => newId());
  const [litres, setLitres] = useState<number | null>(null);
  const save = useMutation({
    mutationFn: (amount: number) =>
      call(measureTank, {
        params: { point: point.id, reading },
        body: { response, litres: amount },
      }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['water', 'gap'] });
      void message.success(
        t('point.measureDone', { name: point.name, litres: format.litres(saved.litres) }),
      );
      onClose();
    },
  });
  const send = () => {
    if (litres !== null) save.mutate(litres);
  };
  return (
    <Modal
      open
      title={t('point.measureOf', { name: point.name })}
      onCancel={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t('point.measureCancel')}</Button>
          <ActionButton
            type="primary"
            loading={save.isPending}
            disabledReason={litres === null ? t('point.measureNeeded') : undefined}
            onClick={send}
          >
            {t('point.measureSave')}
          </ActionButton>
        </div>
      }
    >
      <Form layout="vertical" component="div">
        <Form.Item
          required
          label={t('point.measureNow')}
          htmlFor="measured-litres"
          extra={t('point.measureNote')}
        >
          <InputNumber
            id="measured-litres"
            className={styles.litres ?? ''}
            value={litres}
            min={0}
            max={10_000_000}
            precision={0}
            onChange={setLitres}
            onPressEnter={send}
          />
        </Form.Item>
        {save.error && <ErrorState inline error={save.error} />}
      </Form>
    </Modal>
  );
}
