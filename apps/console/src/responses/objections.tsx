import { call } from '@liangbuwu/office/http/console/call.ts';
import {
  type Objection,
  withdrawObjection,
} from '@liangbuwu/office/responses/closing/closing.contract.ts';
import {
  objectionAnswers,
  objectionGrounds,
} from '@liangbuwu/office/responses/closing/closing-rules.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useQueryClient } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useState } from 'react';
import { ConfirmDialog } from '../accounts/confirm-dialog.tsx';
import { keys } from '../queries.ts';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';
import { type Standing, whyNotOverrule } from './standing.ts';
import { useZoned } from './use-zoned.ts';
import { WordsDialog } from './words-dialog.tsx';

export function Objections({ of, objections }: { of: Standing; objections: readonly Objection[] }) {
  const t = responsesMessages.use();
  return (
    <section className={styles.objections}>
      <h3 className={styles.heading}>{t('objections')}</h3>
      {objections.length === 0 && <p className={styles.muted}>{t('noObjections')}</p>}
      <ul className={styles.list}>
        {objections.map((objection) => (
          <OneObjection key={objection.id} of={of} objection={objection} />
        ))}
      </ul>
    </section>
  );
}

function OneObjection({ of, objection }: { of: Standing; objection: Objection }) {
  const t = responsesMessages.use();
  const say = useSay();
  const format = useZoned(of.response.zone);
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'withdraw' | 'overrule'>();
  const { raised, settled, answer } = objection;
  const isOwn = raised.by.account === of.me;
  const why = whyNotOverrule(of, objection);
  const params = { response: of.response.id, objection: objection.id };
  const close = () => setDoing(undefined);
  return (
    <li className={styles.objection}>
      <div className={styles.objectionHead}>
        {objection.state === 'open' ? (
          <StatusTag level="bad">{t('objectionStates.open')}</StatusTag>
        ) : (
          <Tag className={styles.tag ?? ''}>{t(`objectionStates.${objection.state}`)}</Tag>
        )}
        <strong>{say(objectionGrounds[objection.ground])}</strong>
        <span className={styles.muted}>
          {t('raisedBy', { name: raised.by.name, time: format.instant(raised.at) })}
        </span>
      </div>
      <p className={styles.words}>{objection.words ?? t('wordsGone')}</p>
      {settled && (
        <p className={styles.muted}>
          {answer
            ? t('settledBy', {
                name: settled.by.name,
                time: format.instant(settled.at),
                answer: say(objectionAnswers[answer]),
              })
            : t('withdrawnAt', { time: format.instant(settled.at) })}
        </p>
      )}
      {objection.answerWords !== null && <p className={styles.words}>{objection.answerWords}</p>}
      {objection.state === 'open' && (
        <div className={styles.row}>
          {isOwn ? (
            <ActionButton size="small" onClick={() => setDoing('withdraw')}>
              {t('deeds.withdrawObjection')}
            </ActionButton>
          ) : (
            <ActionButton
              size="small"
              disabledReason={why && t(`why.${why}`)}
              onClick={() => setDoing('overrule')}
            >
              {t('deeds.overrule')}
            </ActionButton>
          )}
        </div>
      )}
      {doing === 'withdraw' && (
        <ConfirmDialog
          title={t('withdrawObjection.title')}
          note={t('withdrawObjection.note')}
          action={t('deeds.withdrawObjection')}
          onClose={close}
          run={async () => {
            await call(withdrawObjection, { params });
            await queries.invalidateQueries({ queryKey: keys.responses });
          }}
        />
      )}
      {doing === 'overrule' && <WordsDialog is="overrule" params={params} onClose={close} />}
    </li>
  );
}
