import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import styles from './accounts.module.css';
import { accountsMessages } from './messages.ts';

/** Asks before something is done, and says it here when it is refused. */
export function ConfirmDialog(props: {
  title: string;
  note: string;
  action: string;
  danger?: boolean;
  run: () => Promise<unknown>;
  onClose: () => void;
}) {
  const t = accountsMessages.use();
  const [state, setState] = useState<{ busy: boolean; error?: unknown }>({ busy: false });
  const run = async () => {
    setState({ busy: true });
    try {
      await props.run();
    } catch (error) {
      setState({ busy: false, error });
      return;
    }
    props.onClose();
  };
  return (
    <Modal
      open
      title={props.title}
      onCancel={props.onClose}
      footer={
        <div className={styles.footer}>
          <Button onClick={props.onClose}>{t('detail.cancel')}</Button>
          <Button
            type="primary"
            danger={props.danger ?? false}
            loading={state.busy}
            onClick={() => void run()}
          >
            {props.action}
          </Button>
        </div>
      }
    >
      <div className={styles.dialog}>
        <p>{props.note}</p>
        {state.error !== undefined && <ErrorState inline error={state.error} />}
      </div>
    </Modal>
  );
}
