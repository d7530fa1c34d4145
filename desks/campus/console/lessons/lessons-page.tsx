import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { readLessonTimes } from '../../lessons/lessons.contract.ts';
import { listOwnQuestions } from '../../lessons/questions.contract.ts';
import { viewWhoIsWhere } from '../../lessons/today.contract.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import { usePermitted } from '../permitted.ts';
import { type ClassChoice, WithClass } from '../with-class.tsx';
import { ClassToday } from './class-today.tsx';
import { useLiveLessons } from './lessons-queries.ts';
import { PlanView } from './plan-view.tsx';
import { QuestionsView } from './questions-view.tsx';
import { SchoolToday } from './school-today.tsx';
import type { LessonPart, LessonsSearch } from './search.ts';
import { SeenToday } from './seen-today.tsx';
import { TimesView } from './times-view.tsx';

/** Lessons in both places, of a class or a school: today, the plan, what families ask, the school’s periods. */
export default function LessonsPage({ search, setSearch }: PageProps<LessonsSearch>) {
  const t = lessonsMessages.use();
  useLiveLessons();
  return (
    <WithClass title={t('title')} search={search} setSearch={setSearch}>
      {(of) => (
        <Parts
          key={of.class?.id ?? of.school.id}
          of={of}
          part={search.part ?? 'today'}
          onPart={(part) => setSearch({ part })}
        />
      )}
    </WithClass>
  );
}

export interface PartProps {
  of: ClassChoice;
  title: string;
  /** To choose class and part. */
  tools: ReactNode;
}

function Parts(props: { of: ClassChoice; part: LessonPart; onPart(part: LessonPart): void }) {
  const { of } = props;
  const { school, class: chosen, response } = of;
  const t = lessonsMessages.use();
  // A class teacher sees what the teacher of a lesson has no need of.
  const isLesson = usePermitted(viewWhoIsWhere.permission) !== undefined;
  const isMentor = usePermitted(listOwnQuestions.permission) === undefined;
  const setsTimes = usePermitted(readLessonTimes.permission) === undefined;
  const parts: LessonPart[] = chosen
    ? ['today', 'plan', ...(isLesson && !isMentor ? [] : (['questions'] as const))]
    : ['today', ...(setsTimes ? (['times'] as const) : [])];
  const part = parts.includes(props.part) ? props.part : 'today';
  const title = `${school.name}${chosen ? ` ${chosen.name}` : ''} · ${t(`part.${part}`)}`;
  const tools = (
    <>
      {of.choose}
      <Segmented<LessonPart>
        aria-label={t('parts')}
        value={part}
        options={parts.map((value) => ({ value, label: t(`part.${value}`) }))}
        onChange={props.onPart}
      />
    </>
  );
  const shown = { of, title, tools };
  if (!chosen) return part === 'times' ? <TimesView {...shown} /> : <SchoolToday {...shown} />;
  if (part === 'plan') return <PlanView {...shown} class={chosen.id} />;
  if (part === 'questions')
    return (
      <QuestionsView {...shown} response={response} class={isLesson ? undefined : chosen.id} />
    );
  return isLesson ? (
    <SeenToday {...shown} class={chosen.id} />
  ) : (
    <ClassToday {...shown} class={chosen.id} />
  );
}
