import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Input } from 'antd';
import { useId, useState } from 'react';
import type { HealthCase } from '../../checks/health-case.ts';
import { checksMessages } from '../messages/checks.ts';
import styles from './checks.module.css';

/** To whom a case was reported, and when. */
export function ReportForm(props: {
  reported: HealthCase['reported'];
  now: string;
  busy: boolean;
  disabledReason: string | undefined;
  onSave(to: string, at: string): void;
}) {
  const { reported, now } = props;
  const t = checksMessages.use();
  const format = useFormat();
  const id = useId();
  const [open, setOpen] = useState(reported === null);
  const [to, setTo] = useState(reported?.to ?? '');
  const [at, setAt] = useState<string>();
  const shown = at ?? fieldOf(reported?.at ?? now, format);
  if (!open) return <ActionButton onClick={() => setOpen(true)}>{t('step.again')}</ActionButton>;
  return (
    <form
      className={styles.report}
      onSubmit={(event) => {
        event.preventDefault();
        if (!props.disabledReason && !props.busy && to.trim() !== '')
          props.onSave(to.trim(), instantOf(shown, format));
      }}
    >
      <div className={styles.field}>
        <label htmlFor={`${id}-to`}>{t('step.to')}</label>
        <Input
          id={`${id}-to`}
          maxLength={60}
          placeholder={t('step.toHint')}
          value={to}
          onChange={({ target }) => setTo(target.value)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-at`}>{t('step.at')}</label>
        <Input
          id={`${id}-at`}
          type="datetime-local"
          required
          max={fieldOf(now, format)}
          value={shown}
          onChange={({ target }) => setAt(target.value)}
        />
      </div>
      <ActionButton
        htmlType="submit"
        loading={props.busy}
        disabledReason={props.disabledReason ?? (to.trim() === '' ? t('step.needTo') : undefined)}
      >
        {t('step.save')}
      </ActionButton>
    </form>
  );
}
