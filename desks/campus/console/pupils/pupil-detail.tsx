import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import type { RuleFact } from '@liangbuwu/office/rulebook/rulebook.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Popconfirm } from 'antd';
import { useState } from 'react';
import type { LedgerLine } from '../../answers/answer.ts';
import { joinHousehold, openMemberPhone, removeMember } from '../../members/members.contract.ts';
import { careMessages } from '../messages/care.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { usePermitted } from '../permitted.ts';
import { AnswerPart } from './answer-part.tsx';
import { AskDialog } from './ask-dialog.tsx';
import { ConsentDialog } from './consent-dialog.tsx';
import { LinkPart } from './link-part.tsx';
import styles from './pupils.module.css';
import { ReportDialog } from './report-dialog.tsx';

export interface Sibling {
  member: string;
  with: string;
  className: string;
}

/** The whole answer for one pupil, and what a teacher can do for them. */
export function PupilDetail(props: {
  line: LedgerLine;
  asked: readonly RuleFact[];
  sibling: Sibling | undefined;
  inFamily: boolean;
  response: Response;
  class: string;
}) {
  const { line, asked, sibling, response } = props;
  const t = pupilMessages.use();
  const care = careMessages.use();
  const noAsking = usePermitted('campus.care-ask');
  const queries = useQueryClient();
  const [doing, setDoing] = useState<'report' | 'consent' | 'ask'>();
  const params = { member: line.id };
  const again = () => queries.invalidateQueries({ queryKey: ['campus', 'pupils'] });
  const phone = useMutation({
    mutationFn: () => call(openMemberPhone, { params, body: { response: response.id } }),
  });
  const join = useMutation({
    mutationFn: (other: string | null) =>
      call(joinHousehold, { params, body: { response: response.id, with: other } }),
    onSuccess: again,
  });
  const remove = useMutation({
    mutationFn: () => call(removeMember, { params, query: { response: response.id } }),
    onSuccess: again,
  });
  const pupil = line.kind === 'pupil';
  const close = () => setDoing(undefined);
  return (
    <div className={styles.detail}>
      <AnswerPart response={response.id} member={line.id} />
      <div className={styles.deeds}>
        <ActionButton
          disabledReason={asked.length === 0 ? t('detail.noReport') : undefined}
          onClick={() => setDoing('report')}
        >
          {t('detail.report')}
        </ActionButton>
        {pupil && (
          <ActionButton onClick={() => setDoing('consent')}>{t('detail.consent')}</ActionButton>
        )}
        {pupil && (
          <ActionButton disabledReason={noAsking} onClick={() => setDoing('ask')}>
            {care('ask.button')}
          </ActionButton>
        )}
        <ActionButton loading={phone.isPending} onClick={() => phone.mutate()}>
          {t('detail.phone')}
        </ActionButton>
        {sibling && (
          <ActionButton loading={join.isPending} onClick={() => join.mutate(sibling.with)}>
            {t('detail.join')}
          </ActionButton>
        )}
        {pupil && props.inFamily && (
          <ActionButton loading={join.isPending} onClick={() => join.mutate(null)}>
            {t('detail.split')}
          </ActionButton>
        )}
        <Popconfirm
          title={t('detail.remove')}
          description={t('detail.removeWhat')}
          okText={t('detail.remove')}
          cancelText={t('detail.cancel')}
          onConfirm={() => remove.mutate()}
        >
          <ActionButton danger loading={remove.isPending}>
            {t('detail.remove')}
          </ActionButton>
        </Popconfirm>
      </div>
      {sibling && (
        <p className={styles.quiet}>{t('detail.sibling', { class: sibling.className })}</p>
      )}
      {phone.data && (
        <p>
          {phone.data.phone === null
            ? t('detail.phoneNone')
            : t('detail.phoneIs', { phone: phone.data.phone })}
        </p>
      )}
      {pupil && <LinkPart line={line} response={response.id} class={props.class} />}
      {[phone.error, join.error, remove.error].map(
        (error) => error && <ErrorState key={error.message} inline error={error} />,
      )}
      {doing === 'report' && (
        <ReportDialog line={line} asked={asked} response={response} onClose={close} />
      )}
      {doing === 'ask' && <AskDialog line={line} response={response} onClose={close} />}
      {doing === 'consent' && <ConsentDialog line={line} response={response} onClose={close} />}
    </div>
  );
}
