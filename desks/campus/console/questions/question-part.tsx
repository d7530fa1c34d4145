import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { type Asked, type Published, topicWords } from '../../questions/question.ts';
import { answerQuestion } from '../../questions/questions.contract.ts';
import { mostLike } from '../../questions/similar.ts';
import { questionMessages } from '../messages/questions.ts';
import { questionsKey } from './question-queries.ts';
import styles from './questions.module.css';

interface Of {
  asked: Asked;
  late: boolean;
  published: readonly Published[];
  response: string;
  onPublish(): void;
}

/** One question: who asks, by when it is promised, what was published of the kind, and the answer. */
export function QuestionPart({ asked, late, published, response, onPublish }: Of) {
  const { topic, text, at, answerBy, answer } = asked;
  const t = questionMessages.use();
  const say = useSay();
  const format = useFormat();
  const [correcting, setCorrecting] = useState(false);
  const who = asked.class === null ? t('onPage') : `${asked.class} ${asked.child}`;
  return (
    <li>
      <div className={styles.row}>
        <strong>{say(topicWords[topic])}</strong>
        <span className={styles.quiet}>{t('by', { who, at: format.instant(at) })}</span>
        {answer === null && (
          <StatusTag level={late ? 'bad' : 'unknown'}>
            {t(late ? 'late' : 'until', { at: format.instant(answerBy) })}
          </StatusTag>
        )}
      </div>
      <p className={styles.text}>{text}</p>
      {answer && !correcting ? (
        <>
          <p className={styles.answer}>{answer.text}</p>
          <div className={styles.row}>
            <span className={styles.quiet}>
              {t('by', { who: answer.by, at: format.instant(answer.at) })}
            </span>
            <ActionButton type="link" onClick={() => setCorrecting(true)}>
              {t('correct')}
            </ActionButton>
            <ActionButton type="link" onClick={onPublish}>
              {t('publish.from')}
            </ActionButton>
          </div>
        </>
      ) : (
        <AnswerForm
          asked={asked}
          published={published}
          response={response}
          onDone={() => setCorrecting(false)}
        />
      )}
    </li>
  );
}

function AnswerForm(props: {
  asked: Asked;
  published: readonly Published[];
  response: string;
  onDone(): void;
}) {
  const { asked, published, response, onDone } = props;
  const t = questionMessages.use();
  const queries = useQueryClient();
  const [text, setText] = useState(asked.answer?.text ?? '');
  const [seen] = useState(asked.version);
  const put = useMutation({
    mutationFn: () =>
      call(answerQuestion, {
        params: { question: asked.id },
        body: { response, answer: text.trim(), seen },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: questionsKey });
      onDone();
    },
  });
  const similar = mostLike(asked.text, published, ({ question }) => question);
  return (
    <div className={styles.form}>
      {similar.map(({ id, question, answer }) => (
        <div key={id} className={styles.row}>
          <span className={styles.quiet}>{t('similar', { question, answer })}</span>
          <ActionButton type="link" onClick={() => setText(answer)}>
            {t('useIt')}
          </ActionButton>
        </div>
      ))}
      <Input.TextArea
        aria-label={t('answerTo', { question: asked.text })}
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.row}>
        <ActionButton
          type="primary"
          loading={put.isPending}
          disabledReason={text.trim().length < 2 ? t('answerFirst') : undefined}
          onClick={() => !put.isPending && put.mutate()}
        >
          {t('answer')}
        </ActionButton>
        <span className={styles.quiet}>
          {t(asked.class === null ? 'answerOnPage' : 'answerHome')}
        </span>
      </div>
      {put.error && <ErrorState inline error={put.error} />}
    </div>
  );
}
