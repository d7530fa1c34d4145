import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  readLink,
  usePasswordLink as setPasswordByLink,
} from '@liangbuwu/office/identity/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { PictureSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { consoleMessages } from '../messages.ts';
import styles from './entrance.module.css';
import { EntranceFrame } from './entrance-frame.tsx';

const wellFormed = /^[\w-]{43}$/;

/** Where a one-time link leads. Its secret comes behind the #, so that it stays out of every log. */
export function LinkPage({ token, onDone }: { token: string; onDone: () => void }) {
  const t = consoleMessages.use();
  return (
    <EntranceFrame title={t('entrance.link.title')}>
      <h1 className={styles.title}>{t('entrance.link.title')}</h1>
      {wellFormed.test(token) ? (
        <LinkForm token={token} onDone={onDone} />
      ) : (
        <EmptyState
          title={t('entrance.link.incomplete')}
          action={<Button onClick={onDone}>{t('entrance.link.toLogin')}</Button>}
        >
          {t('entrance.link.incompleteNote')}
        </EmptyState>
      )}
    </EntranceFrame>
  );
}

function LinkForm({ token, onDone }: { token: string; onDone: () => void }) {
  const t = consoleMessages.use();
  const format = useFormat();
  const link = useQuery({
    queryKey: ['identity', 'link', token],
    queryFn: ({ signal }) => call(readLink, { body: { token } }, { signal }),
    gcTime: 0,
  });
  const save = useMutation({
    mutationFn: (password: string) => call(setPasswordByLink, { body: { token, password } }),
    onSuccess: onDone,
  });
  return (
    <Loaded query={link} waiting={<PictureSkeleton height={160} />}>
      {({ name, login, purpose, expires }) => (
        <>
          <div>
            <p>
              {purpose === 'reset'
                ? t('entrance.link.reset', { name })
                : t('entrance.link.first', { name })}
            </p>
            <p className={styles.note}>
              {t('entrance.link.login', { login, time: format.instant(expires) })}
            </p>
          </div>
          {save.error && <ErrorState inline error={save.error} />}
          <Form<{ password: string }>
            layout="vertical"
            requiredMark={false}
            disabled={save.isPending}
            onFinish={({ password }) => save.mutate(password)}
          >
            <input
              type="text"
              name="username"
              autoComplete="username"
              value={login}
              readOnly
              hidden
            />
            <Form.Item
              label={t('entrance.link.password')}
              name="password"
              extra={t('entrance.link.hint')}
              rules={[
                {
                  validator: (_, value: string | undefined) =>
                    Array.from(value ?? '').length >= 12
                      ? Promise.resolve()
                      : Promise.reject(new Error(t('entrance.link.tooShort'))),
                },
              ]}
            >
              <Input.Password size="large" autoComplete="new-password" maxLength={200} />
            </Form.Item>
            <Button type="primary" size="large" block htmlType="submit" loading={save.isPending}>
              {t('entrance.link.submit')}
            </Button>
          </Form>
        </>
      )}
    </Loaded>
  );
}
