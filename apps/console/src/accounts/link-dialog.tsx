import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Account, makeLink } from '@liangbuwu/office/identity/administration.contract.ts';
import { copyText } from '@liangbuwu/ui/action/copy-text.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, type InputRef, Modal } from 'antd';
import { useId, useRef, useState } from 'react';
import styles from './accounts.module.css';
import { accountsMessages } from './messages.ts';

/** Makes an account a one-time link for its password and shows it, this once. */
export function LinkDialog(props: {
  account: Account;
  /** The account has just been made. */
  fresh: boolean;
  onClose: () => void;
}) {
  const { account, fresh, onClose } = props;
  const t = accountsMessages.use();
  const make = useMutation({
    mutationFn: () => call(makeLink, { params: { account: account.id } }),
    // A secret is not kept longer than it is shown.
    gcTime: 0,
  });
  const { name } = account;
  return (
    <Modal
      open
      title={t('link.title', { name })}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t(make.data ? 'link.close' : 'link.later')}</Button>
          {!make.data && (
            <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
              {t('link.make')}
            </Button>
          )}
        </div>
      }
    >
      <div className={styles.dialog}>
        {fresh && !make.data && <p className={styles.done}>{t('create.done', { name })}</p>}
        {make.data ? (
          <MadeLink {...make.data} />
        ) : (
          <>
            <p>{t('link.explain')}</p>
            {account.passwordSet !== null && <p>{t('link.resets')}</p>}
          </>
        )}
        {make.error && <ErrorState inline error={make.error} />}
      </div>
    </Modal>
  );
}

function MadeLink({ link, expires }: { link: string; expires: string }) {
  const t = accountsMessages.use();
  const format = useFormat();
  const id = useId();
  const shown = useRef<InputRef>(null);
  const [copied, setCopied] = useState<boolean>();
  const address = new URL(link, window.location.origin).href;
  return (
    <>
      <Alert showIcon type="warning" title={t('link.once')} />
      <div>
        <label htmlFor={id}>{t('link.label')}</label>
        <div className={styles.link}>
          <Input
            id={id}
            ref={shown}
            readOnly
            value={address}
            onFocus={(event) => event.target.select()}
          />
          <Button
            type="primary"
            onClick={() => void copyText(address, shown.current?.input ?? null).then(setCopied)}
          >
            {t('link.copy')}
          </Button>
        </div>
        <output className={styles.copied}>
          {copied === true && (
            <StatusTag plain level="ok">
              {t('link.copied')}
            </StatusTag>
          )}
          {copied === false && (
            <StatusTag plain level="warn">
              {t('link.notCopied')}
            </StatusTag>
          )}
        </output>
      </div>
      <p>
        {t('link.until', { time: format.instant(expires) })} {t('link.privately')}
      </p>
    </>
  );
}
