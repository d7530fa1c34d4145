import { call } from '@liangbuwu/office/http/console/call.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input } from 'antd';
import { useState } from 'react';
import { isOverdue, mostLetters, type Question } from '../../lessons/question.ts';
import { answerOfClass, answerOwn } from '../../lessons/questions.contract.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import styles from './lessons.module.css';
import { questionsKey, todayKey } from './lessons-queries.ts';

/** One question: by when an answer was promised, how late that is, and the answer. */
export function QuestionItem(props: {
  question: Question;
  response: Response;
  /** As its class teacher; undefined: as the mentor who was asked. */
  class: string | undefined;
}) {
  const { question, response } = props;
  const { answer, promised } = question;
  const t = lessonsMessages.use();
  const format = useFormat();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [text, setText] = useState<string | undefined>(answer ? undefined : '');
  const send = useMutation({
    mutationFn: (given: string) => {
      const body = { response: response.id, seen: answer?.version ?? 0, text: given };
      const params = { question: question.id };
      return props.class === undefined
        ? call(answerOwn, { params, body })
        : call(answerOfClass, { params: { ...params, class: props.class }, body });
    },
    onSuccess: async () => {
      void message.success(t('questions.sent'));
      setText(undefined);
      await queries.invalidateQueries({ queryKey: questionsKey });
      await queries.invalidateQueries({ queryKey: todayKey });
    },
  });
  useUnsavedGuard(text !== undefined && text !== '' && text !== answer?.text);
  const apart = (Date.parse(promised) - Date.parse(response.now)) / 1000;
  const isLate = isOverdue(question, response.now);
  const at = format.instant(promised);
  return (
    <li>
      <div className={styles.row}>
        <strong>{t('questions.asks', { pupil: question.pupil, class: question.className })}</strong>
        {isLate && (
          <StatusTag level="bad">
            {t('questions.overdue', { at, late: format.duration(-apart) })}
          </StatusTag>
        )}
        {!answer && !isLate && (
          <span>{t('questions.promised', { at, left: format.duration(apart) })}</span>
        )}
        <span className={styles.quiet}>
          {t('questions.askedAt', { at: format.instant(question.asked) })} ·{' '}
          {t('questions.to', { mentor: question.mentor ?? t('today.classTeacher') })}
        </span>
      </div>
      <p className={styles.text}>{question.text}</p>
      {answer && text === undefined && (
        <>
          <span className={styles.quiet}>
            {t('questions.by', { by: answer.by, at: format.instant(answer.at) })}
          </span>
          <p className={styles.text}>{answer.text}</p>
          <div className={styles.row}>
            <ActionButton onClick={() => setText(answer.text)}>
              {t('questions.correct')}
            </ActionButton>
          </div>
        </>
      )}
      {text !== undefined && (
        <div className={styles.answer}>
          <Input.TextArea
            aria-label={t('questions.answerOf', { pupil: question.pupil })}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={mostLetters}
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              send.reset();
            }}
          />
          <div className={styles.row}>
            <ActionButton
              type="primary"
              loading={send.isPending}
              onClick={() => text.trim() !== '' && send.mutate(text.trim())}
            >
              {t('questions.send')}
            </ActionButton>
            {answer && (
              <ActionButton onClick={() => setText(undefined)}>
                {t('questions.cancel')}
              </ActionButton>
            )}
          </div>
          {send.error && <ErrorState inline error={send.error} />}
        </div>
      )}
    </li>
  );
}
