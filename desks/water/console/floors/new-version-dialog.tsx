import { call } from '@liangbuwu/office/http/console/call.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { putFloors } from '../../contract.ts';
import type { Floors, Tier } from '../../water.ts';
import { floorsMessages } from '../messages/floors.ts';
import { bodyOf, type DraftFault, draftFrom, type FloorsDraft, faultsOf } from './draft.ts';
import styles from './floors.module.css';

/** A new version, beginning with the figures of another; what is wrong is said at its field. */
export function NewVersionDialog(props: {
  follows: Floors;
  day: string;
  taken: readonly Floors[];
  onClose: () => void;
}) {
  const { follows, taken, onClose } = props;
  const t = floorsMessages.use();
  const say = useSay();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [begun] = useState(() => draftFrom(follows, props.day, taken));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const faults = faultsOf(draft, taken);
  const save = useMutation({
    mutationFn: () =>
      call(putFloors, {
        params: { version: draft.version.trim() },
        body: bodyOf(follows, draft),
      }),
    onSuccess: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['water'] });
      void message.success(
        t('add.done', { version: saved.version, from: format.date(saved.validFrom) }),
      );
      onClose();
    },
  });
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const send = () => {
    setTried(true);
    if (Object.keys(faults).length === 0) save.mutate();
  };
  const change = (patch: Partial<FloorsDraft>) => setDraft({ ...draft, ...patch });
  const changeTier = (name: Tier['name'], patch: Partial<FloorsDraft['tiers']['full']>) =>
    change({ tiers: { ...draft.tiers, [name]: { ...draft.tiers[name], ...patch } } });
  // What is merely not there yet is said once somebody wants to save.
  const faultOf = (field: string): DraftFault | undefined =>
    faults[field] === 'missing' && !tried ? undefined : faults[field];
  return (
    <Modal
      open
      title={t('add.title')}
      onCancel={onClose}
      mask={{ closable: draft === begun }}
      footer={
        <div className={styles.footer}>
          <Button onClick={onClose}>{t('add.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={send}>
            {t('add.save')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        <p>{follows.version ? t('add.follows', { version: follows.version }) : t('add.first')}</p>
        <div className={styles.pair}>
          <Field label={t('add.version')} fault={faultOf('version')}>
            {(field) => (
              <Input
                {...field}
                maxLength={40}
                autoComplete="off"
                value={draft.version}
                onChange={({ target }) => change({ version: target.value })}
              />
            )}
          </Field>
          <Field
            label={t('add.validFrom')}
            fault={faultOf('validFrom')}
            note={t('add.validFromNote')}
          >
            {(field) => (
              <Input
                {...field}
                type="date"
                value={draft.validFrom}
                onChange={({ target }) => change({ validFrom: target.value })}
              />
            )}
          </Field>
        </div>
        {follows.tiers.map(({ name, label }) => (
          <div key={name} className={styles.pair}>
            <Field label={t('add.litres', { tier: say(label) })} fault={faultOf(`${name}.litres`)}>
              {(field) => (
                <InputNumber
                  {...field}
                  className={styles.litres ?? ''}
                  value={draft.tiers[name].litres}
                  onChange={(litres) => changeTier(name, { litres })}
                />
              )}
            </Field>
            <Field label={t('add.source', { tier: say(label) })} fault={faultOf(`${name}.source`)}>
              {(field) => (
                <Input
                  {...field}
                  maxLength={200}
                  value={draft.tiers[name].source}
                  onChange={({ target }) => changeTier(name, { source: target.value })}
                />
              )}
            </Field>
          </div>
        ))}
        {save.error && <ErrorState inline error={save.error} />}
      </Form>
    </Modal>
  );
}

function Field(props: {
  label: string;
  fault: DraftFault | undefined;
  note?: string;
  children: (field: {
    id: string;
    'aria-invalid': boolean;
    'aria-describedby'?: string;
  }) => ReactNode;
}) {
  const { fault } = props;
  const t = floorsMessages.use();
  const id = useId();
  const said = `${id}-said`;
  return (
    <Form.Item
      label={props.label}
      htmlFor={id}
      {...(props.note && { extra: props.note })}
      {...(fault && {
        validateStatus: 'error' as const,
        help: <span id={said}>{t(`fault.${fault}`)}</span>,
      })}
    >
      {props.children({
        id,
        'aria-invalid': fault !== undefined,
        ...(fault && { 'aria-describedby': said }),
      })}
    </Form.Item>
  );
}
