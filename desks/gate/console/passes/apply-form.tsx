import { call } from '@liangbuwu/office/http/console/call.ts';
import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Select } from 'antd';
import { useId, useState } from 'react';
import { isAboutVehicles, type Purpose } from '../../gate.ts';
import { applyForPass, printPass } from '../../passes/passes.contract.ts';
import { passMessages } from '../messages/passes.ts';
import { sharedMessages } from '../messages/shared.ts';
import { TextLine } from '../text-line.tsx';
import type { GateView } from '../with-gate.tsx';
import { AskedFacts } from './asked-facts.tsx';
import { PassDecision } from './decision-view.tsx';
import { applicationOf, type Draft, emptyDraft, missingIn } from './draft.ts';
import { GatesField } from './gates-field.tsx';
import styles from './passes.module.css';
import { PersonFields } from './person-fields.tsx';
import type { Printed } from './printed.ts';
import { WhenFields } from './when-fields.tsx';

/** Who it is and what for; the rule of the day then asks for what it needs. Sent twice it counts once. */
export function ApplyForm({
  view,
  onPrinted,
}: {
  view: GateView;
  onPrinted(printed: Printed): void;
}) {
  const t = passMessages.use();
  const shared = sharedMessages.use();
  const say = useSay();
  const id = useId();
  const queries = useQueryClient();
  const [first = 'enter-site'] = view.gate.purposes;
  const [pass, setPass] = useState(() => newId());
  const [draft, setDraft] = useState(() => emptyDraft(first, newId()));
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const at = { response: view.gate.response, gate: view.gate.id, now: view.of.now };
  const apply = useMutation({
    mutationFn: () => call(applyForPass, { params: { pass }, body: applicationOf(draft, at) }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['gate', 'passes'] }),
  });
  const print = useMutation({
    mutationFn: () => call(printPass, { params: { pass } }),
    onSuccess: onPrinted,
  });
  const decided = apply.data;
  const isDone = decided?.state === 'issued';
  const afresh = (purpose: Purpose) => {
    setPass(newId());
    setDraft(emptyDraft(purpose, newId()));
    apply.reset();
  };
  const missing = missingIn(draft);
  const reason =
    view.gate.outOfUse !== null
      ? shared('outOfUse', { gate: view.gate.name })
      : missing.length > 0
        ? t('form.need', { what: missing.map((one) => t(`form.${one}`)).join('、') })
        : undefined;
  const field = (name: string) => `${id}-${name}`;
  return (
    <Form layout="vertical" component="div" className={styles.form}>
      <div className={styles.fields}>
        <Form.Item required label={t('form.purpose')} htmlFor={field('purpose')}>
          <Select
            id={field('purpose')}
            value={draft.purpose}
            options={view.gate.purposes.map((value) => ({
              value,
              label: say(purposeWords[value]),
            }))}
            onChange={afresh}
          />
        </Form.Item>
        {isAboutVehicles(draft.purpose) ? (
          <TextLine
            id={field('plate')}
            label={t('form.plate')}
            value={draft.plate}
            most={12}
            disabled={isDone}
            onChange={(plate) => change({ plate })}
          />
        ) : (
          <PersonFields id={id} draft={draft} disabled={isDone} onChange={change} />
        )}
        <GatesField id={id} view={view} draft={draft} disabled={isDone} onChange={change} />
        <WhenFields id={id} draft={draft} now={view.of.now} disabled={isDone} onChange={change} />
      </div>
      {decided && decided.state !== 'issued' && (
        <AskedFacts
          facts={decided.decision.ask}
          given={draft.facts}
          onChange={(facts) => change({ facts })}
        />
      )}
      <div className={styles.actions}>
        {isDone ? (
          <>
            <ActionButton type="primary" loading={print.isPending} onClick={() => print.mutate()}>
              {t('act.print')}
            </ActionButton>
            <ActionButton onClick={() => afresh(draft.purpose)}>{t('form.fresh')}</ActionButton>
          </>
        ) : (
          <>
            <ActionButton
              type="primary"
              loading={apply.isPending}
              disabledReason={reason}
              onClick={() => apply.mutate()}
            >
              {t(decided ? 'form.again' : 'form.apply')}
            </ActionButton>
            <Checkbox
              checked={draft.onBehalf}
              onChange={(event) => change({ onBehalf: event.target.checked })}
            >
              {t('form.onBehalf')}
            </Checkbox>
          </>
        )}
      </div>
      {apply.error && <ErrorState inline error={apply.error} />}
      {print.error && <ErrorState inline error={print.error} />}
      {decided && <PassDecision pass={decided} />}
    </Form>
  );
}
