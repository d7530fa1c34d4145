import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Form, Segmented } from 'antd';
import { type ReactNode, useState } from 'react';
import type { HandedPlan } from '../../hand.ts';
import type { DeskDayView } from '../desk-day.tsx';
import { versionMessages } from '../messages/versions.ts';
import { handQuery, plansQuery } from '../queries.ts';
import styles from './plan-again-dialog.module.css';
import { findInForce } from './versions.ts';

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** What a plan begins with: nothing, the day before's trips, or what people decided in the plan in force. */
export function useBeginning(
  view: DeskDayView,
  inForce: PlanHead | undefined,
): {
  hand: HandedPlan | undefined;
  /** The machine has nothing to do. */
  asItIs: boolean;
  /** Whether it is known what there is to begin with. */
  known: boolean;
  fields: ReactNode;
} {
  const t = versionMessages.use();
  const format = useFormat();
  const decided = useQuery({ ...handQuery(inForce?.id ?? ''), enabled: inForce !== undefined });
  const plans = useQuery(plansQuery({ ...view, day: dayBefore(view.day) }));
  const [copies, setCopies] = useState(false);
  const [leaves, setLeaves] = useState(false);
  const [keeps, setKeeps] = useState(true);
  const before = findInForce(plans.data?.plans ?? []);
  const { pins = [], locks = [] } = decided.data?.hand ?? {};
  const held = inForce && pins.length + locks.length > 0 ? inForce : undefined;
  const none = { moves: [], pins: [], locks: [] };
  const copied = copies && before ? { ...none, from: before.id, machine: !leaves } : undefined;
  const kept =
    keeps && held
      ? { ...none, from: held.id, machine: true, pins: pins.map(({ pin }) => pin), locks }
      : undefined;
  const fields = (
    <>
      {before && (
        <Form.Item
          label={t('again.from')}
          extra={copies ? t('again.fromBeforeNote') : undefined}
          className={styles.item ?? ''}
        >
          <Segmented
            aria-label={t('again.from')}
            value={copies}
            onChange={setCopies}
            options={[
              { value: false, label: t('again.fromNothing') },
              {
                value: true,
                label: t('again.fromBefore', {
                  day: format.date(before.day),
                  version: format.number(before.version),
                }),
              },
            ]}
          />
        </Form.Item>
      )}
      {copied && (
        <Form.Item label={t('again.how')} className={styles.item ?? ''}>
          <Segmented
            aria-label={t('again.how')}
            value={leaves}
            onChange={setLeaves}
            options={[
              { value: false, label: t('again.machine') },
              { value: true, label: t('again.asItIs') },
            ]}
          />
        </Form.Item>
      )}
      {held && !copied && (
        <Form.Item className={styles.item ?? ''}>
          <Checkbox checked={keeps} onChange={(event) => setKeeps(event.target.checked)}>
            {t('again.keep', {
              version: format.number(held.version),
              pins: format.number(pins.length),
              locks: format.number(locks.length),
            })}
          </Checkbox>
        </Form.Item>
      )}
    </>
  );
  const pending = plans.isPending || (inForce !== undefined && decided.isPending);
  return { hand: copied ?? kept, asItIs: copied?.machine === false, known: !pending, fields };
}
