import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import type { ClassToday } from '../../lessons/today.contract.ts';
import { Today, todayWords } from '../../lessons/where-today.ts';
import { lessonsMessages } from '../messages/lessons.ts';
import type { PartProps } from './lessons-page.tsx';
import { whoIsWhereQuery } from './lessons-queries.ts';
import { TodayTiles } from './today-parts.tsx';

/** A school’s classes: how many are where, and how many questions wait. No names. */
export function SchoolToday({ of, title, tools }: PartProps) {
  const t = lessonsMessages.use();
  const say = useSay();
  const format = useFormat();
  const query = useQuery(whoIsWhereQuery(of.response.id, of.school.id));
  const count = (
    id: string,
    header: string,
    read: (one: ClassToday) => number,
  ): Column<ClassToday> => ({
    id,
    header,
    numeric: true,
    cell: (one) => format.number(read(one)),
    sort: read,
  });
  const columns: Column<ClassToday>[] = [
    { id: 'name', header: t('today.class'), cell: ({ name }) => name },
    count('lessons', t('today.lessonsToday'), ({ lessons }) => lessons),
    ...Today.options.map((today) =>
      count(today, say(todayWords[today]), ({ counts }) => counts[today]),
    ),
    count('open', t('today.open'), ({ open }) => open),
    count('overdue', t('today.overdue'), ({ overdue }) => overdue),
  ];
  return (
    <Page
      title={title}
      lead={t('today.lead', { day: format.date(of.response.today) })}
      tools={tools}
    >
      <Loaded query={query}>
        {({ counts, classes }) => (
          <>
            <TodayTiles counts={counts} />
            <Panel flush title={t('today.classes')}>
              <DataTable
                caption={t('today.classes')}
                rows={classes}
                columns={columns}
                rowKey={({ area }) => area}
                rowName={({ name }) => name}
                rowLevel={({ overdue }) => (overdue > 0 ? 'bad' : undefined)}
                onOpen={({ area }) => of.onOpen(area)}
              />
            </Panel>
          </>
        )}
      </Loaded>
    </Page>
  );
}
