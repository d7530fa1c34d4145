import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { copyText } from '@liangbuwu/ui/action/copy-text.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Input, type InputRef, Popconfirm } from 'antd';
import { useRef, useState } from 'react';
import type { LedgerLine } from '../../answers/answer.ts';
import { pupilMessages } from '../messages/pupils.ts';
import styles from './pupils.module.css';
import { useLinks } from './use-links.ts';

/** A family's link, shown once. */
export function LinkPart(props: { line: LedgerLine; response: string; class: string }) {
  const { line } = props;
  const t = pupilMessages.use();
  const { give } = useLinks(props.response, props.class);
  const shown = useRef<InputRef>(null);
  const [copied, setCopied] = useState(false);
  const secret = give.data?.links[0]?.secret;
  const link = `${window.location.origin}/p/campus/home/${secret}`;
  const members = [line.id];
  if (secret !== undefined)
    return (
      <>
        <div className={styles.deeds}>
          <Input
            ref={shown}
            readOnly
            className={styles.link ?? ''}
            aria-label={t('list.link')}
            value={link}
          />
          <ActionButton
            onClick={() => void copyText(link, shown.current?.input ?? null).then(setCopied)}
          >
            {t(copied ? 'detail.copied' : 'detail.copy')}
          </ActionButton>
        </div>
        <p>
          {t('detail.code')} <strong>{secret.match(/.{4}/g)?.join('-')}</strong>{' '}
          <span className={styles.quiet}>{t('detail.once')}</span>
        </p>
      </>
    );
  return (
    <div className={styles.deeds}>
      {line.linked ? (
        <Popconfirm
          title={t('detail.renew')}
          description={t('detail.renewWhat')}
          okText={t('detail.renewYes')}
          cancelText={t('detail.cancel')}
          onConfirm={() => give.mutate({ members, renew: true })}
        >
          <ActionButton loading={give.isPending}>{t('detail.renew')}</ActionButton>
        </Popconfirm>
      ) : (
        <ActionButton loading={give.isPending} onClick={() => give.mutate({ members })}>
          {t('detail.link')}
        </ActionButton>
      )}
      {give.error && <ErrorState inline error={give.error} />}
    </div>
  );
}
