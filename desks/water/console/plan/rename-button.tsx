import { call } from '@liangbuwu/office/http/console/call.ts';
import { type PlanHead, renamePlan } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { EditIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { versionMessages } from '../messages/versions.ts';
import { usePermitted } from '../permitted.ts';

/** Gives a version a name that colleagues will know it by. */
export function RenameButton({ plan }: { plan: PlanHead }) {
  const t = versionMessages.use();
  const format = useFormat();
  const queries = useQueryClient();
  const [name, setName] = useState<string>();
  const rename = useMutation({
    mutationFn: (to: string) => call(renamePlan, { params: { plan: plan.id }, body: { name: to } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['plans', 'water'] });
      setName(undefined);
    },
  });
  const title = t('rename.title', { version: format.number(plan.version) });
  const wanted = name?.trim() ?? '';
  const send = () => {
    if (wanted !== '') rename.mutate(wanted);
  };
  return (
    <>
      <ActionButton
        type="text"
        size="small"
        icon={<EditIcon />}
        aria-label={title}
        disabledReason={usePermitted(renamePlan.permission)}
        onClick={() => setName(plan.name)}
      />
      <Modal
        open={name !== undefined}
        title={title}
        okText={t('rename.save')}
        cancelText={t('rename.cancel')}
        confirmLoading={rename.isPending}
        okButtonProps={{ disabled: wanted === '' }}
        onOk={send}
        onCancel={() => setName(undefined)}
        destroyOnHidden
      >
        <Form layout="vertical" component="div">
          <Form.Item label={t('again.name')} htmlFor={`rename-${plan.id}`}>
            <Input
              id={`rename-${plan.id}`}
              value={name ?? ''}
              maxLength={60}
              placeholder={t('again.namePlaceholder')}
              onChange={(event) => setName(event.target.value)}
              onPressEnter={send}
            />
          </Form.Item>
          {rename.error && <ErrorState inline error={rename.error} />}
        </Form>
      </Modal>
    </>
  );
}
