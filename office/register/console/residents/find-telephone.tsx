import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../../http/console/call.ts';
import { findResidents } from '../../residents/people.contract.ts';
import { residentMessages } from './messages.ts';
import styles from './residents.module.css';

/** Whose telephone it is: a button, and what it asks. */
export function FindTelephone(props: {
  denied: string | undefined;
  onOpen: (household: string) => void;
}) {
  const t = residentMessages.use();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <ActionButton shape="round" disabledReason={props.denied} onClick={() => setAsking(true)}>
        {t('find.open')}
      </ActionButton>
      {asking && (
        <Asking
          onClose={() => setAsking(false)}
          onOpen={(household) => {
            setAsking(false);
            props.onOpen(household);
          }}
        />
      )}
    </>
  );
}

function Asking(props: { onClose: () => void; onOpen: (household: string) => void }) {
  const t = residentMessages.use();
  const id = useId();
  const [phone, setPhone] = useState('');
  const find = useMutation({
    mutationFn: () => call(findResidents, { body: { phone } }),
    gcTime: 0,
  });
  return (
    <Modal open title={t('find.title')} footer={null} onCancel={props.onClose}>
      <form
        className={styles.people}
        autoComplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          if (phone.trim() !== '') find.mutate();
        }}
      >
        <p className={styles.note}>{t('find.note')}</p>
        <div className={styles.line}>
          <label htmlFor={id}>{t('find.phone')}</label>
          <Input
            id={id}
            className={styles.grow ?? ''}
            type="tel"
            maxLength={20}
            value={phone}
            onChange={(event) => setPhone(event.target.value)}
          />
          <Button type="primary" htmlType="submit" loading={find.isPending}>
            {t('find.do')}
          </Button>
        </div>
        {find.error && <ErrorState inline error={find.error} />}
        {find.data?.residents.length === 0 && <output>{t('find.none')}</output>}
        {find.data && find.data.residents.length > 0 && (
          <ul className={styles.list}>
            {find.data.residents.map(({ id: one, label, shown, household }) => (
              <li key={one}>
                <div className={styles.line}>
                  <span className={styles.grow}>
                    {label} <small>{shown}</small>
                  </span>
                  <Button size="small" onClick={() => props.onOpen(household)}>
                    {t('find.show')}
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Modal>
  );
}
