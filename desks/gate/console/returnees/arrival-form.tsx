import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { putReturnee } from '../../returnees/returnee.contract.ts';
import { call } from '../call.ts';
import { passMessages } from '../messages/passes.ts';
import { returneeMessages } from '../messages/returnees.ts';
import { DecisionView } from '../passes/decision-view.tsx';
import { type Draft, emptyDraft, holderOf, missingIn } from '../passes/draft.ts';
import { FactFields } from '../passes/fact-fields.tsx';
import styles from '../passes/passes.module.css';
import type { GateView } from '../with-gate.tsx';

const begun = () => ({ ...emptyDraft('enter-village', newId()), place: '', returnee: newId() });

/** Who came, from where; the rule of that day then asks for what it needs. Sent twice it counts once. */
export function ArrivalForm({ view }: { view: GateView }) {
  const t = returneeMessages.use();
  const ofPass = passMessages.use();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const [draft, setDraft] = useState(begun);
  const change = (patch: Partial<Draft & { place: string }>) => setDraft({ ...draft, ...patch });
  const register = useMutation({
    mutationFn: () =>
      call(putReturnee, {
        params: { returnee: draft.returnee },
        body: {
          response: view.gate.response,
          area: view.gate.area,
          holder: holderOf(draft),
          arrived: view.of.now,
          from: { place: draft.place, left: null },
          facts: draft.facts,
          official: null,
          onBehalf: true,
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['gate', 'returnees'] }),
  });
  const decided = register.data;
  const isDone = decided !== undefined && decided.state !== 'asking';
  const missing = missingIn(draft).map((one) => ofPass(`form.${one}`));
  if (draft.place.trim() === '') missing.push(t('form.place'));
  const reason = missing.length > 0 ? ofPass('form.need', { what: missing.join('、') }) : undefined;
  const field = (name: string) => `${id}-${name}`;
  const line = (name: 'name' | 'document' | 'born' | 'place', label: string, hint = '') => (
    <Form.Item required label={label} htmlFor={field(name)}>
      <Input
        id={field(name)}
        autoComplete="off"
        maxLength={60}
        value={draft[name]}
        placeholder={hint}
        disabled={isDone}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" className={styles.form}>
      <div className={styles.fields}>
        {line('name', ofPass('form.name'))}
        <Form.Item required label={ofPass('form.documentKind')} htmlFor={field('kind')}>
          <Select
            id={field('kind')}
            value={draft.documentKind}
            disabled={isDone}
            options={[
              { value: 'resident-id', label: ofPass('form.residentId') },
              { value: 'other', label: ofPass('form.other') },
            ]}
            onChange={(documentKind: Draft['documentKind']) => change({ documentKind })}
          />
        </Form.Item>
        {line('document', ofPass('form.document'))}
        {draft.documentKind === 'other' &&
          line('born', ofPass('form.born'), ofPass('form.bornHint'))}
        {line('place', t('form.place'))}
      </div>
      <p className={styles.quiet}>
        {view.gate.areaName} · {t('form.arrived')} {format.instant(view.of.now)}
      </p>
      {decided?.state === 'asking' && (
        <FactFields
          facts={decided.decision.ask}
          given={draft.facts}
          onChange={(facts) => change({ facts })}
        />
      )}
      <div className={styles.actions}>
        {isDone ? (
          <ActionButton
            onClick={() => {
              setDraft(begun());
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
            onClick={() => register.mutate()}
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
