import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  type Deputyship,
  endDeputyship,
  endOwnDeputyship,
} from '@liangbuwu/office/identity/deputies.contract.ts';
import { leaveReasons } from '@liangbuwu/office/identity/deputy-rules.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useState } from 'react';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import styles from './deputies.module.css';
import { deputyMessages } from './messages.ts';

/** Who stands in for whom, each with the way to end it early. */
export function DeputyshipList(props: { deputyships: readonly Deputyship[]; me: string }) {
  const t = deputyMessages.use();
  if (props.deputyships.length === 0) return <p className={styles.muted}>{t('none')}</p>;
  return (
    <ul className={styles.list}>
      {props.deputyships.map((one) => (
        <OneDeputyship key={one.id} of={one} me={props.me} />
      ))}
    </ul>
  );
}

function OneDeputyship({ of, me }: { of: Deputyship; me: string }) {
  const t = deputyMessages.use();
  const say = useSay();
  const format = useFormat();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { account, deputy, namedBy } = of;
  const words =
    account.id === me
      ? t('forYou', { name: deputy.name })
      : deputy.id === me
        ? t('byYou', { name: account.name })
        : t('between', { deputy: deputy.name, name: account.name });
  const isSide = account.id === me || deputy.id === me;
  return (
    <li className={styles.one}>
      <div>
        <strong>{words}</strong>{' '}
        {of.state === 'now' ? (
          <StatusTag level="ok">{t('state.now')}</StatusTag>
        ) : (
          <Tag className={styles.tag ?? ''}>{t('state.to-come')}</Tag>
        )}
        <p className={styles.muted}>
          {t('span', {
            from: format.date(of.from),
            to: format.date(of.to),
            reason: say(leaveReasons[of.reason]),
          })}
          {namedBy.id !== account.id && <> · {t('namedBy', { name: namedBy.name })}</>}
        </p>
      </div>
      <ActionButton
        size="small"
        aria-label={t('endName', { words })}
        disabledReason={of.mayEnd ? undefined : t('endDenied', { name: account.name })}
        onClick={() => setAsking(true)}
      >
        {t('end')}
      </ActionButton>
      {asking && (
        <ConfirmDialog
          title={t('endTitle')}
          note={t('endNote', { deputy: deputy.name, name: account.name })}
          action={t('end')}
          danger
          onClose={() => setAsking(false)}
          run={async () => {
            const params = { deputyship: of.id };
            await (isSide ? call(endOwnDeputyship, { params }) : call(endDeputyship, { params }));
            await queries.invalidateQueries({ queryKey: ['identity'] });
          }}
        />
      )}
    </li>
  );
}
