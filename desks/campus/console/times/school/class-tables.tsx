import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Checkbox } from 'antd';
import { type AttendingClass, type SchoolDay, walkersOf } from '../../../times/day.ts';
import { schoolDayMessages } from '../../messages/school-day.ts';
import { ChoiceCell, NumberCell } from './cells.tsx';
import { EditTable } from './edit-table.tsx';
import { useRowWords, without } from './rows.ts';
import type { TableProps } from './school-day-page.tsx';

type Named = TableProps & { names: ReadonlyMap<string, string> };

/** How many come to each class, how, and up which stair. */
export function ClassTable({ day, change, names }: Named) {
  const t = schoolDayMessages.use();
  const format = useFormat();
  const { rowName, label } = useRowWords();
  const set = (at: number, patch: Partial<AttendingClass>) =>
    change({ classes: day.classes.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const buses = day.buses.map(({ id, name }, at) => ({ id, name: rowName(name, at) }));
  const stairs = [
    { value: '', label: t('classes.ground') },
    ...day.stairs.map(({ id, name }, at) => ({ value: id, label: rowName(name, at) })),
  ];
  const ride = ({ rides }: AttendingClass, bus: string, people: number) => [
    ...rides.filter((one) => one.bus !== bus),
    ...(people > 0 ? [{ bus, people }] : []),
  ];
  return (
    <EditTable
      title={t('classes.title')}
      note={t('classes.note')}
      pinned
      heads={[
        t('classes.name'),
        t('classes.people'),
        t('classes.boarders'),
        t('classes.cars'),
        ...buses.map(({ name }) => name),
        t('classes.walkers'),
        t('classes.stair'),
        t('classes.home'),
      ]}
      rows={day.classes.map((one, at) => {
        const name = names.get(one.class) ?? '';
        return {
          key: one.class,
          name,
          cells: [
            name,
            ...(['people', 'boarders', 'cars'] as const).map((field) => (
              <NumberCell
                key={field}
                label={label(name, t(`classes.${field}`))}
                max={300}
                value={one[field]}
                onChange={(value) => set(at, { [field]: value })}
              />
            )),
            ...buses.map((bus) => (
              <NumberCell
                key={bus.id}
                label={label(name, bus.name)}
                max={300}
                value={one.rides.find((found) => found.bus === bus.id)?.people ?? 0}
                onChange={(people) => set(at, { rides: ride(one, bus.id, people) })}
              />
            )),
            format.number(walkersOf(one)),
            <ChoiceCell
              key="stair"
              label={label(name, t('classes.stair'))}
              value={one.stair ?? ''}
              options={stairs}
              onChange={(stair) => set(at, { stair: stair || null })}
            />,
            <Checkbox
              key="home"
              aria-label={label(name, t('classes.home'))}
              checked={one.home}
              onChange={({ target }) => set(at, { home: target.checked })}
            />,
          ],
        };
      })}
    />
  );
}

export function SiblingTable({ day, change, names }: Named) {
  const t = schoolDayMessages.use();
  const { rowName, label } = useRowWords();
  const set = (at: number, patch: Partial<SchoolDay['siblings'][number]>) =>
    change({ siblings: day.siblings.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
  const options = day.classes.map((one) => ({
    value: one.class,
    label: names.get(one.class) ?? '',
  }));
  const [first, second] = options;
  return (
    <EditTable
      title={t('siblings.title')}
      note={t('siblings.note')}
      heads={[t('siblings.first'), t('siblings.second'), t('siblings.children'), t('siblings.by')]}
      rows={day.siblings.map(({ classes: [a, b], children, by }, at) => {
        const name = rowName('', at);
        return {
          key: `${at}`,
          name,
          cells: [
            <ChoiceCell
              key="first"
              label={label(name, t('siblings.first'))}
              value={a}
              options={options}
              onChange={(value) => set(at, { classes: [value, b] })}
            />,
            <ChoiceCell
              key="second"
              label={label(name, t('siblings.second'))}
              value={b}
              options={options}
              onChange={(value) => set(at, { classes: [a, value] })}
            />,
            <NumberCell
              key="children"
              label={label(name, t('siblings.children'))}
              min={1}
              max={50}
              value={children}
              onChange={(value) => set(at, { children: value })}
            />,
            <ChoiceCell
              key="by"
              label={label(name, t('siblings.by'))}
              value={by}
              options={(['walk', 'car'] as const).map((value) => ({
                value,
                label: t(`gates.${value}`),
              }))}
              onChange={(value) => set(at, { by: value })}
            />,
          ],
        };
      })}
      {...(first &&
        second && {
          add: {
            onAdd: () =>
              change({
                siblings: [
                  ...day.siblings,
                  { classes: [first.value, second.value], children: 2, by: 'walk' },
                ],
              }),
          },
        })}
      onRemove={(at) => change({ siblings: without(day.siblings, at) })}
    />
  );
}
