import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { copyText } from '@liangbuwu/ui/action/copy-text.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { Input, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { giveHomeLink } from '../../home/home.contract.ts';
import type { Returnee } from '../../returnees/returnee.ts';
import { returneeMessages } from '../messages/returnees.ts';
import styles from '../passes/passes.module.css';

/** A link by which the household sees its days and says how they were, or a code to read out. */
export function HomeLinkForm({ returnee }: { returnee: Returnee }) {
  const t = returneeMessages.use();
  const [phone, setPhone] = useState('');
  const shown = useRef<InputRef>(null);
  const [copied, setCopied] = useState(false);
  const give = useMutation({
    mutationFn: (renew: boolean) =>
      call(giveHomeLink, {
        params: { returnee: returnee.id },
        body: { phone: phone.trim() || null, renew },
      }),
    onSuccess: () => setCopied(false),
  });
  const { host, origin } = window.location;
  const secret = give.data?.secret;
  const link = `${origin}/p/gate/home/${secret}`;
  return (
    <div className={styles.decision}>
      <strong>{t('household.link')}</strong>
      <p className={styles.quiet}>{t('household.note', { address: `${host}/p/gate` })}</p>
      {secret === undefined ? (
        <div className={styles.actions}>
          <Input
            className={styles.phone ?? ''}
            aria-label={t('household.phone')}
            placeholder={t('household.phone')}
            autoComplete="off"
            maxLength={20}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
          <ActionButton loading={give.isPending} onClick={() => give.mutate(false)}>
            {t('household.give')}
          </ActionButton>
        </div>
      ) : (
        <>
          <Input
            ref={shown}
            readOnly
            className={styles.link ?? ''}
            aria-label={t('household.link')}
            value={link}
          />
          <p>
            {t('household.code')} <strong>{secret.match(/.{4}/g)?.join('-')}</strong>
          </p>
          <div className={styles.actions}>
            <ActionButton
              onClick={() => void copyText(link, shown.current?.input ?? null).then(setCopied)}
            >
              {t(copied ? 'household.copied' : 'household.copy')}
            </ActionButton>
            <ActionButton loading={give.isPending} onClick={() => give.mutate(true)}>
              {t('household.renew')}
            </ActionButton>
          </div>
        </>
      )}
      {give.error && <ErrorState inline error={give.error} />}
    </div>
  );
}
