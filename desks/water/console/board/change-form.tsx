import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Radio, Segmented, Select } from 'antd';
import { useState } from 'react';
import type { DeskDayView } from '../desk-day.tsx';
import { boardMessages } from '../messages/board.ts';
import { dayQuery } from '../queries.ts';
import styles from './board.module.css';
import { type Change, type ChangeKind, changeKinds } from './changes.ts';

/** What happened, to what, and why: two taps where the reason is a usual one. */
export function ChangeForm(props: {
  view: DeskDayView;
  given: Partial<Change>;
  busy: boolean;
  error: unknown;
  onStart: (change: Change) => void;
  onClose: () => void;
}) {
  const { view, given } = props;
  const t = boardMessages.use();
  const [kind, setKind] = useState<ChangeKind>(given.kind ?? 'source');
  const [id, setId] = useState(given.id);
  const [reason, setReason] = useState(given.reason ?? '');
  const [have, setHave] = useState<number | null>(given.have ?? null);
  const options = useChoices(view, kind);
  const ready = id !== undefined && (kind === 'well' ? have !== null : reason.trim() !== '');
  return (
    <Form layout="vertical" component="div" className={styles.form}>
      {given.kind === undefined && (
        <Form.Item required label={t('change.what')}>
          <Segmented
            vertical
            block
            aria-label={t('change.what')}
            value={kind}
            onChange={(next) => {
              setKind(next);
              setId(undefined);
              setReason('');
            }}
            options={changeKinds.map((value) => ({ value, label: t(`change.kind.${value}`) }))}
          />
        </Form.Item>
      )}
      <Form.Item required label={t(`change.which.${kind}`)} htmlFor="change-which">
        <Select
          id="change-which"
          showSearch={{ optionFilterProp: 'label' }}
          value={id}
          onChange={setId}
          options={options}
          notFoundContent={t('change.none')}
        />
      </Form.Item>
      {kind === 'well' ? (
        <Form.Item required label={t('change.have')} htmlFor="change-have">
          <InputNumber
            id="change-have"
            className={styles.wide ?? ''}
            value={have}
            min={0}
            max={10_000_000}
            precision={0}
            onChange={setHave}
          />
        </Form.Item>
      ) : (
        <Form.Item required label={t('change.why')} htmlFor="change-why">
          <div className={styles.form}>
            <Radio.Group
              aria-label={t('change.why')}
              value={reason}
              onChange={(event) => setReason(event.target.value as string)}
              options={(['a', 'b', 'c'] as const).map((one) => t(`change.whys.${kind}.${one}`))}
            />
            <Input
              id="change-why"
              value={reason}
              maxLength={150}
              placeholder={t('change.whyPlaceholder')}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
        </Form.Item>
      )}
      {props.error !== null && <ErrorState inline error={props.error} />}
      <div className={styles.footer}>
        <Button onClick={props.onClose}>{t('change.cancel')}</Button>
        <ActionButton
          type="primary"
          loading={props.busy}
          disabledReason={
            ready ? undefined : t(kind === 'well' ? 'change.neededHave' : 'change.needed')
          }
          onClick={() => id && props.onStart({ kind, id, reason: reason.trim(), have })}
        >
          {t('change.start')}
        </ActionButton>
      </div>
    </Form>
  );
}

/** Of each kind those that this can still happen to. */
function useChoices(view: DeskDayView, kind: ChangeKind) {
  const { data } = useQuery(dayQuery(view));
  const named = (rows: readonly { id: string; name: string }[]) =>
    rows.map(({ id, name }) => ({ value: id, label: name }));
  if (!data) return [];
  if (kind === 'source') return named(data.sources.filter(({ state }) => state === 'open'));
  if (kind === 'tanker') return named(data.tankers.filter(({ state }) => state === 'ready'));
  if (kind === 'way') return named(data.points.filter(({ wayClosed }) => !wayClosed));
  return named(data.points);
}
