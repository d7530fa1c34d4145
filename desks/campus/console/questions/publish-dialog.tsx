import { call } from '@liangbuwu/office/http/console/call.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Checkbox, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { personalSigns } from '../../questions/personal-signs.ts';
import { type Asked, Topic, topicWords } from '../../questions/question.ts';
import { publishAnswer } from '../../questions/questions.contract.ts';
import { questionMessages } from '../messages/questions.ts';
import { FormDialog, FormField } from '../schools/form-dialog.tsx';
import { questionsKey } from './question-queries.ts';
import styles from './questions.module.css';

/** A question with its answer for all parents: in other words, looked at as they will read it, then published. */
export function PublishDialog(props: {
  /** What somebody asked: a start, to be worded anew. */
  from: Asked | undefined;
  area: string;
  response: string;
  onClose(): void;
}) {
  const { from, area, response, onClose } = props;
  const t = questionMessages.use();
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const id = useId();
  const [entry] = useState(newId);
  const [topic, setTopic] = useState<Topic>(from?.topic ?? 'return');
  const [question, setQuestion] = useState(from?.text ?? '');
  const [answer, setAnswer] = useState(from?.answer?.text ?? '');
  const [looked, setLooked] = useState(false);
  const [asked, setAsked] = useState(false);
  const publish = useMutation({
    mutationFn: () =>
      call(publishAnswer, {
        params: { area, entry },
        body: { response, topic, question: question.trim(), answer: answer.trim() },
      }),
    onSuccess: async () => {
      void message.success(t('publish.done'));
      await queries.invalidateQueries({ queryKey: questionsKey });
      onClose();
    },
  });
  const signs = personalSigns(`${question}\n${answer}`);
  const change = (set: (text: string) => void) => (text: string) => {
    set(text);
    // What was looked at is another text now.
    setLooked(false);
  };
  const empty = question.trim().length < 2 || answer.trim().length < 2;
  return (
    <FormDialog
      title={t('publish.title')}
      changed={question !== '' || answer !== ''}
      busy={publish.isPending}
      error={publish.error}
      fields={['question', 'answer']}
      saveAs={t('publish.do')}
      onClose={onClose}
      onSave={() => {
        setAsked(true);
        if (!empty && looked) publish.mutate();
      }}
    >
      <FormField field="topic" id={`${id}-topic`} label={t('publish.topic')}>
        <Select
          id={`${id}-topic`}
          value={topic}
          options={Topic.options.map((value) => ({ value, label: say(topicWords[value]) }))}
          onChange={setTopic}
        />
      </FormField>
      <FormField
        field="question"
        id={`${id}-question`}
        label={t('publish.question')}
        hint={t('publish.questionHint')}
        fault={asked && question.trim().length < 2 ? t('publish.empty') : undefined}
      >
        <Input.TextArea
          id={`${id}-question`}
          autoSize={{ minRows: 2 }}
          maxLength={500}
          value={question}
          onChange={({ target }) => change(setQuestion)(target.value)}
        />
      </FormField>
      <FormField
        field="answer"
        id={`${id}-answer`}
        label={t('publish.answer')}
        fault={asked && answer.trim().length < 2 ? t('publish.empty') : undefined}
      >
        <Input.TextArea
          id={`${id}-answer`}
          autoSize={{ minRows: 3 }}
          maxLength={2000}
          value={answer}
          onChange={({ target }) => change(setAnswer)(target.value)}
        />
      </FormField>
      {!empty && (
        <section className={styles.preview} aria-label={t('publish.preview')}>
          <p className={styles.quiet}>{t('publish.preview')}</p>
          <p>
            <strong>{question.trim()}</strong>
          </p>
          <p className={styles.text}>{answer.trim()}</p>
        </section>
      )}
      {signs.map(({ kind, found }) => (
        <p key={found}>
          <StatusTag level={kind === 'id-number' ? 'bad' : 'warn'}>
            {t(`publish.${kind}`, { found })}
          </StatusTag>
        </p>
      ))}
      <Checkbox checked={looked} onChange={({ target }) => setLooked(target.checked)}>
        {t('publish.looked')}
      </Checkbox>
      {asked && !looked && !empty && (
        <p role="alert">
          <StatusTag level="warn">{t('publish.lookFirst')}</StatusTag>
        </p>
      )}
    </FormDialog>
  );
}
