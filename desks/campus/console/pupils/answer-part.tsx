import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import type { FullAnswer } from '../../answers/answer.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { answerQuery } from '../pupil-queries.ts';
import styles from './pupils.module.css';

/** Why, what to do, when it is looked at again, by which rule, and where one who disagrees turns to. */
export function AnswerPart({ response, member }: { response: string; member: string }) {
  const query = useQuery(answerQuery(response, member));
  return <Loaded query={query}>{(answer) => <Told answer={answer} />}</Loaded>;
}

function Told({ answer }: { answer: FullAnswer }) {
  const t = pupilMessages.use();
  const say = useSay();
  const format = useFormat();
  const { why, ask, todo, again, changes, rule, row, state } = answer;
  const decided = state === 'may-return' || state === 'not-now';
  return (
    <>
      {why && <p>{say(why)}</p>}
      {ask.length > 0 && <p>{t('detail.missing', { what: ask.map(say).join(t('list.comma')) })}</p>}
      {todo && <p>{t('detail.todo', { todo: say(todo) })}</p>}
      {again && <p>{t('detail.again', { again: say(again) })}</p>}
      {changes.map((one) => (
        <p key={one.en}>{say(one)}</p>
      ))}
      {rule && (
        <p className={styles.quiet}>
          {[
            t('detail.rule', { rule: say(rule.name), number: format.number(rule.number) }),
            ...(decided && row !== null ? [t('detail.row', { row: format.number(row) })] : []),
            ...(rule.document ? [say(rule.document)] : []),
            ...(rule.invented ? [t('detail.invented')] : []),
            ...(rule.appeal ? [t('detail.appeal', { appeal: say(rule.appeal) })] : []),
          ].join(' · ')}
        </p>
      )}
    </>
  );
}
