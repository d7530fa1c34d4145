import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PinIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useId, useState } from 'react';
import type { Move } from '../../../hand.ts';
import { byHandMessages } from '../../messages/by-hand.ts';
import type { Day } from '../day-names.ts';
import styles from './by-hand.module.css';
import { findPin, partAt, type Stand, secondOf } from './hand-state.ts';
import type { Hand } from './use-hand.ts';

/** One delivery to change, to drop or to pin; without one, a delivery to be added. */
export function StopForm(props: {
  hand: Hand;
  day: Day;
  stand: Stand | undefined;
  onMade: (ride: string | undefined) => void;
  onCancel?: () => void;
}) {
  const { hand, day, stand } = props;
  const t = byHandMessages.use();
  const format = useFormat();
  const id = useId();
  const own = day.tankers.find(({ shifts }) => shifts.some((shift) => shift.id === stand?.tanker));
  const was = stand && format.timeOfDay(stand.start);
  const [point, setPoint] = useState(stand?.point);
  const [tanker, setTanker] = useState(own?.id);
  const [start, setStart] = useState(was ?? '');
  const [litres, setLitres] = useState<number | null>(stand?.litres ?? null);
  const at = start === was ? stand?.start : secondOf(start);
  const to = day.tankers.find((one) => one.id === tanker);
  const part = to && at !== undefined ? partAt(to, at) : undefined;
  const complete = point !== undefined && part !== undefined && at !== undefined && litres !== null;
  const moves = stand !== undefined && (tanker !== own?.id || start !== was);
  const pours = stand !== undefined && litres !== stand.litres;
  const pinned = stand !== undefined && findPin(hand.decisions.pins, stand) !== undefined;

  const send = () => {
    if (!complete) return;
    const add = { kind: 'add' as const, tanker: part, point, at, litres };
    const made = (list: readonly Move[]) => hand.make(list, stand, props.onMade);
    if (!stand) return made([add]);
    const here = { tanker: stand.tanker, point: stand.point, start: stand.start };
    if (!moves) return made([{ kind: 'litres', ...here, litres }]);
    if (!pours) return made([{ kind: 'move', ...here, to: { tanker: part, at } }]);
    made([{ kind: 'drop', ...here }, add]);
  };
  const field = (name: string) => `${id}-${name}`;
  return (
    <Form layout="vertical" component="div" className={styles.form}>
      {!stand && (
        <Form.Item required label={t('stop.point')} htmlFor={field('point')}>
          <Select
            id={field('point')}
            showSearch={{ optionFilterProp: 'label' }}
            value={point ?? null}
            onChange={setPoint}
            options={day.points.map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
      )}
      <div className={styles.fields}>
        <Form.Item required label={t('stop.tanker')} htmlFor={field('tanker')}>
          <Select
            id={field('tanker')}
            value={tanker ?? null}
            onChange={setTanker}
            options={day.tankers.map(({ id: value, name }) => ({ value, label: name }))}
          />
        </Form.Item>
        <Form.Item required label={t('stop.start')} htmlFor={field('start')}>
          <Input
            id={field('start')}
            inputMode="numeric"
            maxLength={5}
            placeholder="09:30"
            status={start !== '' && at === undefined ? 'error' : ''}
            value={start}
            onChange={(event) => setStart(event.target.value)}
          />
        </Form.Item>
        <Form.Item required label={t('stop.litres')} htmlFor={field('litres')}>
          <InputNumber
            id={field('litres')}
            className={styles.litres ?? ''}
            value={litres}
            min={1}
            max={100_000}
            precision={0}
            step={500}
            onChange={setLitres}
          />
        </Form.Item>
      </div>
      <div className={styles.actions}>
        <ActionButton
          type="primary"
          loading={hand.busy}
          disabledReason={
            !complete
              ? t('stop.needed')
              : stand && !moves && !pours
                ? t('stop.unchanged')
                : undefined
          }
          onClick={send}
        >
          {t(stand ? 'stop.apply' : 'stop.add')}
        </ActionButton>
        {stand ? (
          <>
            <Button icon={<PinIcon />} aria-pressed={pinned} onClick={() => hand.pin(stand)}>
              {t(pinned ? 'stop.unpin' : 'stop.pin')}
            </Button>
            <Button
              danger
              onClick={() =>
                hand.make(
                  [{ kind: 'drop', tanker: stand.tanker, point: stand.point, start: stand.start }],
                  stand,
                  props.onMade,
                )
              }
            >
              {t('stop.drop')}
            </Button>
          </>
        ) : (
          <Button onClick={props.onCancel}>{t('stop.cancelAdd')}</Button>
        )}
      </div>
      {stand && <p className={styles.note}>{t('stop.pinNote')}</p>}
    </Form>
  );
}
