import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { Checkbox } from 'antd';
import type { Mode, SchoolDay } from '../../../times/day.ts';
import { schoolDayMessages } from '../../messages/school-day.ts';
import { ChoiceCell, HoursCell, NameCell, NumberCell, TimeCell } from './cells.tsx';
import { EditTable } from './edit-table.tsx';
import { useRowWords, without } from './rows.ts';
import type { TableProps } from './school-day-page.tsx';

const modes: readonly Mode[] = ['walk', 'car', 'bus'];

export function GateTable({ day, change }: TableProps) {
  const t = schoolDayMessages.use();
  const { rowName, label } = useRowWords();
  const set = (at: number, patch: Partial<SchoolDay['gates'][number]>) =>
    change({ gates: day.gates.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  return (
    <EditTable
      title={t('gates.title')}
      note={t('gates.note')}
      heads={[t('gates.name'), t('gates.perMinute'), t('gates.modes'), t('gates.open')]}
      rows={day.gates.map((gate, at) => {
        const name = rowName(gate.name, at);
        return {
          key: gate.id,
          name,
          cells: [
            <NameCell
              key="name"
              label={label(name, t('gates.name'))}
              value={gate.name}
              onChange={(value) => set(at, { name: value })}
            />,
            <NumberCell
              key="flow"
              label={label(name, t('gates.perMinute'))}
              min={1}
              max={600}
              value={gate.perMinute}
              onChange={(perMinute) => set(at, { perMinute })}
            />,
            <Checkbox.Group
              key="modes"
              aria-label={label(name, t('gates.modes'))}
              value={gate.modes}
              options={modes.map((mode) => ({ value: mode, label: t(`gates.${mode}`) }))}
              onChange={(value) => set(at, { modes: value })}
            />,
            <HoursCell
              key="open"
              label={label(name, t('gates.open'))}
              value={gate.open}
              onChange={(open) => set(at, { open })}
            />,
          ],
        };
      })}
      add={{
        onAdd: () =>
          change({
            gates: [
              ...day.gates,
              { id: newId(), name: '', perMinute: 30, modes: ['walk'], open: [] },
            ],
          }),
      }}
      onRemove={(at) => change({ gates: without(day.gates, at) })}
    />
  );
}

export function StairTable({ day, change }: TableProps) {
  const t = schoolDayMessages.use();
  const { rowName, label } = useRowWords();
  const set = (at: number, patch: Partial<SchoolDay['stairs'][number]>) =>
    change({ stairs: day.stairs.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  return (
    <EditTable
      title={t('stairs.title')}
      note={t('stairs.note')}
      heads={[t('stairs.name'), t('stairs.perMinute')]}
      rows={day.stairs.map((stair, at) => {
        const name = rowName(stair.name, at);
        return {
          key: stair.id,
          name,
          cells: [
            <NameCell
              key="name"
              label={label(name, t('stairs.name'))}
              value={stair.name}
              onChange={(value) => set(at, { name: value })}
            />,
            <NumberCell
              key="flow"
              label={label(name, t('stairs.perMinute'))}
              min={1}
              max={600}
              value={stair.perMinute}
              onChange={(perMinute) => set(at, { perMinute })}
            />,
          ],
        };
      })}
      add={{
        onAdd: () => change({ stairs: [...day.stairs, { id: newId(), name: '', perMinute: 40 }] }),
      }}
      onRemove={(at) =>
        change({
          stairs: without(day.stairs, at),
          classes: day.classes.map((one) =>
            one.stair === day.stairs[at]?.id ? { ...one, stair: null } : one,
          ),
        })
      }
    />
  );
}

export function BusTable({ day, change }: TableProps) {
  const t = schoolDayMessages.use();
  const { rowName, label } = useRowWords();
  const set = (at: number, patch: Partial<SchoolDay['buses'][number]>) =>
    change({ buses: day.buses.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const gates = day.gates.map(({ id, name }, at) => ({ value: id, label: rowName(name, at) }));
  return (
    <EditTable
      title={t('buses.title')}
      note={t('buses.note')}
      heads={[t('buses.name'), t('buses.gate'), t('buses.arrives'), t('buses.leaves')]}
      rows={day.buses.map((bus, at) => {
        const name = rowName(bus.name, at);
        return {
          key: bus.id,
          name,
          cells: [
            <NameCell
              key="name"
              label={label(name, t('buses.name'))}
              value={bus.name}
              onChange={(value) => set(at, { name: value })}
            />,
            <ChoiceCell
              key="gate"
              label={label(name, t('buses.gate'))}
              value={bus.gate}
              options={gates}
              onChange={(gate) => set(at, { gate })}
            />,
            <TimeCell
              key="arrives"
              label={label(name, t('buses.arrives'))}
              value={bus.arrives}
              onChange={(arrives) => set(at, { arrives })}
            />,
            <TimeCell
              key="leaves"
              label={label(name, t('buses.leaves'))}
              value={bus.leaves}
              onChange={(leaves) => set(at, { leaves })}
            />,
          ],
        };
      })}
      {...(gates[0] && {
        add: {
          onAdd: () =>
            change({
              buses: [
                ...day.buses,
                { id: newId(), name: '', gate: gates[0]?.value ?? '', arrives: null, leaves: null },
              ],
            }),
        },
      })}
      onRemove={(at) =>
        change({
          buses: without(day.buses, at),
          classes: day.classes.map((one) => ({
            ...one,
            rides: one.rides.filter(({ bus }) => bus !== day.buses[at]?.id),
          })),
        })
      }
    />
  );
}
