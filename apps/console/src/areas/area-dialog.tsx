import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Area, Level, putArea } from '@liangbuwu/office/register/areas/contract.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { FirstInput } from '../first-input.tsx';
import { usualLevelBelow } from './area-tree.ts';
import styles from './areas.module.css';
import { areasMessages } from './messages.ts';
import { areaKeys } from './queries.ts';

/** What is to be done to the tree. */
export type AreaDeed =
  | { kind: 'add'; parent: Area; siblings: readonly Area[] }
  | { kind: 'rename'; area: Area; parent: string };

type Fields = { name: string; level: Level; code?: string };

const { code: Code } = putArea.body.shape;

/** Adds an area below another, or gives one another name. */
export function AreaDialog(props: {
  deed: AreaDeed;
  onSaved: (area: Area) => void;
  onClose: () => void;
}) {
  const { deed, onClose } = props;
  const t = areasMessages.use();
  const queries = useQueryClient();
  const { message } = App.useApp();
  // One id for the dialog: sent again after a broken connection, it stays one area.
  const [fresh] = useState(newId);
  const [dirty, setDirty] = useState(false);
  const save = useMutation({
    mutationFn: (fields: Fields) =>
      deed.kind === 'add'
        ? call(putArea, {
            params: { area: fresh },
            body: { ...fields, parent: deed.parent.id, code: fields.code?.trim() || null },
          })
        : call(putArea, {
            params: { area: deed.area.id },
            body: {
              parent: deed.parent,
              name: fields.name,
              level: deed.area.level,
              code: deed.area.code,
            },
          }),
    onSuccess: async (area) => {
      void message.success(t('saved', { name: area.name }));
      await queries.invalidateQueries({ queryKey: areaKeys.all });
      props.onSaved(area);
    },
  });
  useUnsavedGuard(dirty && !save.isSuccess);
  const title =
    deed.kind === 'add'
      ? t('addTitle', { name: deed.parent.name })
      : t('renameTitle', { name: deed.area.name });
  return (
    <Modal open title={title} onCancel={onClose} footer={null} mask={{ closable: !dirty }}>
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        disabled={save.isPending}
        initialValues={
          deed.kind === 'add'
            ? { name: '', level: usualLevelBelow(deed.parent, deed.siblings) }
            : { name: deed.area.name, level: deed.area.level }
        }
        onValuesChange={() => setDirty(true)}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Form.Item
          label={t('name')}
          name="name"
          extra={deed.kind === 'rename' && t('renameNote')}
          rules={[{ required: true, whitespace: true, message: t('nameMissing') }]}
        >
          <FirstInput maxLength={100} autoComplete="off" />
        </Form.Item>
        {deed.kind === 'add' && (
          <div className={styles.pair}>
            <Form.Item label={t('level')} name="level">
              <Select
                options={Level.options.map((level) => ({
                  value: level,
                  label: t(`levels.${level}`),
                }))}
              />
            </Form.Item>
            <Form.Item
              label={t('code')}
              name="code"
              extra={t('codeHint')}
              rules={[
                {
                  validator: (_, code: string | undefined) =>
                    Code.safeParse(code?.trim() || null).success
                      ? Promise.resolve()
                      : Promise.reject(new Error(t('codeWrong'))),
                },
              ]}
            >
              <Input autoComplete="off" maxLength={40} spellCheck={false} />
            </Form.Item>
          </div>
        )}
        {save.error && <ErrorState inline error={save.error} />}
        <div className={styles.dialogFoot}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t(deed.kind === 'add' ? 'addSubmit' : 'renameSubmit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
