import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { call } from '../../http/console/call.ts';
import { meQuery } from '../../identity/console/me.ts';
import {
  discardRuleDraft,
  proposeRules,
  publishRules,
  sendRulesBack,
  withdrawRules,
} from '../contract.ts';
import { type RuleSet, type RuleVersion, SentBack, sentBackWords } from '../rulebook.ts';
import { workedOn } from '../rules.ts';
import { EndingDeeds } from './ending-deeds.tsx';
import { rulebookMessages } from './messages.ts';
import { usePermitted } from './permitted.ts';
import styles from './rulebook.module.css';

type Asked = 'publish' | 'withdraw' | 'sendBack' | 'discard';

/** What can be done with a version now, and why not what cannot. */
export function VersionDeeds(props: {
  set: RuleSet;
  version: RuleVersion;
  now: string;
  dirty: boolean;
  faults: number;
  save: ReactNode;
}) {
  const { set, version, dirty, faults } = props;
  const t = rulebookMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const me = useQuery(meQuery).data;
  const mayDraft = usePermitted('rulebook.draft', set);
  const mayPublish = usePermitted('rulebook.publish', set);
  const [asked, setAsked] = useState<Asked>();
  const params = { version: version.id };
  const again = () => queries.invalidateQueries({ queryKey: ['rulebook'] });
  const propose = useMutation({
    mutationFn: () => call(proposeRules, { params, body: { seen: version.version } }),
    onSuccess: async () => {
      void message.success(t('set.deeds.proposed'));
      await again();
    },
  });
  const fourEyes = workedOn(version).includes(me?.account ?? '')
    ? t('set.deeds.fourEyes')
    : undefined;
  const isProposer = version.proposedBy?.id === me?.account;
  if (version.state === 'published')
    return <EndingDeeds set={set} version={version} now={props.now} />;
  return (
    <>
      {version.state === 'draft' ? (
        <>
          <ActionButton disabledReason={mayDraft} onClick={() => setAsked('discard')}>
            {t('set.deeds.discard')}
          </ActionButton>
          {props.save}
          <ActionButton
            type={dirty || faults > 0 || mayDraft ? 'default' : 'primary'}
            loading={propose.isPending}
            disabledReason={
              mayDraft ??
              (dirty
                ? t('set.deeds.saveFirst')
                : faults > 0
                  ? t('set.deeds.faults', { count: faults })
                  : undefined)
            }
            onClick={() => propose.mutate()}
          >
            {t('set.deeds.propose')}
          </ActionButton>
        </>
      ) : (
        <>
          {isProposer ? (
            <ActionButton disabledReason={mayDraft} onClick={() => setAsked('withdraw')}>
              {t('set.deeds.withdraw')}
            </ActionButton>
          ) : (
            <ActionButton disabledReason={mayPublish} onClick={() => setAsked('sendBack')}>
              {t('set.deeds.sendBack')}
            </ActionButton>
          )}
          <ActionButton
            type={mayPublish || fourEyes ? 'default' : 'primary'}
            disabledReason={mayPublish ?? fourEyes}
            onClick={() => setAsked('publish')}
          >
            {t('set.deeds.publish')}
          </ActionButton>
        </>
      )}
      {propose.error && (
        <Modal open title={t('set.deeds.propose')} footer={null} onCancel={() => propose.reset()}>
          <ErrorState inline error={propose.error} />
        </Modal>
      )}
      {asked && (
        <AskDialog
          asked={asked}
          version={version}
          onClose={() => setAsked(undefined)}
          done={again}
        />
      )}
    </>
  );
}

function AskDialog(props: {
  asked: Asked;
  version: RuleVersion;
  onClose: () => void;
  done: () => Promise<void>;
}) {
  const { asked, version, onClose } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const format = useFormat();
  const { message } = App.useApp();
  const [reason, setReason] = useState<SentBack>('facts');
  const params = { version: version.id };
  const seen = version.version;
  const run = useMutation({
    mutationFn: async () => {
      if (asked === 'publish') await call(publishRules, { params, body: { seen } });
      else if (asked === 'withdraw') await call(withdrawRules, { params, body: { seen } });
      else if (asked === 'sendBack') await call(sendRulesBack, { params, body: { seen, reason } });
      else await call(discardRuleDraft, { params });
    },
    onSuccess: async () => {
      const said = {
        publish: 'published',
        withdraw: 'withdrawn',
        sendBack: 'back',
        discard: 'discarded',
      } as const;
      void message.success(t(`set.deeds.${said[asked]}`));
      await props.done();
      onClose();
    },
  });
  const titles = {
    publish: t('set.deeds.publishTitle', { number: version.number }),
    withdraw: t('set.deeds.withdrawTitle', { number: version.number }),
    sendBack: t('set.deeds.sendBackTitle'),
    discard: t('set.deeds.discardTitle'),
  };
  return (
    <Modal
      open
      title={titles[asked]}
      onCancel={onClose}
      footer={
        <div className={styles.buttons}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button
            type="primary"
            danger={asked === 'discard'}
            loading={run.isPending}
            onClick={() => run.mutate()}
          >
            {t(`set.deeds.${asked}`)}
          </Button>
        </div>
      }
    >
      <div className={styles.form}>
        {asked === 'publish' && (
          <p>{t('set.deeds.publishNote', { from: format.instant(version.from) })}</p>
        )}
        {asked === 'withdraw' && <p>{t('set.deeds.withdrawNote')}</p>}
        {asked === 'discard' && <p>{t('set.deeds.discardNote')}</p>}
        {asked === 'sendBack' && (
          <Radio.Group
            vertical
            value={reason}
            onChange={({ target }) => setReason(target.value as SentBack)}
            options={SentBack.options.map((value) => ({ value, label: say(sentBackWords[value]) }))}
          />
        )}
        {run.error && <ErrorState inline error={run.error} />}
      </div>
    </Modal>
  );
}
