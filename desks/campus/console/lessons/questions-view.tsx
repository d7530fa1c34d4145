import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import type { Question } from '../../lessons/question.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import styles from './lessons.module.css';
import type { PartProps } from './lessons-page.tsx';
import { questionsQuery } from './lessons-queries.ts';
import { QuestionItem } from './question-item.tsx';

/** What families ask: a class teacher those of the class, a mentor the own ones; what was promised first comes first. */
export function QuestionsView(
  props: PartProps & { response: Response; class: string | undefined },
) {
  const { response, title, tools, class: chosen } = props;
  const t = lessonsMessages.use();
  const format = useFormat();
  const query = useQuery(questionsQuery(response.id, chosen));
  const list = (questions: readonly Question[]) => (
    <ul className={styles.questions}>
      {questions.map((one) => (
        <QuestionItem key={one.id} question={one} response={response} class={chosen} />
      ))}
    </ul>
  );
  return (
    <Page title={title} lead={t('questions.lead')} tools={tools}>
      <Loaded query={query}>
        {({ questions }) => {
          const open = questions.filter(({ answer }) => answer === null);
          const answered = questions.filter(({ answer }) => answer !== null);
          return (
            <>
              <Panel title={t('questions.open', { n: format.number(open.length) })}>
                {open.length > 0 ? (
                  list(open)
                ) : (
                  <EmptyState small title={t('questions.none')}>
                    {t('questions.noneNote')}
                  </EmptyState>
                )}
              </Panel>
              {answered.length > 0 && (
                <Panel title={t('questions.answered')}>{list(answered)}</Panel>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
