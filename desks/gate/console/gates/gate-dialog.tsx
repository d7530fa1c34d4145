import { call } from '@liangbuwu/office/http/console/call.ts';
import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import type { Column } from '@liangbuwu/office/tables/column.ts';
import { ReferenceSelect } from '@liangbuwu/office/tables/console/reference-select.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { findRefusal } from '@liangbuwu/ui/state/refusal.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Checkbox, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { GateKind, Purpose } from '../../gate.ts';
import { putGate } from '../../gates/gates.contract.ts';
import type { GateSetUp } from '../../gates/set-up.contract.ts';
import { gatesMessages } from '../messages/gates.ts';
import styles from './gates.module.css';

interface Draft {
  name: string;
  kind: GateKind;
  area: string | undefined;
  purposes: Purpose[];
  place: string | undefined;
}

const fields = ['name', 'area', 'purposes', 'place'] as const;
type Field = (typeof fields)[number];

const usual: Record<GateKind, Purpose[]> = {
  site: ['enter-site', 'load-vehicle'],
  village: ['enter-village'],
  school: ['return-to-school'],
};

const areaColumn: Column = {
  field: 'area',
  kind: 'area',
  label: { 'zh-CN': '辖区', en: 'Area' },
};
const placeColumn: Column = {
  field: 'place',
  kind: 'place',
  label: { 'zh-CN': '位置', en: 'Place' },
  optional: true,
};

/** Sets a gate up, or changes one. What is refused is said at its field. */
export function GateDialog(props: { gate?: GateSetUp; response: string; onClose(): void }) {
  const { gate, onClose } = props;
  const t = gatesMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  // One id for the dialog: sent again after a broken connection, it stays one gate.
  const [fresh] = useState(newId);
  const [begun] = useState<Draft>(() => ({
    name: gate?.name ?? '',
    kind: gate?.kind ?? 'site',
    area: gate?.area,
    purposes: gate?.purposes ?? usual.site,
    place: gate?.place?.id,
  }));
  const [draft, setDraft] = useState(begun);
  const [tried, setTried] = useState(false);
  const change = (patch: Partial<Draft>) => {
    setDraft({ ...draft, ...patch });
    save.reset();
  };
  const save = useMutation({
    mutationFn: () =>
      call(putGate, {
        params: { gate: gate?.id ?? fresh },
        body: {
          response: props.response,
          area: draft.area ?? '',
          name: draft.name.trim(),
          kind: draft.kind,
          purposes: draft.purposes,
          // A place that who edits cannot see stays as it is.
          ...(draft.place !== begun.place && { place: draft.place ?? null }),
          invented: gate?.invented ?? false,
        },
      }),
    onSuccess: async ({ name }) => {
      void message.success(t('form.saved', { gate: name }));
      await queries.invalidateQueries({ queryKey: ['gate'] });
      onClose();
    },
  });
  useUnsavedGuard(draft !== begun && !save.isSuccess);
  const missing: Record<Field, boolean> = {
    name: draft.name.trim() === '',
    area: draft.area === undefined,
    purposes: draft.purposes.length === 0,
    place: false,
  };
  const at = findRefusal(save.error)?.at ?? [];
  const faultOf = (field: Field): string | undefined => {
    if (tried && missing[field]) return t('form.need');
    const fault = at.find(({ path }) => path.split('/')[2] === field);
    return fault && `${say(fault.cause)} ${say(fault.remedy)}`;
  };
  const isElsewhere = save.error !== null && !fields.some((field) => faultOf(field) !== undefined);
  const item = (field: Field, label: string, child: ReactNode, extra?: string) => {
    const fault = faultOf(field);
    return (
      <Form.Item
        label={label}
        htmlFor={`${id}-${field}`}
        extra={extra}
        {...(fault && { validateStatus: 'error' as const, help: fault })}
      >
        {child}
      </Form.Item>
    );
  };
  const send = () => {
    setTried(true);
    if (!fields.some((field) => missing[field])) save.mutate();
  };
  return (
    <Modal
      open
      width={560}
      title={gate ? t('form.editTitle', { gate: gate.name }) : t('form.addTitle')}
      onCancel={onClose}
      mask={{ closable: draft === begun }}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={send}>
            {t('form.save')}
          </Button>
        </div>
      }
    >
      <Form layout="vertical" component="div" requiredMark={false} className={styles.form ?? ''}>
        {item(
          'name',
          t('form.name'),
          <Input
            id={`${id}-name`}
            maxLength={40}
            autoComplete="off"
            value={draft.name}
            onChange={({ target }) => change({ name: target.value })}
          />,
        )}
        <Form.Item label={t('form.kind')} htmlFor={`${id}-kind`}>
          <Select
            id={`${id}-kind`}
            value={draft.kind}
            options={GateKind.options.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            onChange={(kind: GateKind) =>
              change({
                kind,
                ...(draft.purposes === usual[draft.kind] && { purposes: usual[kind] }),
              })
            }
          />
        </Form.Item>
        {gate
          ? item(
              'area',
              t('form.area'),
              <Input id={`${id}-area`} disabled value={gate.areaName} />,
              t('form.areaFixed'),
            )
          : item(
              'area',
              t('form.area'),
              <ReferenceSelect
                id={`${id}-area`}
                column={areaColumn}
                value={draft.area}
                names={{}}
                other={undefined}
                onChange={(area) => change({ area })}
              />,
            )}
        {item(
          'purposes',
          t('form.purposes'),
          <Checkbox.Group
            value={draft.purposes}
            onChange={(purposes) => change({ purposes })}
            options={Purpose.options.map((value) => ({ value, label: say(purposeWords[value]) }))}
          />,
        )}
        {item(
          'place',
          t('form.place'),
          <ReferenceSelect
            id={`${id}-place`}
            column={placeColumn}
            value={draft.place}
            names={gate?.place ? { [gate.place.id]: gate.place.name } : {}}
            other={undefined}
            onChange={(place) => change({ place })}
          />,
        )}
        {isElsewhere && <ErrorState inline error={save.error} />}
      </Form>
    </Modal>
  );
}
