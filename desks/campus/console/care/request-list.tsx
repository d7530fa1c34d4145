import { call } from '@liangbuwu/office/http/console/call.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { openCareRequest } from '../../care/care.contract.ts';
import { type CareRequest, type CareState, careWords, talkerWords } from '../../care/care.ts';
import { isLate } from '../../care/care-rules.ts';
import { touchWithin } from '../../care/settings.ts';
import { careMessages } from '../messages/care.ts';
import styles from './care.module.css';
import { requestsQuery } from './care-queries.ts';
import { RequestSteps } from './request-steps.tsx';

const levelOf: Record<CareState, Level> = {
  asked: 'warn',
  appointed: 'ok',
  talked: 'ok',
  more: 'warn',
  closed: 'unknown',
};

/** The requests of a school, whose time is up first on top; those that are closed fold away. */
export function RequestList({ school, response }: { school: string; response: string }) {
  const t = careMessages.use();
  const format = useFormat();
  const query = useQuery(requestsQuery(school, response));
  const [all, setAll] = useState(false);
  return (
    <Panel
      title={t('requests.title')}
      note={t('requests.note', {
        usual: format.number(touchWithin.usual),
        urgent: format.number(touchWithin.urgent),
      })}
    >
      <Loaded query={query}>
        {({ requests, now }) => {
          const closed = requests.filter(({ state }) => state === 'closed');
          const going = requests.filter(({ state }) => state !== 'closed');
          const shown = all ? [...going, ...closed] : going;
          return (
            <div className={styles.stack}>
              {requests.length === 0 && (
                <EmptyState small title={t('requests.none')}>
                  {t('requests.noneNote')}
                </EmptyState>
              )}
              {shown.length > 0 && (
                <ul className={styles.requests}>
                  {shown.map((of) => (
                    <OneRequest key={of.id} of={of} school={school} now={now} />
                  ))}
                </ul>
              )}
              {!all && closed.length > 0 && (
                <span>
                  <Button onClick={() => setAll(true)}>
                    {t('requests.closed', { n: format.number(closed.length) })}
                  </Button>
                </span>
              )}
            </div>
          );
        }}
      </Loaded>
    </Panel>
  );
}

function OneRequest({ of, school, now }: { of: CareRequest; school: string; now: string }) {
  const t = careMessages.use();
  const say = useSay();
  const format = useFormat();
  const params = { school, request: of.id };
  const opened = useMutation({
    mutationFn: () => call(openCareRequest, { params, body: {} }),
  });
  const { appointment, due } = of;
  const when = format.instant(due);
  return (
    <li>
      <div className={styles.tags}>
        <strong>{t('requests.asked', { when: format.instant(of.askedAt) })}</strong>
        <StatusTag level={levelOf[of.state]}>{say(careWords[of.state])}</StatusTag>
        {of.urgent && <StatusTag level="bad">{t('requests.urgent')}</StatusTag>}
        {isLate(of, now) && <StatusTag level="bad">{t('requests.late', { when })}</StatusTag>}
        <span className={styles.quiet}>{t(`requests.${of.by}`)}</span>
        {of.state === 'asked' && !isLate(of, now) && (
          <span className={styles.quiet}>{t('requests.due', { when })}</span>
        )}
        {appointment && (
          <span>
            {t('requests.at', {
              when: format.instant(appointment.at),
              place: appointment.place,
            })}
          </span>
        )}
      </div>
      {opened.data ? (
        <Opened {...opened.data} />
      ) : (
        <span>
          <Button loading={opened.isPending} onClick={() => !opened.isPending && opened.mutate()}>
            {t('requests.open')}
          </Button>
        </span>
      )}
      {opened.error && <ErrorState inline error={opened.error} />}
      <RequestSteps of={of} school={school} now={now} />
    </li>
  );
}

type Said = Awaited<ReturnType<typeof call<typeof openCareRequest>>>;

function Opened({ name, class: of, wish }: Said) {
  const t = careMessages.use();
  const say = useSay();
  const { talks, reach, suits, words } = wish;
  return (
    <div className={styles.said}>
      <p>
        <strong>{name ? t('requests.who', { name, class: of }) : t('requests.gone')}</strong>
      </p>
      <p>{t('requests.talks', { who: say(talkerWords[talks]) })}</p>
      <p>{t('requests.reach', { reach })}</p>
      {suits && <p>{t('requests.suits', { suits })}</p>}
      {words && <p>{t('requests.words', { words })}</p>}
    </div>
  );
}
