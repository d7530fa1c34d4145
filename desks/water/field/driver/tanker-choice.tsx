import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Picker } from '@liangbuwu/ui/phone/picker.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import type { FieldTanker } from '../../recording/field-day.ts';
import { driverMessages } from '../messages/driver.ts';

/** The tankers, those first whose name or today's driver is in the account's own name. */
function ownFirst(tankers: readonly FieldTanker[], name: string): FieldTanker[] {
  const own = (tanker: FieldTanker) =>
    (name.includes(tanker.name) ? 2 : 0) +
    (tanker.shifts.some(({ driver }) => name.includes(driver)) ? 1 : 0);
  return [...tankers].sort((one, other) => own(other) - own(one));
}

/** Chosen once, and remembered for the day. */
export function TankerChoice(props: {
  tankers: readonly FieldTanker[];
  onChoose: (id: string) => void;
}) {
  const t = driverMessages.use();
  const format = useFormat();
  const { me } = useTools();
  return (
    <Picker
      rows={ownFirst(props.tankers, me.name).map(({ id, name, litres, shifts, out }) => ({
        id,
        name: out ? `${name} · ${t('out')}` : name,
        note: t('tanker-line', {
          litres: format.litres(litres),
          drivers:
            shifts
              .map(({ driver, from, to }) => `${driver} ${format.timeRange(from, to)}`)
              .join('、') || t('no-shift'),
        }),
      }))}
      onPick={props.onChoose}
    />
  );
}
