import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { lastWords } from '../../doors/last-words.ts';
import type { DoorVillage } from '../../doors/sheet.ts';
import type { Visit } from '../../doors/visit.ts';
import { doorMessages } from '../messages/doors.ts';
import { levels } from './visit-levels.ts';

type Door = DoorVillage['doors'][number];

/** Who is brought water, how much, why, and what came of it. */
export function DoorTable(props: { village: DoorVillage; visits: readonly Visit[]; day: string }) {
  const { village } = props;
  const t = doorMessages.use();
  const format = useFormat();
  const words = lastWords(props.visits, (at) => format.findMoment(at)?.day === props.day);
  const planned = new Set(
    village.plan?.walks.flatMap(({ stops }) => stops.map(({ household }) => household)),
  );
  const columns: Column<Door>[] = [
    { id: 'label', header: t('doors.label'), cell: ({ label }) => label },
    { id: 'point', header: t('doors.point'), cell: ({ point }) => point.name },
    {
      id: 'people',
      header: t('doors.people'),
      numeric: true,
      cell: ({ people }) => format.number(people),
      sort: ({ people }) => people,
    },
    {
      id: 'litres',
      header: t('doors.litres'),
      numeric: true,
      cell: ({ litres }) => format.litres(litres),
      sort: ({ litres }) => litres,
    },
    {
      id: 'why',
      header: t('doors.why'),
      cell: ({ cannotCome, request, aloneElderly }) =>
        [
          cannotCome && t('doors.register'),
          request && t('doors.request', { number: request.number }),
          aloneElderly && t('doors.alone'),
        ]
          .filter(Boolean)
          .join(' · '),
    },
    {
      id: 'today',
      header: t('doors.today'),
      inCard: 'aside',
      cell: ({ household }) => {
        const word = words.get(household);
        if (word) return <StatusTag level={levels[word.kind]}>{t(`said.${word.kind}`)}</StatusTag>;
        return (
          <StatusTag level="unknown">
            {t(planned.has(household) ? 'walks.ahead' : 'doors.notPlanned')}
          </StatusTag>
        );
      },
    },
  ];
  return (
    <Panel flush title={t('doors.title')}>
      <DataTable
        caption={t('doors.title')}
        rows={village.doors}
        columns={columns}
        rowKey={({ household }) => household}
        rowName={({ label }) => label}
      />
    </Panel>
  );
}
