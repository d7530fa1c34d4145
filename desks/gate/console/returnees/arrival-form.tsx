import { call } from '@liangbuwu/office/http/console/call.ts';
import { meQuery } from '@liangbuwu/office/identity/console/me.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Form } from 'antd';
import { useId, useState } from 'react';
import type { FactValues } from '../../gate.ts';
import { putReturnee } from '../../returnees/returnee.contract.ts';
import { passMessages } from '../messages/passes.ts';
import { returneeMessages } from '../messages/returnees.ts';
import { MomentField } from '../moment-field.tsx';
import { AskedFacts } from '../passes/asked-facts.tsx';
import { DecisionView } from '../passes/decision-view.tsx';
import { emptyPerson, holderOf, missingOf, type Person } from '../passes/draft.ts';
import styles from '../passes/passes.module.css';
import { PersonFields } from '../passes/person-fields.tsx';
import { TextLine } from '../text-line.tsx';
import type { GateView } from '../with-gate.tsx';
import { OfficialSelect } from './official-select.tsx';

interface Draft extends Person {
  returnee: string;
  place: string;
  arrived: string | null;
  /** Undefined: who registers. */
  official: string | undefined;
  facts: FactValues;
}

const begun = (now: string): Draft => ({
  ...emptyPerson(newId()),
  returnee: newId(),
  place: '',
  arrived: now,
  official: undefined,
  facts: {},
});

/** Who came, when and from where, and who looks after them; the rule of that day then asks for what it needs. Sent twice it counts once. */
export function ArrivalForm({ view }: { view: GateView }) {
  const t = returneeMessages.use();
  const ofPass = passMessages.use();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [draft, setDraft] = useState(() => begun(view.of.now));
  const change = (patch: Partial<Draft>) => setDraft({ ...draft, ...patch });
  const register = useMutation({
    mutationFn: (arrived: string) =>
      call(putReturnee, {
        params: { returnee: draft.returnee },
        body: {
          response: view.gate.response,
          area: view.gate.area,
          holder: holderOf(draft),
          arrived,
          from: { place: draft.place, left: null },
          facts: draft.facts,
          official: draft.official ?? null,
          onBehalf: true,
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['gate', 'returnees'] }),
  });
  const decided = register.data;
  const isDone = decided !== undefined && decided.state !== 'asking';
  const missing = missingOf(draft).map((one) => ofPass(`form.${one}`));
  if (draft.place.trim() === '') missing.push(t('form.place'));
  if (draft.arrived === null) missing.push(t('form.arrived'));
  const reason = missing.length > 0 ? ofPass('form.need', { what: missing.join('、') }) : undefined;
  return (
    <Form layout="vertical" component="div" className={styles.form}>
      <div className={styles.fields}>
        <PersonFields id={id} draft={draft} disabled={isDone} onChange={change} />
        <TextLine
          id={`${id}-place`}
          label={t('form.place')}
          value={draft.place}
          most={60}
          disabled={isDone}
          onChange={(place) => change({ place })}
        />
        <MomentField
          id={`${id}-arrived`}
          label={t('form.arrived')}
          value={draft.arrived}
          min={view.of.starts}
          max={view.of.now}
          disabled={isDone}
          onChange={(arrived) => change({ arrived })}
        />
        <Form.Item required label={t('form.official')} htmlFor={`${id}-official`}>
          <OfficialSelect
            id={`${id}-official`}
            area={view.gate.area}
            value={draft.official ?? me?.account}
            disabled={isDone}
            onChange={(official) => change({ official })}
          />
        </Form.Item>
      </div>
      <p className={styles.quiet}>{t('form.village', { village: view.gate.areaName })}</p>
      {decided?.state === 'asking' && (
        <AskedFacts
          facts={decided.decision.ask}
          given={draft.facts}
          onChange={(facts) => change({ facts })}
        />
      )}
      <div className={styles.actions}>
        {isDone ? (
          <ActionButton
            onClick={() => {
              setDraft(begun(view.of.now));
              register.reset();
            }}
          >
            {ofPass('form.fresh')}
          </ActionButton>
        ) : (
          <ActionButton
            type="primary"
            loading={register.isPending}
            disabledReason={reason}
            onClick={() => draft.arrived !== null && register.mutate(draft.arrived)}
          >
            {decided ? ofPass('form.again') : t('form.register')}
          </ActionButton>
        )}
      </div>
      {register.error && <ErrorState inline error={register.error} />}
      {decided && (
        <DecisionView
          decision={decided.decision}
          level={decided.state === 'asking' || decided.state === 'home' ? 'warn' : 'ok'}
          words={
            decided.state === 'asking'
              ? ofPass('decision.asking', { count: format.number(decided.decision.ask.length) })
              : t(`state.${decided.state}`)
          }
        />
      )}
    </Form>
  );
}
