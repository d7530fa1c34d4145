import { call } from '@liangbuwu/office/http/console/call.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import type { ReactNode } from 'react';
import { putCaseStep } from '../../checks/cases.contract.ts';
import {
  type CaseStep,
  type HealthCase,
  Outcome,
  outcomeWords,
  whyNotStep,
} from '../../checks/health-case.ts';
import { checksMessages } from '../messages/checks.ts';
import { usePermitted } from '../permitted.ts';
import styles from './checks.module.css';
import { useSentOnce } from './checks-queries.ts';
import { ReportForm } from './report-form.tsx';

export type SaidStep = InputOf<typeof putCaseStep>['body'];

/** What is done for one case, step by step, each in one tap. */
export function CaseSteps({ of, now }: { of: HealthCase; now: string }) {
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const denied = usePermitted('campus.checks');
  const send = useSentOnce((step, body: SaidStep) =>
    call(putCaseStep, { params: { case: of.id, step }, body }),
  );
  const whyNot = (step: CaseStep): string | undefined => {
    if (denied) return denied;
    const why = whyNotStep(of, step);
    return why && t(`step.why.${why}`);
  };
  const button = (body: SaidStep, label: string, isSaid: boolean) => (
    <ActionButton
      key={label}
      type={isSaid ? 'primary' : 'default'}
      aria-pressed={isSaid}
      disabledReason={isSaid ? undefined : whyNot(body.step)}
      loading={send.isPending && JSON.stringify(send.variables) === JSON.stringify(body)}
      onClick={() => !send.isPending && !isSaid && send.mutate(body)}
    >
      {label}
    </ActionButton>
  );
  const { where, told, reported, outcome } = of;
  const isAt = (step: CaseStep) => where?.where === step;
  const said = (one: { at: string; by: string } | null, words = '') =>
    one && (
      <span className={styles.quiet}>
        {words}
        {t('cases.doneBy', { time: format.findMoment(one.at)?.time ?? '', by: one.by })}
      </span>
    );
  const left = (['fetched', 'sent', 'class'] as const).some(isAt);
  return (
    <>
      <ol className={styles.steps} aria-label={t('cases.steps', { class: of.class })}>
        <Row label={t('step.isolation')}>
          {button(
            { step: 'isolation' },
            t(isAt('isolation') ? 'step.done' : 'step.do'),
            isAt('isolation'),
          )}
          {isAt('isolation') && said(where)}
        </Row>
        <Row label={t('step.told')}>
          {button({ step: 'told' }, t(told ? 'step.done' : 'step.do'), told !== null)}
          {said(told)}
        </Row>
        <Row label={t('step.reported')}>
          {reported && said(reported, `${reported.to} `)}
          <ReportForm
            key={reported?.at}
            {...{ reported, now }}
            busy={send.isPending && send.variables.step === 'reported'}
            disabledReason={whyNot('reported')}
            onSave={(to, at) => send.mutate({ step: 'reported', to, at })}
          />
        </Row>
        <Row label={t('step.whereTo')}>
          {(['fetched', 'sent', 'class'] as const).map((step) =>
            button({ step }, t(`step.${step}`), isAt(step)),
          )}
          {left && said(where)}
        </Row>
        <Row label={t('step.outcome')}>
          {Outcome.options.map((one) =>
            button(
              { step: 'outcome', outcome: one },
              say(outcomeWords[one]),
              outcome?.outcome === one,
            ),
          )}
          {said(outcome)}
        </Row>
      </ol>
      {send.error && <ErrorState inline error={send.error} />}
    </>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <li className={styles.step}>
      <span>{label}</span>
      <span className={styles.tags}>{children}</span>
    </li>
  );
}
