import { type Proof, resolve } from '@liangbuwu/office/commitments/contract.ts';
import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type { BoardPromise } from '../../board/board-sheet.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import { keys } from '../query-keys.ts';
import styles from './board.module.css';
import { saidBy } from './said-by.ts';

/** Asks what counts where both sides differ, and what that rests on. Sent twice it is one decision. */
export function ResolveDialog(props: {
  view: DeskDayView;
  row: BoardPromise;
  onClose: () => void;
}) {
  const { view, row, onClose } = props;
  const t = boardMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [resolution] = useState(() => newId());
  // What was looked at: a word that comes while the dialog is open is not decided on unseen.
  const [promise] = useState(row.promise);
  const [litres, setLitres] = useState<number | null>(null);
  const [reason, setReason] = useState('');
  const { giver, receiver } = saidBy(promise);
  const save = useMutation({
    mutationFn: () =>
      call(resolve, {
        params: { promise: promise.id, resolution },
        body: {
          quantity: litres ?? 0,
          reason: reason.trim(),
          heard: promise.proofs.map(({ id }) => id),
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.board(view) });
      void message.success(t('resolve.done', { litres: format.litres(litres) }));
      onClose();
    },
  });
  const ready = litres !== null && reason.trim() !== '';
  const clock = (at: string | undefined) => format.findMoment(at)?.time ?? '—';
  const side = (name: string, proof: Proof | undefined, take: string) => (
    <div className={styles.side}>
      <span>{name}</span>
      <span className={styles.figure}>{format.litres(proof?.quantity)}</span>
      <span className={styles.muted}>{clock(proof?.at)}</span>
      <Button onClick={() => setLitres(proof?.quantity ?? null)}>{take}</Button>
    </div>
  );
  return (
    <Modal
      open
      title={t('resolve.title', { point: row.name, time: clock(promise.dueFrom) })}
      onCancel={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t('resolve.cancel')}</Button>
          <ActionButton
            type="primary"
            loading={save.isPending}
            disabledReason={ready ? undefined : t('resolve.needed')}
            onClick={() => save.mutate()}
          >
            {t('resolve.save')}
          </ActionButton>
        </div>
      }
    >
      <Form layout="vertical" component="div" className={styles.form}>
        <p>{t('resolve.lead', { promised: format.litres(promise.quantity) })}</p>
        <div className={styles.sides}>
          {side(t('resolve.giver'), giver, t('resolve.takeGiver'))}
          {side(t('resolve.receiver'), receiver, t('resolve.takeReceiver'))}
        </div>
        <Form.Item required label={t('resolve.litres')} htmlFor="resolve-litres">
          <InputNumber
            id="resolve-litres"
            className={styles.wide ?? ''}
            value={litres}
            min={0}
            max={1_000_000}
            precision={0}
            onChange={setLitres}
          />
        </Form.Item>
        <Form.Item required label={t('resolve.why')} htmlFor="resolve-why">
          <Input.TextArea
            id="resolve-why"
            value={reason}
            maxLength={200}
            placeholder={t('resolve.whyPlaceholder')}
            autoSize={{ minRows: 2, maxRows: 4 }}
            onChange={(event) => setReason(event.target.value)}
          />
        </Form.Item>
        {save.error && <ErrorState inline error={save.error} />}
      </Form>
    </Modal>
  );
}
