import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Checkbox } from 'antd';
import type { Starts } from '../../../times/day.ts';
import { schoolDayMessages } from '../../messages/school-day.ts';
import { ChoiceCell, NameCell, NumberCell, TimeCell } from './cells.tsx';
import { EditTable } from './edit-table.tsx';
import { useRowWords, without } from './rows.ts';
import styles from './school-day.module.css';
import type { TableProps } from './school-day-page.tsx';

const noon: Starts = { first: 660, last: 780, step: 10, usual: 720 };
const usualCanteen = { seats: 200, minutes: 20, walk: 5, counters: 6, perCounter: 6 };

/** When arrival, each meal and going home may begin. */
export function StartTable({ day, change }: TableProps) {
  const t = schoolDayMessages.use();
  const { rowName, label } = useRowWords();
  const meals = day.meals.map((meal, at) => {
    const set = (patch: Partial<typeof meal>) =>
      change({ meals: day.meals.map((one, i) => (i === at ? { ...one, ...patch } : one)) });
    const name = rowName(meal.name, at);
    return {
      key: meal.id,
      name,
      first: (
        <NameCell
          label={label(name, t('times.meal'))}
          value={meal.name}
          onChange={(value) => set({ name: value })}
        />
      ),
      who: (
        <ChoiceCell
          label={label(name, t('times.who'))}
          value={meal.eats}
          options={(['all', 'boarders'] as const).map((value) => ({
            value,
            label: t(`times.${value}`),
          }))}
          onChange={(eats) => set({ eats })}
        />
      ),
      starts: meal.starts,
      put: (starts: Starts) => set({ starts }),
    };
  });
  const end = (phase: 'arrival' | 'dismissal') => ({
    key: phase,
    name: t(`times.${phase}`),
    first: t(`times.${phase}`),
    who: t('times.everybody'),
    starts: day[phase],
    put: (starts: Starts) => change({ [phase]: starts }),
  });
  const rows = [end('arrival'), ...meals, end('dismissal')];
  return (
    <EditTable
      title={t('times.title')}
      note={t('times.note')}
      heads={[
        t('times.what'),
        t('times.who'),
        t('times.first'),
        t('times.last'),
        t('times.step'),
        t('times.usual'),
      ]}
      rows={rows.map(({ key, name, first, who, starts, put }) => ({
        key,
        name,
        cells: [
          first,
          who,
          <TimeCell
            key="first"
            label={label(name, t('times.first'))}
            value={starts.first}
            onChange={(value) => value !== null && put({ ...starts, first: value })}
          />,
          <TimeCell
            key="last"
            label={label(name, t('times.last'))}
            value={starts.last}
            onChange={(value) => value !== null && put({ ...starts, last: value })}
          />,
          <NumberCell
            key="step"
            label={label(name, t('times.step'))}
            min={5}
            max={60}
            value={starts.step}
            onChange={(step) => put({ ...starts, step })}
          />,
          <TimeCell
            key="usual"
            label={label(name, t('times.usual'))}
            value={starts.usual}
            onChange={(usual) => put({ ...starts, usual })}
          />,
        ],
      }))}
      {...(day.meals.length < 3 && {
        add: {
          label: t('times.addMeal'),
          onAdd: () =>
            change({
              canteen: day.canteen ?? usualCanteen,
              meals: [...day.meals, { id: newId(), name: '', eats: 'all', starts: noon }],
            }),
        },
      })}
      onRemove={(at) => change({ meals: without(day.meals, at - 1) })}
      removable={(at) => at > 0 && at <= day.meals.length}
    />
  );
}

const figures = [
  { name: 'seats', min: 1, max: 20_000 },
  { name: 'minutes', min: 5, max: 120 },
  { name: 'walk', min: 0, max: 30 },
  { name: 'counters', min: 1, max: 100 },
  { name: 'perCounter', min: 1, max: 60 },
] as const;

export function CanteenFields({ day, change }: TableProps) {
  const t = schoolDayMessages.use();
  const { canteen } = day;
  return (
    <Panel
      title={t('canteen.title')}
      tools={
        <Checkbox
          checked={canteen === null}
          disabled={day.meals.length > 0}
          onChange={({ target }) => change({ canteen: target.checked ? null : usualCanteen })}
        >
          {t('canteen.none')}
        </Checkbox>
      }
    >
      <div className={styles.figures}>
        {canteen &&
          figures.map(({ name, min, max }) => (
            <div key={name}>
              <span aria-hidden="true">{t(`canteen.${name}`)}</span>
              <NumberCell
                label={t(`canteen.${name}`)}
                min={min}
                max={max}
                value={canteen[name]}
                onChange={(value) => change({ canteen: { ...canteen, [name]: value } })}
              />
            </div>
          ))}
      </div>
    </Panel>
  );
}
