import { Button, type ButtonProps, Tooltip } from 'antd';
import { useId } from 'react';
import { uiMessages } from '../messages.ts';
import styles from './action-button.module.css';

export type ActionButtonProps = Omit<ButtonProps, 'disabled'> & {
  /** Why the button can't be used now. It stays focusable and says so; empty or undefined means that it works. */
  disabledReason?: string | undefined;
};

export function ActionButton({
  disabledReason,
  onClick,
  className,
  href,
  ...button
}: ActionButtonProps) {
  const t = uiMessages.use();
  const reasonId = useId();
  if (!disabledReason)
    return (
      <Button
        {...button}
        {...(className && { className })}
        {...(href && { href })}
        {...(onClick && { onClick })}
      />
    );
  return (
    <Tooltip title={disabledReason} trigger={['hover', 'focus']}>
      <span className={styles.holder}>
        <Button
          {...button}
          htmlType="button"
          className={[className, styles.unavailable].filter(Boolean).join(' ')}
          aria-disabled
          aria-describedby={reasonId}
        />
        <span id={reasonId} className="visually-hidden">
          {t('reason', { reason: disabledReason })}
        </span>
      </span>
    </Tooltip>
  );
}
