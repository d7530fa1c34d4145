import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { App, Button } from 'antd';
import { useState } from 'react';
import { putCheck } from '../../checks/checks.contract.ts';
import {
  type CheckDay,
  type CheckedClass,
  type CheckLine,
  type Exception,
  kindWords,
} from '../../checks/checks.ts';
import { checksMessages } from '../messages/checks.ts';
import { usePermitted } from '../permitted.ts';
import { levelOfCheck } from './check-table.tsx';
import styles from './checks.module.css';
import { useSentOnce } from './checks-queries.ts';
import { ExceptionsDialog } from './exceptions-dialog.tsx';

/** A class’s three checks of today: one tap where all are in order. */
export function ClassChecks(props: { day: CheckDay; of: CheckedClass; response: string }) {
  const { day, of, response } = props;
  const t = checksMessages.use();
  const [paper, setPaper] = useState<readonly string[]>([]);
  const separator = useFormat().language === 'en' ? ', ' : '、';
  return (
    <Panel title={t('today')}>
      {paper.length > 0 && (
        <div className={styles.paper} aria-live="polite">
          <StatusTag level="warn">{t('paper.title', { names: paper.join(separator) })}</StatusTag>
          <p>{t('paper.note')}</p>
          <Button onClick={() => setPaper([])}>{t('paper.seen')}</Button>
        </div>
      )}
      <ul className={styles.checks}>
        {of.checks.map((line) => (
          <OneCheck
            key={line.kind}
            {...{ line, response, day: day.day, of: of.area }}
            onPaper={setPaper}
          />
        ))}
      </ul>
    </Panel>
  );
}

function OneCheck(props: {
  line: CheckLine;
  of: string;
  day: string;
  response: string;
  onPaper(names: readonly string[]): void;
}) {
  const { line, of, day, response } = props;
  const { kind, state, done } = line;
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const { message } = App.useApp();
  const denied = usePermitted('campus.checks');
  const [choosing, setChoosing] = useState(false);
  const send = useSentOnce(
    (check, exceptions: readonly Exception[]) =>
      call(putCheck, {
        params: { class: of, check },
        body: { response, day, kind, seen: done?.number ?? 0, exceptions: [...exceptions] },
      }),
    ({ opened }) => {
      setChoosing(false);
      void message.success(opened > 0 ? t('savedCases', { n: format.number(opened) }) : t('saved'));
    },
  );
  const isOpen = state === 'due' || state === 'missing';
  return (
    <li>
      <div className={styles.between}>
        <span className={styles.tags}>
          <strong>{say(kindWords[kind])}</strong>
          <StatusTag level={levelOfCheck[state]}>{t(`state.${state}`)}</StatusTag>
          <When line={line} />
        </span>
        {isOpen && (
          <span className={styles.tags}>
            <ActionButton
              type="primary"
              size="large"
              disabledReason={denied}
              loading={send.isPending && !choosing}
              onClick={() => send.mutate([])}
            >
              {t('all')}
            </ActionButton>
            <ActionButton size="large" disabledReason={denied} onClick={() => setChoosing(true)}>
              {t('except')}
            </ActionButton>
          </span>
        )}
        {done && (
          <ActionButton disabledReason={denied} onClick={() => setChoosing(true)}>
            {t('correct')}
          </ActionButton>
        )}
      </div>
      {done && <DoneLine done={done} />}
      {state === 'not-back' && <p className={styles.quiet}>{t('notBack')}</p>}
      {state === 'no-list' && <p className={styles.quiet}>{t('noList')}</p>}
      {send.error && !choosing && <ErrorState inline error={send.error} />}
      {choosing && (
        <ExceptionsDialog
          {...{ kind, of, response }}
          busy={send.isPending}
          error={send.error}
          onChange={send.reset}
          onClose={() => {
            send.reset();
            setChoosing(false);
          }}
          onSave={(exceptions, nameOf) =>
            send.mutate(exceptions, {
              onSuccess: ({ onPaper }) => props.onPaper(onPaper.map(nameOf)),
            })
          }
        />
      )}
    </li>
  );
}

function When({ line: { state, from, to, done } }: { line: CheckLine }) {
  const t = checksMessages.use();
  const format = useFormat();
  const at = (moment: string) => ({ time: format.findMoment(moment)?.time ?? '' });
  const isLate = done && done.number === 1 && Date.parse(done.at) > Date.parse(to);
  const words = {
    done: isLate ? t('late', at(to)) : '',
    missing: t('since', at(to)),
    due: t('by', at(to)),
    ahead: t('from', at(from)),
    'not-back': '',
    'no-list': '',
  };
  return words[state] ? <span className={styles.quiet}>{words[state]}</span> : null;
}

function DoneLine({ done }: { done: NonNullable<CheckLine['done']> }) {
  const t = checksMessages.use();
  const format = useFormat();
  const n = (of: number) => format.number(of);
  const { people, exceptions, unwell, absent, unnamed, number } = done;
  const separator = format.language === 'en' ? '; ' : '；';
  const what = [
    exceptions === 0
      ? t('allWell', { people: n(people) })
      : t('butFor', { people: n(people), n: n(exceptions) }),
    ...(exceptions > 0 ? [t('ofThem', { unwell: n(unwell), absent: n(absent) })] : []),
    ...(unnamed > 0 ? [t('onPaperToo', { n: n(unnamed) })] : []),
  ].join(separator);
  return (
    <p className={styles.quiet}>
      {what}
      {separator}
      {t('said', { time: format.findMoment(done.at)?.time ?? '', by: done.by })}
      {number > 1 && t('corrected', { n: n(number - 1) })}
    </p>
  );
}
