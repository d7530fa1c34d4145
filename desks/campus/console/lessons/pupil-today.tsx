import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { putMentor, sayToday } from '../../lessons/today.contract.ts';
import { type Said, type SaidLine, Why, whyWords } from '../../lessons/where-today.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { usePermitted } from '../permitted.ts';
import styles from './lessons.module.css';
import { todayKey } from './lessons-queries.ts';

/** Says where one pupil is today, in one tap, and who is the mentor. */
export function PupilToday(props: {
  line: SaidLine;
  response: string;
  class: string;
  teachers: readonly { id: string; name: string }[];
}) {
  const { line, response, teachers } = props;
  const t = lessonsMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const denied = usePermitted(sayToday.permission);
  const again = () => queries.invalidateQueries({ queryKey: todayKey });
  const put = useMutation({
    mutationFn: (said: Said) =>
      call(sayToday, { params: { member: line.id, entry: newId() }, body: { response, said } }),
    onSuccess: again,
  });
  const mentor = useMutation({
    mutationFn: (to: string | null) =>
      call(putMentor, {
        params: { class: props.class },
        body: { response, members: [line.id], mentor: to },
      }),
    onSuccess: again,
  });
  const { said } = line;
  const is = (one: Said) =>
    one.today === 'known'
      ? said === null
      : said?.today === one.today && (one.today !== 'home' || said.why === one.why);
  const button = (one: Said, label: string) => (
    <ActionButton
      key={label}
      type={is(one) ? 'primary' : 'default'}
      aria-pressed={is(one)}
      disabledReason={denied}
      onClick={() => !put.isPending && !is(one) && put.mutate(one)}
    >
      {label}
    </ActionButton>
  );
  return (
    <div className={styles.detail}>
      <fieldset className={styles.row} aria-label={t('today.whereOf', { name: line.name })}>
        {button({ today: 'room' }, t('today.setRoom'))}
        {button({ today: 'known' }, t('today.setKnown'))}
      </fieldset>
      <fieldset className={styles.row} aria-label={t('today.whyOf', { name: line.name })}>
        <span className={styles.quiet}>{t('today.setHome')}</span>
        {Why.options.map((why) => button({ today: 'home', why }, say(whyWords[why])))}
      </fieldset>
      <div className={styles.row}>
        <span className={styles.quiet}>{t('today.mentor')}</span>
        <Select
          aria-label={t('today.mentorOf', { name: line.name })}
          className={styles.wide ?? ''}
          disabled={denied !== undefined}
          loading={mentor.isPending}
          popupMatchSelectWidth={false}
          value={line.mentor ?? ''}
          options={[
            { value: '', label: t('today.classTeacher') },
            ...teachers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChange={(to: string) => mentor.mutate(to || null)}
        />
      </div>
      {put.error && <ErrorState inline error={put.error} />}
      {mentor.error && <ErrorState inline error={mentor.error} />}
    </div>
  );
}
