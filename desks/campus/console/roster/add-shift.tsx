import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { putShift } from '../../roster/roster.contract.ts';
import { Duty, dutyWords, type Roster, type ShiftBody } from '../../roster/roster.ts';
import { longestShift } from '../../roster/settings.ts';
import { rosterMessages } from '../messages/roster.ts';
import { usePermitted } from '../permitted.ts';
import styles from './roster.module.css';
import { useReadAgain } from './roster-queries.ts';

const minuteOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/** One shift for one person; what does not go is said by the server, which knows all of theirs. */
export function AddShift(props: { at: { school: string; response: string }; roster: Roster }) {
  const { school, response } = props.at;
  const { people, from } = props.roster;
  const t = rosterMessages.use();
  const say = useSay();
  const format = useFormat();
  const { message } = App.useApp();
  const readAgain = useReadAgain();
  const denied = usePermitted('campus.roster');
  const [person, setPerson] = useState<string>();
  const [day, setDay] = useState(from);
  const [duty, setDuty] = useState<Duty>('gate');
  const [begins, setBegins] = useState('08:00');
  const [ends, setEnds] = useState('16:00');
  // Pressed again it is the same shift; another one has another id.
  const [ids] = useState(() => new Map<string, string>());
  const save = useMutation({
    mutationFn: (shift: ShiftBody) => {
      const key = JSON.stringify(shift);
      const id = ids.get(key) ?? newId();
      ids.set(key, id);
      return call(putShift, { params: { school, shift: id }, body: { response, shift } });
    },
    onSuccess: async () => {
      ids.clear();
      void message.success(t('add.saved'));
      await readAgain();
    },
  });
  const start = minuteOf(begins);
  const end = minuteOf(ends) + (minuteOf(ends) < start ? 1440 : 0);
  const why = () => {
    if (denied) return denied;
    if (person === undefined) return t('add.needPerson');
    if (end === start) return t('add.sameTime');
    const hours = { n: format.number(longestShift / 60) };
    return end - start > longestShift ? t('add.tooLong', hours) : undefined;
  };
  const lacking = why();
  return (
    <Panel title={t('add.title')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacking && person !== undefined && !save.isPending)
            save.mutate({ person, day, duty, begins: start, ends: end });
        }}
      >
        <Field label={t('add.person')}>
          {(id) => (
            <Select
              id={id}
              showSearch={{ optionFilterProp: 'label' }}
              value={person}
              options={people.map((one) => ({ value: one.id, label: one.name }))}
              onChange={setPerson}
            />
          )}
        </Field>
        <Field label={t('add.day')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              required
              value={day}
              onChange={({ target }) => setDay(target.value)}
            />
          )}
        </Field>
        <Field label={t('add.duty')}>
          {(id) => (
            <Select
              id={id}
              value={duty}
              options={Duty.options.map((value) => ({ value, label: say(dutyWords[value]) }))}
              onChange={setDuty}
            />
          )}
        </Field>
        <Field label={t('add.begins')}>
          {(id) => (
            <Input
              id={id}
              type="time"
              required
              value={begins}
              onChange={({ target }) => setBegins(target.value)}
            />
          )}
        </Field>
        <Field label={t('add.ends')}>
          {(id) => (
            <Input
              id={id}
              type="time"
              required
              value={ends}
              onChange={({ target }) => setEnds(target.value)}
            />
          )}
        </Field>
        <span>
          <ActionButton
            type="primary"
            htmlType="submit"
            loading={save.isPending}
            disabledReason={lacking}
          >
            {t('add.save')}
          </ActionButton>
        </span>
      </form>
      {save.error && <ErrorState inline error={save.error} />}
    </Panel>
  );
}

function Field({ label, children }: { label: string; children(id: string): ReactNode }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
