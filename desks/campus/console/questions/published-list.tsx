import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Popconfirm } from 'antd';
import { type Published, topicWords } from '../../questions/question.ts';
import { withdrawAnswer } from '../../questions/questions.contract.ts';
import { questionMessages } from '../messages/questions.ts';
import { questionsKey } from './question-queries.ts';
import styles from './questions.module.css';

/** What all parents of the school read. */
export function PublishedList(props: { published: readonly Published[]; response: string }) {
  const t = questionMessages.use();
  const say = useSay();
  const format = useFormat();
  const queries = useQueryClient();
  const withdraw = useMutation({
    mutationFn: (entry: string) =>
      call(withdrawAnswer, { params: { entry }, body: { response: props.response } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: questionsKey }),
  });
  if (props.published.length === 0)
    return (
      <EmptyState small title={t('publishedNone')}>
        {t('publishedNoneNote')}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.list}>
        {props.published.map(({ id, topic, question, answer, at, own }) => (
          <li key={id}>
            <strong>{question}</strong>
            <p className={styles.text}>{answer}</p>
            <div className={styles.row}>
              <span className={styles.quiet}>
                {say(topicWords[topic])} · {format.instant(at)}
              </span>
              {own && (
                <Popconfirm
                  title={t('withdraw.ask')}
                  okText={t('withdraw.do')}
                  cancelText={t('withdraw.no')}
                  onConfirm={() => withdraw.mutate(id)}
                >
                  <ActionButton
                    type="link"
                    loading={withdraw.isPending && withdraw.variables === id}
                  >
                    {t('withdraw.do')}
                  </ActionButton>
                </Popconfirm>
              )}
            </div>
          </li>
        ))}
      </ul>
      {withdraw.error && <ErrorState inline error={withdraw.error} />}
    </>
  );
}
