import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { putWhereabouts } from '../../morning/morning.contract.ts';
import { type MorningLine, Where, whereWords } from '../../morning/morning.ts';
import { morningMessages } from '../messages/morning.ts';
import styles from './morning.module.css';
import { morningKey } from './morning-queries.ts';

/** Where somebody is, in one tap. */
export function WhereButtons(props: { line: MorningLine; response: string; today: boolean }) {
  const { line, response, today } = props;
  const t = morningMessages.use();
  const say = useSay();
  const queries = useQueryClient();
  const put = useMutation({
    mutationFn: (where: Where) =>
      call(putWhereabouts, {
        params: { member: line.id, entry: newId() },
        body: { response, where },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: morningKey }),
  });
  const is = line.where?.where;
  return (
    <>
      <fieldset className={styles.where} aria-label={t('care.whereOf', { name: line.name })}>
        {Where.options.map((where) => (
          <ActionButton
            key={where}
            type={where === is ? 'primary' : 'default'}
            aria-pressed={where === is}
            loading={put.isPending && put.variables === where}
            disabledReason={today ? undefined : t('care.notToday')}
            onClick={() => !put.isPending && where !== is && put.mutate(where)}
          >
            {say(whereWords[where])}
          </ActionButton>
        ))}
      </fieldset>
      {put.error && <ErrorState inline error={put.error} />}
    </>
  );
}
