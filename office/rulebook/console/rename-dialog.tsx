import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../http/console/call.ts';
import { putRuleSet } from '../contract.ts';
import type { RuleSet } from '../rulebook.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

/** Other words for a rule-set; its id, area, purpose and kind stay. */
export function RenameDialog({ set, onClose }: { set: RuleSet; onClose: () => void }) {
  const t = rulebookMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [name, setName] = useState(set.name);
  const isChanged = name['zh-CN'] !== set.name['zh-CN'] || name.en !== set.name.en;
  const rename = useMutation({
    mutationFn: () =>
      call(putRuleSet, {
        params: { set: set.id },
        body: {
          area: set.area.id,
          purpose: set.purpose,
          kind: set.kind,
          name: { 'zh-CN': name['zh-CN'], en: name.en.trim() || name['zh-CN'] },
        },
      }),
    onSuccess: async () => {
      void message.success(t('set.renamed'));
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
      onClose();
    },
  });
  useUnsavedGuard(isChanged && !rename.isSuccess);
  return (
    <Modal
      open
      title={t('set.renameTitle')}
      onCancel={onClose}
      mask={{ closable: !isChanged }}
      footer={
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            loading={rename.isPending}
            disabled={!isChanged || name['zh-CN'].trim() === ''}
            onClick={() => rename.mutate()}
          >
            {t('save')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <Form.Item label={t('newSetDialog.nameZh')} htmlFor={`${id}-zh`}>
          <Input
            id={`${id}-zh`}
            value={name['zh-CN']}
            maxLength={100}
            onChange={({ target }) => setName({ ...name, 'zh-CN': target.value })}
          />
        </Form.Item>
        <Form.Item
          label={t('newSetDialog.nameEn')}
          htmlFor={`${id}-en`}
          extra={t('set.renameNote')}
        >
          <Input
            id={`${id}-en`}
            value={name.en}
            maxLength={100}
            onChange={({ target }) => setName({ ...name, en: target.value })}
          />
        </Form.Item>
        {rename.error && <ErrorState inline error={rename.error} />}
      </Form>
    </Modal>
  );
}
