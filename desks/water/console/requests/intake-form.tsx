import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Household } from '@liangbuwu/office/register/households/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { mostLitres, RequestKind } from '../../requests/request.ts';
import { takeRequest } from '../../requests/requests.contract.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { requestMessages } from '../messages/requests.ts';
import { dayQuery } from '../queries.ts';
import { useEnded } from '../use-ended.ts';
import { AlikeNote } from './alike-note.tsx';
import { DeliverySelect } from './delivery-select.tsx';
import { HouseholdSearch } from './household-search.tsx';
import styles from './requests.module.css';
import { TakenNote } from './taken-note.tsx';

const empty = {
  household: undefined as Household | undefined,
  point: undefined as string | undefined,
  kind: 'door' as RequestKind,
  litres: null as number | null,
  about: undefined as string | undefined,
  phone: '',
  address: '',
  name: '',
  note: '',
};

/** One line to take a call down; what else may be said is folded away. Sent twice it counts once. */
export function IntakeForm({ view }: { view: DeskDayView }) {
  const t = requestMessages.use();
  const id = useId();
  const queries = useQueryClient();
  const day = useQuery(dayQuery(view));
  const [request, setRequest] = useState(() => newId());
  const [draft, setDraft] = useState(empty);
  const [more, setMore] = useState(false);
  const change = (patch: Partial<typeof empty>) => setDraft({ ...draft, ...patch });
  const points = day.data?.points ?? [];
  const complaint = draft.kind !== 'door';

  const save = useMutation({
    mutationFn: () =>
      call(takeRequest, {
        params: { request },
        body: {
          response: view.response,
          point: draft.point ?? '',
          kind: draft.kind,
          litres: draft.kind === 'did-not-come' ? null : draft.litres,
          about: (complaint ? draft.about : undefined) ?? null,
          household: draft.household?.id ?? null,
          contact: {
            phone: draft.phone || null,
            address: draft.address || null,
            name: draft.name || null,
            note: draft.note || null,
          },
        },
      }),
    onSuccess: () => {
      setDraft(empty);
      setRequest(newId());
      return queries.invalidateQueries({ queryKey: ['water', 'requests'] });
    },
  });
  const ended = useEnded(view);
  const reason = ended
    ? ended
    : !view.isToday
      ? t('intake.otherDay')
      : draft.point === undefined
        ? t('intake.needPoint')
        : draft.kind !== 'did-not-come' && draft.litres === null
          ? t('intake.needLitres')
          : undefined;
  const field = (name: string) => `${id}-${name}`;
  const line = (name: 'phone' | 'address' | 'name' | 'note', label: string, most: number) => (
    <Form.Item label={label} htmlFor={field(name)}>
      <Input
        id={field(name)}
        autoComplete="off"
        maxLength={most}
        value={draft[name]}
        inputMode={name === 'phone' ? 'tel' : 'text'}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Form.Item>
  );
  return (
    <Form layout="vertical" component="div" className={styles.intake}>
      <div className={styles.line}>
        <Form.Item label={t('intake.household')} htmlFor={field('household')}>
          <HouseholdSearch
            id={field('household')}
            response={view.response}
            value={draft.household}
            onChange={(household) => {
              const serves = points.find(({ place }) => place === household?.place);
              change({ household, ...(serves && { point: serves.id }) });
            }}
          />
        </Form.Item>
        <Form.Item required label={t('intake.point')} htmlFor={field('point')}>
          <Select
            id={field('point')}
            showSearch={{ optionFilterProp: 'label' }}
            value={draft.point ?? null}
            options={points.map(({ id: value, name }) => ({ value, label: name }))}
            onChange={(point: string) => change({ point, about: undefined })}
          />
        </Form.Item>
        <Form.Item required label={t('intake.kind')} htmlFor={field('kind')}>
          <Select
            id={field('kind')}
            value={draft.kind}
            options={RequestKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind: RequestKind) => change({ kind })}
          />
        </Form.Item>
        <Form.Item
          required={draft.kind !== 'did-not-come'}
          label={t('intake.litres')}
          htmlFor={field('litres')}
        >
          <InputNumber
            id={field('litres')}
            className={styles.whole ?? ''}
            min={0}
            max={mostLitres}
            precision={0}
            disabled={draft.kind === 'did-not-come'}
            value={draft.kind === 'did-not-come' ? null : draft.litres}
            onChange={(litres) => change({ litres })}
          />
        </Form.Item>
        {line('phone', t('intake.phone'), 20)}
        <ActionButton
          type="primary"
          className={styles.save ?? ''}
          loading={save.isPending}
          disabledReason={reason}
          onClick={() => save.mutate()}
        >
          {t('intake.save')}
        </ActionButton>
      </div>
      {complaint && draft.point !== undefined && (
        <DeliverySelect
          view={view}
          point={draft.point}
          value={draft.about}
          onChange={(about) => change({ about })}
        />
      )}
      <AlikeNote
        view={view}
        household={draft.household?.id ?? null}
        phone={draft.phone}
        point={draft.point ?? null}
      />
      <Button
        type="link"
        size="small"
        className={styles.fold ?? ''}
        aria-expanded={more}
        onClick={() => setMore(!more)}
      >
        {t('intake.more')}
      </Button>
      {more && (
        <div className={styles.more}>
          {line('address', t('intake.address'), 200)}
          {line('name', t('intake.name'), 40)}
          {line('note', t('intake.text'), 300)}
        </div>
      )}
      {save.error && <ErrorState inline error={save.error} />}
      {save.data && <TakenNote taken={save.data} today={view.of.today} />}
    </Form>
  );
}
