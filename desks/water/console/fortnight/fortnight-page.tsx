import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { Fortnight } from '../../fortnight-sheet.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { fortnightMessages } from '../messages/fortnight.ts';
import { sharedMessages } from '../messages/shared.ts';
import { fortnightPath } from '../paths.ts';
import { fortnightQuery } from '../queries.ts';
import type { DeskSearch } from '../search.ts';
import { FortnightHeadline } from './fortnight-headline.tsx';
import { FortnightLegend } from './fortnight-legend.tsx';
import styles from './fortnight-page.module.css';
import { HeatCards } from './heat-cards.tsx';
import { HeatTable } from './heat-table.tsx';

type SetSearch = PageProps<DeskSearch>['setSearch'];

/** Fourteen days at a glance: who went short, how long, and how that is known. */
export default function FortnightPage({ search, setSearch }: PageProps<DeskSearch>) {
  const t = sharedMessages.use();
  return (
    <WithDeskDay title={t('fortnight')} path={fortnightPath} choosing={{ search, setSearch }}>
      {(view) => <FortnightOf view={view} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function FortnightOf({ view, setSearch }: { view: DeskDayView; setSearch: SetSearch }) {
  const shared = sharedMessages.use();
  const t = fortnightMessages.use();
  const format = useFormat();
  const sheet = useQuery(fortnightQuery(view));
  return (
    <Page
      title={shared('fortnight')}
      lead={
        sheet.data &&
        t('lead', {
          desk: view.desk.name,
          from: format.date(sheet.data.days[0]),
          to: format.date(sheet.data.days.at(-1)),
        })
      }
      tools={<DeskDayTools view={view} setSearch={setSearch} />}
      action={
        <Button type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
          {t('print')}
        </Button>
      }
    >
      <Loaded query={sheet}>{(data) => <Sheet sheet={data} today={view.of.today} />}</Loaded>
    </Page>
  );
}

function Sheet({ sheet, today }: { sheet: Fortnight; today: string }) {
  const t = fortnightMessages.use();
  const phone = usePhone();
  return (
    <div className={styles.sheet}>
      <FortnightHeadline sheet={sheet} />
      <Panel flush title={t('table.title')} note={t(phone ? 'table.noteCards' : 'table.note')}>
        {sheet.villages.length === 0 ? (
          <EmptyState small title={t('empty')} />
        ) : phone ? (
          <HeatCards sheet={sheet} today={today} />
        ) : (
          <HeatTable sheet={sheet} today={today} />
        )}
        <FortnightLegend sheet={sheet} />
      </Panel>
    </div>
  );
}
