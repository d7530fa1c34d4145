import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { copyText } from '@liangbuwu/ui/action/copy-text.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { CopyIcon } from '@liangbuwu/ui/icons.ts';
import { useId, useRef, useState } from 'react';
import { noticesMessages } from '../messages/notices.ts';
import styles from './copy-box.module.css';
import { widthOf } from './paper-room.ts';

/** A text that goes out, as it will be, and one tap to copy it. */
export function CopyBox(props: {
  kind: 'chat' | 'sms' | 'loud';
  text: string;
  lang: string;
  note?: string | undefined;
  /** Why it may not be passed on. */
  disabledReason: string | undefined;
}) {
  const { kind, text, lang, note, disabledReason } = props;
  const t = noticesMessages.use();
  const id = useId();
  const shown = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<{ text: string; done: boolean }>();
  const label = t(`kind.${kind}`);
  const told = copied?.text === text ? copied.done : undefined;
  return (
    <div className={styles.box}>
      <div className={styles.head}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <ActionButton
          type="primary"
          icon={<CopyIcon />}
          aria-label={t('copyOf', { kind: label })}
          disabledReason={disabledReason}
          onClick={() =>
            void copyText(text, shown.current).then((done) => setCopied({ text, done }))
          }
        >
          {t('copy')}
        </ActionButton>
      </div>
      <textarea
        id={id}
        ref={shown}
        className={styles.text}
        lang={lang}
        readOnly
        rows={Math.min(24, lineCount(text))}
        value={text}
      />
      {note && <p className={styles.note}>{note}</p>}
      <output className={styles.told}>
        {told === true && (
          <StatusTag plain level="ok">
            {t('copied')}
          </StatusTag>
        )}
        {told === false && (
          <StatusTag plain level="warn">
            {t('notCopied')}
          </StatusTag>
        )}
      </output>
    </div>
  );
}

/** Lines that it takes, guessed from how much goes into one. */
const lineCount = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / 21)), 0);
