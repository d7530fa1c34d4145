import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { call } from '../../http/console/call.ts';
import { meQuery } from '../../identity/console/me.ts';
import { proposeEnding, publishEnding, withdrawEnding } from '../endings.contract.ts';
import type { Ending, RuleSet, RuleVersion } from '../rulebook.ts';
import { rulebookMessages } from './messages.ts';
import { fromField, nextDay, toField } from './moment.ts';
import { usePermitted } from './permitted.ts';
import styles from './rulebook.module.css';

/** How a published version ends without another in its place, as one proposes and another publishes it. */
export function EndingDeeds(props: { set: RuleSet; version: RuleVersion; now: string }) {
  const { set, version, now } = props;
  const t = rulebookMessages.use();
  const me = useQuery(meQuery).data;
  const mayDraft = usePermitted('rulebook.draft', set);
  const mayPublish = usePermitted('rulebook.publish', set);
  const [asked, setAsked] = useState<'propose' | 'withdraw' | 'publish'>();
  const onClose = () => setAsked(undefined);
  const pending = version.ending?.publishedAt === null ? version.ending : undefined;
  const isOver = version.until !== null && Date.parse(version.until) <= Date.parse(now);
  const own = pending?.proposedBy.id === me?.account ? t('set.ending.fourEyes') : undefined;
  if (!pending)
    return (
      <>
        <ActionButton
          disabledReason={mayDraft ?? (isOver ? t('set.ending.over') : undefined)}
          onClick={() => setAsked('propose')}
        >
          {t('set.ending.propose')}
        </ActionButton>
        {asked === 'propose' && <ProposeDialog version={version} now={now} onClose={onClose} />}
      </>
    );
  return (
    <>
      <ActionButton disabledReason={mayDraft} onClick={() => setAsked('withdraw')}>
        {t('set.ending.withdraw')}
      </ActionButton>
      <ActionButton
        type={mayPublish || own ? 'default' : 'primary'}
        disabledReason={mayPublish ?? own}
        onClick={() => setAsked('publish')}
      >
        {t('set.ending.publish')}
      </ActionButton>
      {(asked === 'withdraw' || asked === 'publish') && (
        <SettleDialog is={asked} version={version} ending={pending} onClose={onClose} />
      )}
    </>
  );
}

function ProposeDialog(props: { version: RuleVersion; now: string; onClose: () => void }) {
  const { version, now, onClose } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [ending] = useState(() => newId());
  const isComing = Date.parse(now) < Date.parse(version.from);
  const [at, setAt] = useState(() => toField(isComing ? version.from : nextDay(now)));
  const propose = useMutation({
    mutationFn: () =>
      call(proposeEnding, {
        params: { ending },
        body: { version: version.id, at: fromField(at) },
      }),
    onSuccess: async () => {
      void message.success(t('set.ending.proposed'));
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
      onClose();
    },
  });
  const calledOff = toField(version.from) === at;
  const fault = findRefusal(propose.error)?.at?.find(({ path }) => path === '/body/at');
  return (
    <Modal
      open
      title={t('set.ending.proposeTitle', { number: version.number })}
      onCancel={onClose}
      footer={
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            loading={propose.isPending}
            disabled={at === ''}
            onClick={() => propose.mutate()}
          >
            {t('set.deeds.propose')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <Form.Item
          label={t('set.ending.at')}
          htmlFor={id}
          {...(fault && { validateStatus: 'error' as const, help: say(fault.cause) })}
          extra={t(calledOff ? 'set.ending.calledOff' : 'set.ending.follows')}
        >
          <Input
            id={id}
            type="datetime-local"
            value={at}
            onChange={({ target }) => {
              propose.reset();
              setAt(target.value.slice(0, 16));
            }}
          />
        </Form.Item>
        <p className={styles.note}>{t('set.ending.proposeNote')}</p>
        {propose.error && !fault && <ErrorState inline error={propose.error} />}
      </Form>
    </Modal>
  );
}

function SettleDialog(props: {
  is: 'withdraw' | 'publish';
  version: RuleVersion;
  ending: Ending;
  onClose: () => void;
}) {
  const { is, version, ending, onClose } = props;
  const t = rulebookMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const at = format.instant(ending.at);
  const run = useMutation({
    mutationFn: () =>
      call(is === 'publish' ? publishEnding : withdrawEnding, { params: { ending: ending.id } }),
    onSuccess: async () => {
      void message.success(t(is === 'publish' ? 'set.ending.published' : 'set.ending.withdrawn'));
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t(is === 'publish' ? 'set.ending.publishTitle' : 'set.ending.withdrawTitle', {
        number: version.number,
      })}
      onCancel={onClose}
      footer={
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" loading={run.isPending} onClick={() => run.mutate()}>
            {t(`set.ending.${is}`)}
          </Button>
        </div>
      }
    >
      <div className={styles.form}>
        <p>
          {t(is === 'publish' ? 'set.ending.publishNote' : 'set.ending.withdrawNote', {
            name: ending.proposedBy.name,
            at,
          })}
        </p>
        {run.error && <ErrorState inline error={run.error} />}
      </div>
    </Modal>
  );
}
