import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { type SaidLine, Today, todayWords, whyWords } from '../../lessons/where-today.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import type { PartProps } from './lessons-page.tsx';
import { planQuery, whoIsWhereQuery } from './lessons-queries.ts';
import { PupilToday } from './pupil-today.tsx';
import { LessonTable, TodayTag, TodayTiles } from './today-parts.tsx';

/** For the class teacher: where everybody is today, and whose mentor is who. */
export function ClassToday({ of, title, tools, class: chosen }: PartProps & { class: string }) {
  const { response } = of;
  const t = lessonsMessages.use();
  const say = useSay();
  const format = useFormat();
  const query = useQuery(whoIsWhereQuery(response.id, chosen));
  const plan = useQuery(planQuery(response.id, chosen));
  const teachers = plan.data?.teachers ?? [];
  const mentorOf = ({ mentor }: SaidLine) =>
    teachers.find(({ id }) => id === mentor)?.name ?? t('today.classTeacher');
  const columns: Column<SaidLine>[] = [
    { id: 'name', header: t('today.name'), width: 150, cell: ({ name }) => name },
    {
      id: 'now',
      header: t('today.now'),
      inCard: 'aside',
      cell: ({ today }) => <TodayTag today={today} />,
      sort: ({ today }) => Today.options.indexOf(today),
    },
    {
      id: 'said',
      header: t('today.said'),
      cell: ({ said }) =>
        said
          ? t('today.saidAt', {
              why: said.why ? say(whyWords[said.why]) : say(todayWords[said.today]),
              at: format.instant(said.at),
            })
          : '—',
    },
    { id: 'mentor', header: t('today.mentor'), cell: mentorOf, sort: mentorOf },
  ];
  return (
    <Page title={title} lead={t('today.lead', { day: format.date(response.today) })} tools={tools}>
      <Loaded query={query}>
        {({ lessons, counts, lines }) => (
          <>
            <TodayTiles counts={counts} />
            <Panel flush title={t('today.lessons')}>
              <LessonTable lessons={lessons} response={response} />
            </Panel>
            <Panel flush title={t('today.pupils')} note={t('today.pupilsNote')}>
              <DataTable
                caption={t('today.pupils')}
                rows={lines}
                columns={columns}
                rowKey={({ id }) => id}
                rowName={({ name }) => name}
                sorting={{ column: 'now', direction: 'descending' }}
                detail={(line) => (
                  <PupilToday
                    line={line}
                    response={response.id}
                    class={chosen}
                    teachers={teachers}
                  />
                )}
                empty={
                  <EmptyState small title={t('today.none')}>
                    {t('today.noneNote')}
                  </EmptyState>
                }
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
