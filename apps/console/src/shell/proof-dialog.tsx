import { askForProofBy, call } from '@liangbuwu/office/http/console/call.ts';
import { proveAgain } from '@liangbuwu/office/identity/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { consoleMessages } from '../messages.ts';
import { entranceQuery, meQuery } from '../queries.ts';
import { isSignedOut } from '../query-client.ts';
import styles from './proof-dialog.module.css';

/** Asks for the password in place where a step wants it, whatever else is open and typed. */
export function ProofDialog() {
  const [settle, setSettle] = useState<(proved: boolean) => void>();
  useEffect(() => askForProofBy(() => new Promise((resolve) => setSettle(() => resolve))), []);
  if (!settle) return null;
  return (
    <Asking
      onSettled={(proved) => {
        setSettle(undefined);
        settle(proved);
      }}
    />
  );
}

function Asking({ onSettled }: { onSettled: (proved: boolean) => void }) {
  const t = consoleMessages.use();
  const { data: me } = useSuspenseQuery(meQuery);
  // A role of the demonstration has no password.
  const entrance = useQuery({ ...entranceQuery, enabled: me.demo });
  const isTile = entrance.data?.tiles.some(({ account }) => account === me.account) ?? false;
  const prove = useMutation({
    mutationFn: (body: { password?: string }) => call(proveAgain, { body }),
    onSuccess: () => onSettled(true),
    onError: (error) => {
      if (isSignedOut(error)) onSettled(false);
    },
  });
  const isWrong = findRefusal(prove.error)?.code === 'wrong-password';
  return (
    <Modal
      open
      width={440}
      title={t('proof.title')}
      onCancel={() => onSettled(false)}
      mask={{ closable: false }}
      footer={null}
    >
      <p>{t(isTile ? 'proof.demo' : 'proof.note', { name: me.name })}</p>
      <Form<{ password?: string }>
        layout="vertical"
        requiredMark={false}
        disabled={prove.isPending || (me.demo && entrance.isPending)}
        onValuesChange={() => prove.reset()}
        onFinish={({ password }) => prove.mutate(password === undefined ? {} : { password })}
      >
        {!isTile && <PasswordField login={me.login} error={isWrong ? prove.error : undefined} />}
        {prove.error && !isWrong && <ErrorState inline error={prove.error} />}
        <div className={styles.foot}>
          <Button onClick={() => onSettled(false)}>{t('proof.cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={prove.isPending}>
            {t('proof.go')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}

function PasswordField({ login, error }: { login: string; error: unknown }) {
  const t = consoleMessages.use();
  const say = useSay();
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus({ preventScroll: true }), []);
  const refusal = findRefusal(error);
  return (
    <>
      {/* Tells a browser that keeps passwords whose it is. */}
      <input type="text" autoComplete="username" value={login} readOnly hidden />
      <Form.Item
        label={t('proof.password', { login })}
        name="password"
        rules={[{ required: true, message: t('entrance.passwordMissing') }]}
        {...(refusal && {
          validateStatus: 'error' as const,
          help: `${say(refusal.cause)} ${say(refusal.remedy)}`,
        })}
      >
        <Input.Password ref={input} autoComplete="current-password" maxLength={200} />
      </Form.Item>
    </>
  );
}
