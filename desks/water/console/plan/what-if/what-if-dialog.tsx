import { call } from '@liangbuwu/office/http/console/call.ts';
import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Form, Modal, Select, Slider } from 'antd';
import { useState } from 'react';
import { makeWhatIf } from '../../../what-if.contract.ts';
import type { WhatIf } from '../../../what-if.ts';
import type { DeskDayView } from '../../desk-day.tsx';
import { whatIfMessages } from '../../messages/what-if.ts';
import { keys } from '../../query-keys.ts';
import type { Day } from '../day-names.ts';
import styles from './what-if.module.css';

const seconds = 10;
const mostTankers = 5;
const mostHours = 6;
/** Sliders of floors reach so far beyond the highest one. */
const reach = 2;

/** Asks what is to be assumed, and starts. Sent twice it is one: the id is chosen when the dialog opens. */
export function WhatIfDialog(props: {
  view: DeskDayView;
  day: Day;
  beside: PlanHead;
  onClose: () => void;
}) {
  const { view, day, beside, onClose } = props;
  const t = whatIfMessages.use();
  const say = useSay();
  const format = useFormat();
  const queries = useQueryClient();
  const registered = day.floors.tiers.map(({ litresPerPerson }) => litresPerPerson);
  const [plan] = useState(() => newId());
  const [floors, setFloors] = useState(registered);
  const [count, setCount] = useState(0);
  const [like, setLike] = useState(day.tankers[0]?.id);
  const [hours, setHours] = useState(0);
  const [without, setWithout] = useState<string[]>([]);
  const start = useMutation({
    mutationFn: (whatIf: WhatIf) =>
      call(makeWhatIf, { params: { plan }, body: { beside: beside.id, seconds, whatIf } }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.whatIfs(view) });
      onClose();
    },
  });
  const [survival = 0, basic = 0, full = 0] = floors;
  const rising = survival <= basic && basic <= full;
  const changed = floors.some((each, i) => each !== registered[i]);
  const whatIf: WhatIf = {
    floors: changed ? [survival, basic, full] : null,
    more: count > 0 && like !== undefined ? [{ like, count }] : [],
    longer: hours * 3600,
    without,
  };
  const nothing = !changed && whatIf.more.length === 0 && hours === 0 && without.length === 0;
  const more = t('more', { count: format.number(count) });
  const longer = t('longer', { hours: format.number(hours, 1) });
  const most = Math.ceil((Math.max(...registered) * reach) / 10) * 10;
  const cannot = !rising ? t('order') : nothing ? t('nothing') : undefined;
  return (
    <Modal
      open
      title={t('dialog', { version: format.number(beside.version) })}
      onCancel={onClose}
      footer={
        <div className={styles.footer}>
          <span className={styles.about}>{t('seconds', { seconds: format.number(seconds) })}</span>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <ActionButton
            type="primary"
            loading={start.isPending}
            disabledReason={cannot}
            onClick={() => start.mutate(whatIf)}
          >
            {t('start')}
          </ActionButton>
        </div>
      }
    >
      <Form layout="vertical" component="div" className={styles.form}>
        <fieldset className={styles.group}>
          <legend>{t('floors')}</legend>
          {day.floors.tiers.map((tier, i) => {
            const label = t('floor', {
              floor: say(tier.label),
              litres: format.number(floors[i], 1),
            });
            return (
              <label key={tier.name} className={styles.slider}>
                <span>{label}</span>
                <Slider
                  min={0}
                  max={most}
                  step={0.5}
                  value={floors[i] ?? 0}
                  ariaLabelForHandle={label}
                  tooltip={{ open: false }}
                  onChange={(value) => setFloors(floors.map((old, at) => (at === i ? value : old)))}
                />
              </label>
            );
          })}
          {!rising && <p className={styles.order}>{t('order')}</p>}
        </fieldset>
        <div className={styles.group}>
          <h3>{more}</h3>
          <Slider
            min={0}
            max={mostTankers}
            value={count}
            ariaLabelForHandle={more}
            tooltip={{ open: false }}
            onChange={setCount}
          />
          {count > 0 && (
            <Select
              aria-label={t('like')}
              value={like ?? null}
              onChange={setLike}
              options={day.tankers.map(({ id, name, litres }) => ({
                value: id,
                label: `${name} · ${format.litres(litres)}`,
              }))}
            />
          )}
        </div>
        <div className={styles.group}>
          <h3>{longer}</h3>
          <Slider
            min={0}
            max={mostHours}
            step={0.5}
            value={hours}
            ariaLabelForHandle={longer}
            tooltip={{ open: false }}
            onChange={setHours}
          />
        </div>
        <fieldset className={styles.group}>
          <legend>{t('without')}</legend>
          <Checkbox.Group
            className={styles.sources ?? ''}
            value={without}
            onChange={setWithout}
            options={day.sources
              .filter(({ state }) => state === 'open')
              .map(({ id, name }) => ({ value: id, label: name }))}
          />
        </fieldset>
        {start.error && <ErrorState inline error={start.error} />}
      </Form>
    </Modal>
  );
}
