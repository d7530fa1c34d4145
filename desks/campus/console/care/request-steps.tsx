import { call } from '@liangbuwu/office/http/console/call.ts';
import type { InputOf } from '@liangbuwu/office/http/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { fieldOf, instantOf } from '@liangbuwu/ui/forms/moment.ts';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { putCareStep } from '../../care/care.contract.ts';
import { type CareRequest, CareStep, nextState } from '../../care/care.ts';
import { careMessages } from '../messages/care.ts';
import styles from './care.module.css';
import { careKey } from './care-queries.ts';

type Said = InputOf<typeof putCareStep>['body'];

/** What can be said of a request as it stands. */
export function RequestSteps({
  of,
  school,
  now,
}: {
  of: CareRequest;
  school: string;
  now: string;
}) {
  const t = careMessages.use();
  const queries = useQueryClient();
  const [appointing, setAppointing] = useState(false);
  // Pressed again it counts once; other content gets another id.
  const [ids] = useState(() => new Map<string, string>());
  const send = useMutation({
    mutationFn: (body: Said) => {
      const key = JSON.stringify(body);
      const step = ids.get(key) ?? newId();
      ids.set(key, step);
      return call(putCareStep, { params: { school, request: of.id, step }, body });
    },
    onSuccess: async () => {
      ids.clear();
      setAppointing(false);
      await queries.invalidateQueries({ queryKey: careKey });
    },
  });
  const steps = CareStep.options.filter((step) => nextState(of.state, step));
  const press = (step: CareStep) =>
    step === 'appoint' ? setAppointing(true) : !send.isPending && send.mutate({ step });
  return (
    <>
      <div className={styles.tags}>
        {steps.map((step) => (
          <ActionButton key={step} onClick={() => press(step)}>
            {t(step === 'appoint' && of.appointment ? 'step.change' : `step.${step}`)}
          </ActionButton>
        ))}
      </div>
      {appointing && (
        <AppointForm
          of={of}
          now={now}
          busy={send.isPending}
          onCancel={() => setAppointing(false)}
          onSave={(at, place) => send.mutate({ step: 'appoint', appointment: { at, place } })}
        />
      )}
      {send.error && <ErrorState inline error={send.error} />}
    </>
  );
}

function AppointForm(props: {
  of: CareRequest;
  now: string;
  busy: boolean;
  onCancel(): void;
  onSave(at: string, place: string): void;
}) {
  const { of, now } = props;
  const t = careMessages.use();
  const format = useFormat();
  const id = useId();
  const [at, setAt] = useState(fieldOf(of.appointment?.at ?? now, format));
  const [place, setPlace] = useState(of.appointment?.place ?? '');
  const lacking = place.trim() === '' ? t('step.needPlace') : undefined;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacking && !props.busy) props.onSave(instantOf(at, format), place.trim());
      }}
    >
      <div className={styles.field}>
        <label htmlFor={`${id}-at`}>{t('step.when')}</label>
        <Input
          id={`${id}-at`}
          type="datetime-local"
          required
          min={fieldOf(now, format)}
          value={at}
          onChange={({ target }) => setAt(target.value)}
        />
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-place`}>{t('step.place')}</label>
        <Input
          id={`${id}-place`}
          maxLength={60}
          autoComplete="off"
          placeholder={t('step.placeHint')}
          value={place}
          onChange={({ target }) => setPlace(target.value)}
        />
      </div>
      <ActionButton type="primary" htmlType="submit" loading={props.busy} disabledReason={lacking}>
        {t('step.save')}
      </ActionButton>
      <Button onClick={props.onCancel}>{t('step.cancel')}</Button>
    </form>
  );
}
