import { call } from '@liangbuwu/office/http/console/call.ts';
import { FactFields } from '@liangbuwu/office/rulebook/console/fact-fields.tsx';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { FactValues } from '../../gate.ts';
import { issueOwn, openOwnApplication, sendBackOwn } from '../../own/own.contract.ts';
import type { OpenedOwn, OwnApplication } from '../../own/own.ts';
import { printPass } from '../../passes/passes.contract.ts';
import { ownMessages } from '../messages/own.ts';
import { passMessages } from '../messages/passes.ts';
import { DecisionView } from '../passes/decision-view.tsx';
import styles from '../passes/passes.module.css';
import type { Printed } from '../passes/printed.ts';
import { spans } from '../passes/when-fields.tsx';

/** What somebody said of themselves, once it is asked for: that stands in the ledger. */
export function OwnDetail(props: {
  own: OwnApplication;
  now: string;
  onPrinted(printed: Printed): void;
}) {
  const { own } = props;
  const t = ownMessages.use();
  const open = useMutation({
    mutationFn: () => call(openOwnApplication, { params: { application: own.id } }),
  });
  if (open.data) return <Opened {...props} opened={open.data} />;
  return (
    <div className={styles.detail}>
      <div className={styles.actions}>
        <ActionButton loading={open.isPending} onClick={() => open.mutate()}>
          {t('open')}
        </ActionButton>
      </div>
      {open.error && <ErrorState inline error={open.error} />}
    </div>
  );
}

function Opened({
  own,
  opened,
  now,
  onPrinted,
}: {
  own: OwnApplication;
  opened: OpenedOwn;
  now: string;
  onPrinted(printed: Printed): void;
}) {
  const t = ownMessages.use();
  const ofPass = passMessages.use();
  const say = useSay();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const [facts, setFacts] = useState<FactValues>(opened.said.facts);
  const [days, setDays] = useState(7);
  const [words, setWords] = useState('');
  const params = { application: own.id };
  const begins = Math.max(Date.parse(own.at), Date.parse(now));
  const again = () => queries.invalidateQueries({ queryKey: ['gate'] });
  const issue = useMutation({
    mutationFn: async () => {
      const until = new Date(begins + days * 86_400_000).toISOString();
      await call(issueOwn, { params, body: { facts, until } });
      return call(printPass, { params: { pass: own.id } });
    },
    onSuccess: onPrinted,
    onSettled: again,
  });
  const sendBack = useMutation({
    mutationFn: () => call(sendBackOwn, { params, body: { words } }),
    onSuccess: again,
  });
  const { decision, admitted } = opened;
  const untouched = facts === opened.said.facts;
  const outcome = decision?.outcome ? say(decision.outcome) : '—';
  const said = decision?.known
    ? t(admitted ? 'admitted' : 'refused', { outcome })
    : t('asking', { count: format.number(decision?.ask.length ?? 0) });
  return (
    <Form layout="vertical" component="div" className={`${styles.form} ${styles.detail}`}>
      <Said opened={opened} />
      {decision ? (
        <DecisionView decision={decision} level={admitted ? 'ok' : 'warn'} words={said} />
      ) : (
        <p>{t('nothing')}</p>
      )}
      {opened.asked.length > 0 && (
        <fieldset className={styles.facts}>
          <legend>{t('said.facts')}</legend>
          <FactFields facts={opened.asked} given={facts} onChange={setFacts} />
        </fieldset>
      )}
      <div className={styles.actions}>
        <Select
          aria-label={ofPass('form.until')}
          value={days}
          options={spans.map((value) => ({ value, label: ofPass('form.days', { days: value }) }))}
          onChange={setDays}
        />
        <ActionButton
          type="primary"
          loading={issue.isPending}
          disabledReason={!admitted && untouched ? t('notAdmitted') : undefined}
          onClick={() => issue.mutate()}
        >
          {t('issue')}
        </ActionButton>
      </div>
      {issue.error && <ErrorState inline error={issue.error} />}
      <div className={styles.back}>
        <label htmlFor={`${id}-words`}>{t('words')}</label>
        <Input.TextArea
          id={`${id}-words`}
          autoSize={{ minRows: 2 }}
          maxLength={300}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className={styles.actions}>
          <ActionButton
            loading={sendBack.isPending}
            disabledReason={words.trim() === '' ? t('needWords') : undefined}
            onClick={() => sendBack.mutate()}
          >
            {t('sendBack')}
          </ActionButton>
        </div>
      </div>
      {sendBack.error && <ErrorState inline error={sendBack.error} />}
    </Form>
  );
}

function Said({ opened: { said } }: { opened: OpenedOwn }) {
  const t = ownMessages.use();
  const { holder, note } = said;
  const guardian = holder.kind === 'person' ? holder.guardian : null;
  const lines: [string, string | null][] =
    holder.kind === 'person'
      ? [
          [t('said.name'), holder.name],
          [t('said.lastFour'), holder.lastFour],
          [t('said.born'), holder.born],
          [t('said.phone'), holder.phone],
          [
            t('said.guardian'),
            guardian && `${guardian.name}（${t(`relation.${guardian.relation}`)}）`,
          ],
        ]
      : [
          [t('said.plate'), holder.plate],
          [t('said.phone'), holder.phone],
        ];
  return (
    <dl className={styles.said}>
      {[...lines, [t('said.note'), note] as const].map(
        ([label, value]) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
