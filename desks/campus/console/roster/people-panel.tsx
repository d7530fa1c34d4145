import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation } from '@tanstack/react-query';
import { App, Input, Popconfirm } from 'antd';
import { useId, useState } from 'react';
import { addStayers, removeStayer } from '../../roster/roster.contract.ts';
import type { Roster } from '../../roster/roster.ts';
import { rosterMessages } from '../messages/roster.ts';
import { usePermitted } from '../permitted.ts';
import styles from './roster.module.css';
import { useReadAgain } from './roster-queries.ts';

const longestName = 40;

/** Who volunteered: pasted as a list, taken out one by one. */
export function PeoplePanel(props: { at: { school: string; response: string }; roster: Roster }) {
  const { school, response } = props.at;
  const { people } = props.roster;
  const t = rosterMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const readAgain = useReadAgain();
  const denied = usePermitted('campus.roster');
  const id = useId();
  const [pasted, setPasted] = useState('');
  const [ids] = useState(() => new Map<string, string>());
  const names = pasted
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const add = useMutation({
    mutationFn: () =>
      call(addStayers, {
        params: { school },
        body: {
          response,
          // A line that is sent again is the same person.
          people: names.map((name, i) => {
            const key = `${i} ${name}`;
            const person = ids.get(key) ?? newId();
            ids.set(key, person);
            return { id: person, name };
          }),
        },
      }),
    onSuccess: async () => {
      ids.clear();
      setPasted('');
      void message.success(t('people.saved'));
      await readAgain();
    },
  });
  const remove = useMutation({
    mutationFn: (person: string) =>
      call(removeStayer, { params: { school, person }, query: { response } }),
    onSuccess: readAgain,
  });
  const tooLong = names.some((name) => name.length > longestName);
  const why = () => {
    if (denied) return denied;
    if (names.length === 0) return t('people.needName');
    return tooLong ? t('people.tooLong', { n: format.number(longestName) }) : undefined;
  };
  return (
    <Panel title={t('people.title')} note={t('people.note')}>
      <div className={styles.stack}>
        {people.length === 0 ? (
          <EmptyState small title={t('people.none')} />
        ) : (
          <ul className={styles.people}>
            {people.map((one) => (
              <li key={one.id}>
                <span>{one.name}</span>
                <Popconfirm
                  title={t('people.remove', { name: one.name })}
                  description={t('people.removeWhat')}
                  okText={t('people.removeOne')}
                  cancelText={t('people.cancel')}
                  onConfirm={() => remove.mutate(one.id)}
                >
                  <ActionButton
                    aria-label={t('people.remove', { name: one.name })}
                    disabledReason={denied}
                  >
                    {t('people.removeOne')}
                  </ActionButton>
                </Popconfirm>
              </li>
            ))}
          </ul>
        )}
        {remove.error && <ErrorState inline error={remove.error} />}
        <div className={styles.field}>
          <label htmlFor={`${id}-list`}>{t('people.paste')}</label>
          <Input.TextArea
            id={`${id}-list`}
            rows={4}
            autoComplete="off"
            value={pasted}
            onChange={({ target }) => setPasted(target.value)}
          />
        </div>
        <span>
          <ActionButton
            type="primary"
            disabledReason={why()}
            loading={add.isPending}
            onClick={() => !add.isPending && add.mutate()}
          >
            {t('people.save', { n: format.number(names.length) })}
          </ActionButton>
        </span>
        {add.error && <ErrorState inline error={add.error} />}
      </div>
    </Panel>
  );
}
