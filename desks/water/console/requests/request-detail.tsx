import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WaterRequest } from '../../requests/request.ts';
import { openRequest } from '../../requests/requests.contract.ts';
import { nextRequest, type RequestEvent } from '../../requests/rules.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { requestMessages } from '../messages/requests.ts';
import { useEnded } from '../use-ended.ts';
import styles from './requests.module.css';
import { StepForm } from './step-form.tsx';
import { useRequestWords } from './use-request-words.ts';

const events: readonly RequestEvent[] = [
  'promised',
  'done',
  'not-at-home',
  'answered',
  'refused',
  'withdrawn',
];
/** What is promised is done next, not promised again. */
const inOrder = (state: WaterRequest['state']): readonly RequestEvent[] =>
  state === 'promised' ? ['done', ...events.filter((one) => one !== 'done')] : events;

const fields = ['name', 'phone', 'address', 'note'] as const;

/** One request with all that is known of it, and what can be done. */
export function RequestDetail({ request, view }: { request: WaterRequest; view: DeskDayView }) {
  const t = requestMessages.use();
  const ended = useEnded(view);
  const [event, setEvent] = useState<RequestEvent>();
  const opened = useMutation({
    mutationFn: () =>
      call(openRequest, { params: { request: request.id }, body: { why: 'deliver' } }),
  });
  const contact = opened.data?.contact;
  const said = new Map(opened.data?.words.map(({ step, text }) => [step, text]));
  const possible = inOrder(request.state).filter((one) =>
    nextRequest(request.state, request.kind, one),
  );
  return (
    <div className={styles.detail}>
      <About request={request} view={view} />
      <Steps request={request} view={view} said={said} />
      {contact ? (
        <dl className={styles.contact}>
          {fields.map((field) => (
            <div key={field}>
              <dt>{t(`detail.${field}`)}</dt>
              <dd>{contact[field] ?? t('detail.empty')}</dd>
            </div>
          ))}
          {opened.data?.code && (
            <div>
              <dt>{t('detail.code')}</dt>
              <dd>{opened.data.code}</dd>
            </div>
          )}
        </dl>
      ) : (
        <div className={styles.actions}>
          <ActionButton
            loading={opened.isPending}
            disabledReason={ended}
            onClick={() => opened.mutate()}
          >
            {t('detail.contact')}
          </ActionButton>
          <span className={styles.quiet}>{t('detail.contactWhy')}</span>
        </div>
      )}
      {opened.error && <ErrorState inline error={opened.error} />}
      {event ? (
        <StepForm
          key={event}
          request={request}
          event={event}
          view={view}
          onClose={() => setEvent(undefined)}
        />
      ) : (
        possible.length > 0 && (
          <div className={styles.actions}>
            {possible.map((one, at) => (
              <ActionButton
                key={one}
                type={at === 0 ? 'primary' : 'default'}
                disabledReason={ended}
                onClick={() => setEvent(one)}
              >
                {t(`step.${one}`)}
              </ActionButton>
            ))}
          </div>
        )
      )}
    </div>
  );
}

type Of = { request: WaterRequest; view: DeskDayView };

/** A complaint stands beside what was promised, and what both sides say of it. */
function About({ request, view }: Of) {
  const t = requestMessages.use();
  const format = useFormat();
  const words = useRequestWords(view.of.today);
  const { about, litres } = request;
  if (!about) return null;
  const told = (figure: number | null) =>
    figure === null ? t('detail.nobody') : format.litres(figure);
  return (
    <p>
      {t('detail.about', {
        time: `${words.at(about.dueFrom)}–${words.at(about.dueTo)}`,
        giver: about.giverName,
        litres: format.litres(about.quantity),
        giverSaid: told(about.giver),
        receiverSaid: told(about.receiver),
        said: request.kind === 'did-not-come' ? t('detail.nothing') : told(litres),
      })}
    </p>
  );
}

function Steps({ request, view, said }: Of & { said: ReadonlyMap<string, string> }) {
  const t = requestMessages.use();
  const format = useFormat();
  const words = useRequestWords(view.of.today);
  if (request.steps.length === 0) return null;
  return (
    <ol className={styles.steps} aria-label={t('detail.steps')}>
      {request.steps.map((step) => (
        <li key={step.id}>
          <span className={styles.quiet}>{words.at(step.at)}</span>{' '}
          <strong>{t(`state.${step.event}`)}</strong>{' '}
          {[
            step.from !== null && step.to !== null
              ? t('table.deliver', { from: words.at(step.from), to: words.at(step.to) })
              : '',
            step.litres === null ? '' : t('detail.brought', { litres: format.litres(step.litres) }),
            said.get(step.id) ?? '',
            step.byResident ? t('detail.resident') : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </li>
      ))}
    </ol>
  );
}
