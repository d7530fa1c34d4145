import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { timeOfMinute } from '../../care/programme.ts';
import { removeShift } from '../../roster/roster.contract.ts';
import { dutyWords, type Roster, type Shift } from '../../roster/roster.ts';
import { nightsInRow, restHours } from '../../roster/settings.ts';
import { rosterMessages } from '../messages/roster.ts';
import { usePermitted } from '../permitted.ts';
import styles from './roster.module.css';
import { useReadAgain } from './roster-queries.ts';

const daysFrom = (from: string): string[] =>
  Array.from({ length: 7 }, (_, i) =>
    new Date(Date.parse(`${from}T00:00:00Z`) + i * 86_400_000).toISOString().slice(0, 10),
  );

/** A week day by day, of everybody or of one person. */
export function WeekPanel(props: { at: { school: string; response: string }; roster: Roster }) {
  const { school, response } = props.at;
  const { from, people, shifts } = props.roster;
  const t = rosterMessages.use();
  const format = useFormat();
  const readAgain = useReadAgain();
  const denied = usePermitted('campus.roster');
  const [whose, setWhose] = useState('');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const remove = useMutation({
    mutationFn: (shift: string) =>
      call(removeShift, { params: { school, shift }, query: { response } }),
    onSuccess: readAgain,
  });
  const shown = shifts.filter(({ person }) => whose === '' || person === whose);
  return (
    <Panel
      title={t('week.title')}
      note={t('week.note', {
        rest: format.number(restHours),
        nights: format.number(nightsInRow),
      })}
      tools={
        <Select
          aria-label={t('whose')}
          value={whose}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          options={[
            { value: '', label: t('everybody') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={setWhose}
        />
      }
    >
      <ul className={styles.days}>
        {daysFrom(from).map((day) => {
          const of = shown.filter((one) => one.day === day);
          return (
            <li key={day}>
              <strong>{format.date(day)}</strong>
              <div>
                {of.length === 0 && <span className={styles.quiet}>{t('week.none')}</span>}
                {of.map((shift) => (
                  <ShiftLine
                    key={shift.id}
                    shift={shift}
                    name={names.get(shift.person) ?? ''}
                    denied={denied}
                    busy={remove.isPending && remove.variables === shift.id}
                    onRemove={() => !remove.isPending && remove.mutate(shift.id)}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ul>
      {remove.error && <ErrorState inline error={remove.error} />}
    </Panel>
  );
}

function ShiftLine(props: {
  shift: Shift;
  name: string;
  denied: string | undefined;
  busy: boolean;
  onRemove(): void;
}) {
  const { begins, ends, duty } = props.shift;
  const t = rosterMessages.use();
  const say = useSay();
  const until = timeOfMinute(ends % 1440);
  const times = `${timeOfMinute(begins)}–${ends < 1440 ? until : t('week.nextDay', { time: until })}`;
  const what = `${props.name} ${times} ${say(dutyWords[duty])}`;
  return (
    <div className={styles.shift}>
      <span>{times}</span>
      <span>
        {say(dutyWords[duty])} · {props.name}
      </span>
      <ActionButton
        aria-label={t('week.remove', { what })}
        disabledReason={props.denied}
        loading={props.busy}
        onClick={props.onRemove}
      >
        {t('week.removeOne')}
      </ActionButton>
    </div>
  );
}
