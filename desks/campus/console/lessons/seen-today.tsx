import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { Today } from '../../lessons/where-today.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import type { PartProps } from './lessons-page.tsx';
import { lessonDayQuery } from './lessons-queries.ts';
import { LessonTable, TodayTag, TodayTiles } from './today-parts.tsx';

/** For the teacher of a lesson: who is in the room and who at home, nothing more. */
export function SeenToday({ of, title, tools, class: chosen }: PartProps & { class: string }) {
  const t = lessonsMessages.use();
  const format = useFormat();
  const query = useQuery(lessonDayQuery(of.response.id, chosen));
  return (
    <Page
      title={title}
      lead={t('today.lead', { day: format.date(of.response.today) })}
      tools={tools}
    >
      <Loaded query={query}>
        {({ lessons, counts, lines }) => (
          <>
            <TodayTiles counts={counts} />
            <Panel flush title={t('today.lessons')}>
              <LessonTable lessons={lessons} response={of.response} />
            </Panel>
            <Panel flush title={t('today.pupils')} note={t('today.pupilsSeen')}>
              <DataTable
                caption={t('today.pupils')}
                rows={lines}
                rowKey={({ id }) => id}
                rowName={({ name }) => name}
                sorting={{ column: 'now', direction: 'descending' }}
                columns={[
                  { id: 'name', header: t('today.name'), cell: ({ name }) => name },
                  {
                    id: 'now',
                    header: t('today.now'),
                    inCard: 'aside',
                    cell: ({ today }) => <TodayTag today={today} />,
                    sort: ({ today }) => Today.options.indexOf(today),
                  },
                ]}
                empty={<EmptyState small title={t('today.none')} />}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
