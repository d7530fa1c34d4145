import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import { planDoors } from '../../doors/doors.contract.ts';
import type { DoorSheet, DoorVillage } from '../../doors/sheet.ts';
import type { WalkSettings } from '../../doors/walks.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { doorMessages } from '../messages/doors.ts';
import { secondOf } from '../plan/by-hand/hand-state.ts';
import { useEnded } from '../use-ended.ts';
import styles from './doors.module.css';

const figures = [
  { field: 'carryLitres', words: 'carry', hint: 'carryHint', least: 1, most: 1000 },
  { field: 'tripMetres', words: 'trip', hint: 'tripHint', least: 50, most: 10_000 },
  { field: 'mostMetres', words: 'most', hint: 'mostHint', least: 100, most: 30_000 },
  { field: 'doorMinutes', words: 'door', hint: undefined, least: 0, most: 120 },
] as const;

/** Who walks, and what a walk is reckoned with. */
export function PlanForm(props: { view: DeskDayView; sheet: DoorSheet; village: DoorVillage }) {
  const { view, sheet, village } = props;
  const t = doorMessages.use();
  const format = useFormat();
  const id = useId();
  const queries = useQueryClient();
  const before = village.plan?.asked;
  const [plan] = useState(() => newId());
  const [who, setWho] = useState<string[]>(
    () => before?.volunteers ?? village.volunteers.filter((one) => one.usual).map((one) => one.id),
  );
  const [settings, setSettings] = useState<WalkSettings>(before?.settings ?? sheet.usual);
  const [starts, setStarts] = useState(() => format.timeOfDay(sheet.starts));
  const second = secondOf(starts);
  const save = useMutation({
    mutationFn: () =>
      call(planDoors, {
        params: { plan },
        body: {
          response: view.response,
          area: village.area,
          day: sheet.day,
          volunteers: who,
          starts: second ?? sheet.starts,
          settings,
          replaces: village.plan?.version ?? null,
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['water', 'doors'] }),
  });
  const ended = useEnded(view);
  const reason = ended
    ? ended
    : !view.isToday
      ? t('plan.other')
      : village.volunteers.length === 0
        ? t('plan.noVolunteers')
        : who.length === 0
          ? t('plan.needWho')
          : second === undefined
            ? t('plan.needStarts')
            : undefined;
  return (
    <Panel title={t('plan.title')} note={t('plan.note')}>
      <Form layout="vertical" component="div" className={styles.form}>
        <Form.Item
          required
          label={t('plan.who')}
          htmlFor={`${id}-who`}
          className={styles.who ?? ''}
        >
          <Select
            id={`${id}-who`}
            mode="multiple"
            value={who}
            options={village.volunteers.map((one) => ({ value: one.id, label: one.name }))}
            onChange={setWho}
            placeholder={t('plan.needWho')}
          />
        </Form.Item>
        <Form.Item required label={t('plan.starts')} htmlFor={`${id}-starts`}>
          <Input
            id={`${id}-starts`}
            className={styles.figure ?? ''}
            inputMode="numeric"
            maxLength={5}
            status={second === undefined ? 'error' : ''}
            value={starts}
            onChange={({ target }) => setStarts(target.value)}
          />
        </Form.Item>
        {figures.map(({ field, words, hint, least, most }) => (
          <Form.Item
            required
            key={field}
            label={t(`plan.${words}`)}
            htmlFor={`${id}-${field}`}
            extra={hint && t(`plan.${hint}`)}
          >
            <InputNumber
              id={`${id}-${field}`}
              className={styles.figure ?? ''}
              min={least}
              max={most}
              precision={0}
              value={settings[field]}
              onChange={(value) => value !== null && setSettings({ ...settings, [field]: value })}
            />
          </Form.Item>
        ))}
      </Form>
      {save.error && <ErrorState inline error={save.error} />}
      <ActionButton
        type="primary"
        loading={save.isPending}
        disabledReason={reason}
        onClick={() => save.mutate()}
      >
        {village.plan ? t('plan.again', { version: village.plan.version }) : t('plan.make')}
      </ActionButton>
    </Panel>
  );
}
