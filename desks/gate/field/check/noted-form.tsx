import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Chips } from '@liangbuwu/ui/phone/chips.tsx';
import { NumberField } from '@liangbuwu/ui/phone/number-field.tsx';
import { TextField } from '@liangbuwu/ui/phone/text-field.tsx';
import { TimeRow } from '@liangbuwu/ui/phone/time-row.tsx';
import styles from '../gate-field.module.css';
import { gateFieldMessages } from '../messages/gate-field.ts';
import { type Fault, feverFrom, type Noted, readTemperature } from './check-body.ts';

type Vehicle = NonNullable<Noted['vehicle']>;

/** What a guard measures and looks at, in big fields; all of it may stay empty but what a vehicle has to show. */
export function NotedForm(props: {
  noted: Noted;
  fault: Fault | undefined;
  now: number;
  onChange: (noted: Noted) => void;
}) {
  const t = gateFieldMessages.use();
  const { noted, fault, onChange } = props;
  const { vehicle } = noted;
  const temperature = readTemperature(noted.temperature);
  return (
    <div className={styles.noted}>
      <NumberField
        decimal
        label={t('temperature')}
        unit={t('temperature-unit')}
        value={noted.temperature}
        onChange={(text) => onChange({ ...noted, temperature: text })}
        fault={fault === 'temperature' ? t('temperature-unclear') : undefined}
      />
      {typeof temperature === 'number' && temperature >= feverFrom && (
        <output className={styles.fever}>{t('fever')}</output>
      )}
      <Chips
        legend={t('mask')}
        options={[
          { value: 'on', name: t('mask-on') },
          { value: 'off', name: t('mask-off') },
        ]}
        chosen={noted.mask === undefined ? undefined : noted.mask ? 'on' : 'off'}
        onChoose={(value) => onChange({ ...noted, mask: value === 'on' })}
      />
      {vehicle ? (
        <VehicleForm
          vehicle={vehicle}
          fault={fault}
          onChange={(changed) => onChange({ ...noted, vehicle: changed })}
        />
      ) : (
        <Button small onClick={() => onChange({ ...noted, vehicle: emptyVehicle(props.now) })}>
          {t('is-vehicle')}
        </Button>
      )}
    </div>
  );
}

export const emptyVehicle = (at: number): Vehicle => ({
  disinfected: undefined,
  at,
  by: '',
  seals: '',
});

function VehicleForm(props: {
  vehicle: Vehicle;
  fault: Fault | undefined;
  onChange: (vehicle: Vehicle) => void;
}) {
  const t = gateFieldMessages.use();
  const { vehicle, fault, onChange } = props;
  return (
    <>
      <Chips
        legend={t('disinfected')}
        options={[
          { value: 'yes', name: t('disinfected-yes') },
          { value: 'no', name: t('disinfected-no') },
        ]}
        chosen={vehicle.disinfected === undefined ? undefined : vehicle.disinfected ? 'yes' : 'no'}
        onChoose={(value) => onChange({ ...vehicle, disinfected: value === 'yes' })}
      />
      {vehicle.disinfected && (
        <>
          <div>
            <p className={styles.muted}>{t('disinfected-time')}</p>
            <TimeRow value={vehicle.at} onChange={(at) => onChange({ ...vehicle, at })} />
          </div>
          <TextField
            label={t('disinfected-by')}
            hint={t('disinfected-by-hint')}
            value={vehicle.by}
            longest={40}
            onChange={(by) => onChange({ ...vehicle, by })}
          />
        </>
      )}
      <TextField
        label={t('seals')}
        hint={t('seals-hint')}
        value={vehicle.seals}
        longest={330}
        onChange={(seals) => onChange({ ...vehicle, seals })}
        fault={fault === 'seals' ? t('seals-unclear') : undefined}
      />
    </>
  );
}
