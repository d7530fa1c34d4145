import { Button, Form, Input } from 'antd';
import { consoleMessages } from '../messages.ts';

export type Credentials = { login: string; password: string };

export function PasswordForm(props: { busy: boolean; onSubmit: (as: Credentials) => void }) {
  const t = consoleMessages.use();
  return (
    <Form<Credentials>
      layout="vertical"
      requiredMark={false}
      onFinish={props.onSubmit}
      disabled={props.busy}
    >
      <Form.Item
        label={t('entrance.login')}
        name="login"
        rules={[{ required: true, whitespace: true, message: t('entrance.loginMissing') }]}
      >
        <Input
          size="large"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={100}
        />
      </Form.Item>
      <Form.Item
        label={t('entrance.password')}
        name="password"
        rules={[{ required: true, message: t('entrance.passwordMissing') }]}
      >
        <Input.Password size="large" autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" size="large" block htmlType="submit" loading={props.busy}>
        {t('entrance.submit')}
      </Button>
    </Form>
  );
}
