import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Button, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { planMessages } from '../messages/plan.ts';
import styles from './out-of-use-dialog.module.css';
import type { Resource } from './resource.ts';
import { useTurn } from './use-turn.ts';

/** Asks why, says what the plan in force still counts on, and takes it out of use as of now. */
export function OutOfUseDialog(props: {
  resource: Resource;
  response: string;
  counts: { stops: number; litres: number };
  onClose: () => void;
}) {
  const { resource, counts, onClose } = props;
  const t = planMessages.use();
  const format = useFormat();
  const presets = usePresets(resource.kind);
  const [preset, setPreset] = useState<string>();
  const [more, setMore] = useState('');
  const turn = useTurn(resource, props.response);
  const text = more.trim();
  const reason =
    preset && text ? t('resources.both', { reason: preset, more: text }) : (preset ?? text);
  useUnsavedGuard(reason !== '' && !turn.isSuccess);
  return (
    <Modal
      open
      title={t('resources.closing', { name: resource.one.name })}
      onCancel={onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t('resources.cancel')}</Button>
          <ActionButton
            type="primary"
            danger
            loading={turn.isPending}
            disabledReason={reason === '' ? t('resources.reasonNeeded') : undefined}
            onClick={() => turn.mutate({ out: true, reason }, { onSuccess: onClose })}
          >
            {t('resources.confirm')}
          </ActionButton>
        </div>
      }
    >
      <Form layout="vertical" component="div" className={styles.form}>
        <p>
          {counts.stops > 0
            ? t('resources.consequence', {
                stops: format.number(counts.stops),
                litres: format.litres(counts.litres),
              })
            : t('resources.noConsequence')}
        </p>
        <Form.Item required label={t('resources.why')} className={styles.item ?? ''}>
          <Radio.Group
            aria-label={t('resources.why')}
            className={styles.presets ?? ''}
            value={preset}
            onChange={(event) => setPreset(event.target.value as string)}
            options={presets}
          />
        </Form.Item>
        <Form.Item
          label={t('resources.more')}
          htmlFor="out-of-use-more"
          className={styles.item ?? ''}
        >
          <Input.TextArea
            id="out-of-use-more"
            value={more}
            onChange={(event) => setMore(event.target.value)}
            placeholder={t('resources.morePlaceholder')}
            // The preset and the colon go into the 200 that the reason may have.
            maxLength={150}
            autoSize={{ minRows: 2, maxRows: 4 }}
          />
        </Form.Item>
        {turn.error && <ErrorState inline error={turn.error} />}
      </Form>
    </Modal>
  );
}

function usePresets(kind: Resource['kind']): string[] {
  const t = planMessages.use();
  if (kind === 'source') {
    return (['traffic', 'quality', 'power', 'owner', 'dry'] as const).map((reason) =>
      t(`resources.reasons.source.${reason}`),
    );
  }
  return (['breakdown', 'driver', 'lent', 'hygiene', 'road'] as const).map((reason) =>
    t(`resources.reasons.tanker.${reason}`),
  );
}
