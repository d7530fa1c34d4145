import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Asked } from '../../questions/question.ts';
import { questionMessages } from '../messages/questions.ts';
import type { CampusSearch } from '../search.ts';
import { type ClassChoice, WithClass } from '../with-class.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { PublishedList } from './published-list.tsx';
import { QuestionPart } from './question-part.tsx';
import { questionsQuery, useLiveQuestions } from './question-queries.ts';
import styles from './questions.module.css';

/** What parents ask the school: open ones by when an answer is promised, then what was answered and published. */
export default function QuestionsPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = questionMessages.use();
  useLiveQuestions();
  return (
    <WithClass title={t('title')} search={search} setSearch={setSearch}>
      {(of) => <QuestionsOf key={of.class?.id ?? of.school.id} of={of} />}
    </WithClass>
  );
}

function QuestionsOf({ of }: { of: ClassChoice }) {
  const { school, class: chosen, response } = of;
  const t = questionMessages.use();
  const format = useFormat();
  const area = chosen?.id ?? school.id;
  const query = useQuery(questionsQuery(response.id, area));
  const [publishing, setPublishing] = useState<Asked | 'new'>();
  const place = `${school.name}${chosen ? ` ${chosen.name}` : ''}`;
  const questions = query.data?.questions ?? [];
  const open = questions
    .filter(({ answer }) => answer === null)
    .sort((a, b) => Date.parse(a.answerBy) - Date.parse(b.answerBy));
  const late = open.filter((one) => isLate(one, response.now)).length;
  return (
    <Page
      title={`${place} · ${t('title')}`}
      lead={
        query.data && t('lead', { open: format.number(open.length), late: format.number(late) })
      }
      tools={of.choose}
      action={<ActionButton onClick={() => setPublishing('new')}>{t('publish.new')}</ActionButton>}
    >
      <Loaded query={query}>
        {({ published }) => {
          const part = (one: Asked) => (
            <QuestionPart
              key={one.id}
              asked={one}
              late={isLate(one, response.now)}
              published={published}
              response={response.id}
              onPublish={() => setPublishing(one)}
            />
          );
          const answered = questions.filter(({ answer }) => answer !== null);
          return (
            <>
              <Panel title={t('open')} note={t('openNote')}>
                {open.length === 0 ? (
                  <EmptyState small title={t('none')}>
                    {t('noneNote')}
                  </EmptyState>
                ) : (
                  <ul className={styles.list}>{open.map(part)}</ul>
                )}
              </Panel>
              {answered.length > 0 && (
                <Panel title={t('answered')}>
                  <ul className={styles.list}>{answered.map(part)}</ul>
                </Panel>
              )}
              <Panel title={t('published')} note={t('publishedNote')}>
                <PublishedList published={published} response={response.id} />
              </Panel>
            </>
          );
        }}
      </Loaded>
      {publishing && (
        <PublishDialog
          from={publishing === 'new' ? undefined : publishing}
          area={area}
          response={response.id}
          onClose={() => setPublishing(undefined)}
        />
      )}
    </Page>
  );
}

const isLate = ({ answer, answerBy }: Asked, now: string): boolean =>
  answer === null && Date.parse(answerBy) < Date.parse(now);
