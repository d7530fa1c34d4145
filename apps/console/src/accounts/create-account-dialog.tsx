import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Account, createAccount } from '@liangbuwu/office/identity/administration.contract.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { FirstInput } from '../first-input.tsx';
import styles from './accounts.module.css';
import { AreaPicker } from './area-picker.tsx';
import { accountsMessages } from './messages.ts';
import { accountKeys } from './queries.ts';
import { RolePicker } from './role-picker.tsx';

type Fields = { name: string; login: string; area: string; role: string; roleArea?: string };

const { login: Login } = createAccount.body.shape;

/** An account with its home and its first role; its password comes by a link afterwards. */
export function CreateAccountDialog(props: {
  onCreated: (account: Account) => void;
  onClose: () => void;
}) {
  const t = accountsMessages.use();
  const queries = useQueryClient();
  const [dirty, setDirty] = useState(false);
  const create = useMutation({
    mutationFn: ({ name, login, area, role, roleArea }: Fields) =>
      call(createAccount, {
        body: { name, login, area, roles: [{ role, area: roleArea ?? area }] },
      }),
    onSuccess: (account) => {
      void queries.invalidateQueries({ queryKey: accountKeys.all });
      props.onCreated(account);
    },
  });
  useUnsavedGuard(dirty && !create.isSuccess);
  return (
    <Modal
      open
      title={t('create.title')}
      onCancel={props.onClose}
      footer={null}
      mask={{ closable: !dirty }}
    >
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        disabled={create.isPending}
        onValuesChange={() => setDirty(true)}
        onFinish={(fields) => create.mutate(fields)}
      >
        <Form.Item
          label={t('name')}
          name="name"
          extra={t('create.nameHint')}
          rules={[{ required: true, whitespace: true, message: t('create.nameMissing') }]}
        >
          <FirstInput maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item
          label={t('login')}
          name="login"
          extra={t('create.loginHint')}
          rules={[
            {
              validator: (_, login: string | undefined) =>
                Login.safeParse(login ?? '').success
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('create.loginWrong'))),
            },
          ]}
        >
          <Input maxLength={60} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <Form.Item
          label={t('home')}
          name="area"
          rules={[{ required: true, message: t('create.areaMissing') }]}
        >
          <AreaPicker />
        </Form.Item>
        <div className={styles.pair}>
          <Form.Item
            label={t('create.role')}
            name="role"
            rules={[{ required: true, message: t('create.roleMissing') }]}
          >
            <RolePicker />
          </Form.Item>
          <Form.Item label={t('create.roleArea')} name="roleArea" extra={t('create.roleAreaHint')}>
            <AreaPicker allowClear />
          </Form.Item>
        </div>
        {create.error && <ErrorState inline error={create.error} />}
        <div className={styles.dialogFoot}>
          <Button onClick={props.onClose}>{t('create.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t('create.submit')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
