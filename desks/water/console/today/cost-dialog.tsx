import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { type CostFigure, isStock } from '../../cost-figures.ts';
import { putCost } from '../../exit.contract.ts';
import { exitMessages } from '../messages/exit.ts';
import type { DeskDay } from '../query-keys.ts';
import styles from './exit-panel.module.css';

/** Asks for one cost figure with its source. Sent twice it counts once: it says which version it was made from. */
export function CostDialog(props: { figure: CostFigure; of: DeskDay; onClose: () => void }) {
  const { of, onClose } = props;
  // As it was when the dialog opened: what somebody else enters meanwhile is not written over.
  const [held] = useState(props.figure);
  const { figure } = held;
  const t = exitMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [value, setValue] = useState(held.value);
  const [source, setSource] = useState(held.source);
  const [invented, setInvented] = useState(held.invented);
  const stock = isStock(figure);
  const [on, setOn] = useState(held.on ?? (stock ? of.day : null));
  const name = t(`of.${figure}`);
  const save = useMutation({
    mutationFn: (to: Pick<CostFigure, 'value' | 'source' | 'invented' | 'on'>) =>
      call(putCost, {
        params: { area: of.area, figure },
        body: { response: of.response, ...to, version: held.version },
      }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['water', 'exit'] });
      await queries.invalidateQueries({ queryKey: ['water', 'accounts'] });
      void message.success(t(saved.value === null ? 'dialog.cleared' : 'dialog.done', { name }));
      onClose();
    },
  });
  const changed =
    value !== held.value ||
    source.trim() !== held.source ||
    invented !== held.invented ||
    (held.on !== null && on !== held.on);
  useUnsavedGuard(changed && !save.isSuccess);
  const missing =
    value === null
      ? t('dialog.valueNeeded')
      : source.trim() === ''
        ? t('dialog.sourceNeeded')
        : stock && on === null
          ? t('dialog.onNeeded')
          : undefined;
  const send = () => {
    if (missing === undefined) save.mutate({ value, source: source.trim(), invented, on });
  };
  return (
    <Modal
      open
      title={t(held.value === null ? 'figures.enterOf' : 'figures.changeOf', { name })}
      onCancel={onClose}
      footer={
        <div className={styles.footer}>
          {held.value !== null && (
            <Button
              onClick={() => save.mutate({ value: null, source: '', invented: false, on: null })}
            >
              {t('dialog.clear')}
            </Button>
          )}
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <ActionButton
            type="primary"
            loading={save.isPending}
            disabledReason={missing}
            onClick={send}
          >
            {t('dialog.save')}
          </ActionButton>
        </div>
      }
    >
      <Form layout="vertical" component="div">
        <Form.Item
          required
          label={t('dialog.value', { name, unit: t(`unit.${figure}`) })}
          htmlFor="cost-value"
          extra={t(`hint.${figure}`)}
        >
          <InputNumber
            id="cost-value"
            className={styles.number ?? ''}
            value={value}
            min={0}
            max={100_000_000}
            precision={2}
            onChange={setValue}
            onPressEnter={send}
          />
        </Form.Item>
        {stock && (
          <Form.Item required label={t('dialog.on')} htmlFor="cost-on">
            <Input
              id="cost-on"
              type="date"
              className={styles.number ?? ''}
              value={on ?? ''}
              onChange={(event) => setOn(event.target.value || null)}
            />
          </Form.Item>
        )}
        <Form.Item
          required
          label={t('dialog.source')}
          htmlFor="cost-source"
          extra={t('dialog.sourceHint')}
        >
          <Input.TextArea
            id="cost-source"
            value={source}
            maxLength={200}
            autoSize={{ minRows: 2, maxRows: 4 }}
            onChange={(event) => setSource(event.target.value)}
          />
        </Form.Item>
        <Form.Item>
          <Checkbox checked={invented} onChange={(event) => setInvented(event.target.checked)}>
            {t('dialog.invented')}
          </Checkbox>
        </Form.Item>
        {save.error && <ErrorState inline error={save.error} />}
      </Form>
    </Modal>
  );
}
