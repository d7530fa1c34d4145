import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardSheet } from '../../board/board-sheet.ts';
import { type DeskDayView, WithDeskDay } from '../desk-day.tsx';
import { DeskDayTools } from '../desk-day-tools.tsx';
import { boardMessages } from '../messages/board.ts';
import { boardPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { boardQuery } from '../queries.ts';
import type { DeskSearch } from '../search.ts';
import { useEnded } from '../use-ended.ts';
import { BoardTiles } from './board-tiles.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import type { Change } from './changes.ts';
import { DriverList } from './driver-list.tsx';
import { OddFigures } from './odd-figures.tsx';
import { PromiseTable } from './promise-table.tsx';
import { ReportList } from './report-list.tsx';
import { UnservedTable } from './unserved-table.tsx';

/** The day as it is carried out: who has nothing yet, what is late, what does not add up. */
export default function BoardPage({ search, setSearch }: PageProps<DeskSearch>) {
  const t = boardMessages.use();
  return (
    <WithDeskDay title={t('title')} path={boardPath} choosing={{ search, setSearch }}>
      {(view) => <Board view={view} setSearch={setSearch} />}
    </WithDeskDay>
  );
}

function Board(props: { view: DeskDayView; setSearch: PageProps<DeskSearch>['setSearch'] }) {
  const { view } = props;
  const t = boardMessages.use();
  const format = useFormat();
  const board = useQuery(boardQuery(view));
  const notPlanner = usePermitted('water.plan');
  const ended = useEnded(view);
  const [changing, setChanging] = useState<Partial<Change>>();
  const plan = board.data?.plan;
  const desk = view.desk.name;
  return (
    <Page
      title={t('title')}
      lead={
        board.data &&
        (plan
          ? t('lead', {
              desk,
              version: format.number(plan.version),
              at: format.instant(plan.publishedAt),
            })
          : t('noPlan', { desk }))
      }
      tools={<DeskDayTools view={view} setSearch={props.setSearch} />}
      action={
        view.isToday && (
          <ActionButton
            type="primary"
            disabledReason={notPlanner ?? ended}
            onClick={() => setChanging({})}
          >
            {t('happened')}
          </ActionButton>
        )
      }
    >
      <Loaded query={board}>
        {(sheet) => (
          <Sheet
            view={view}
            sheet={sheet}
            readOnly={notPlanner ?? ended}
            onDeal={(change) => setChanging(change)}
          />
        )}
      </Loaded>
      {changing && (
        <ChangeDialog view={view} given={changing} onClose={() => setChanging(undefined)} />
      )}
    </Page>
  );
}

function Sheet(props: {
  view: DeskDayView;
  sheet: BoardSheet;
  readOnly: string | undefined;
  onDeal: (change: Partial<Change>) => void;
}) {
  const { view, sheet, readOnly } = props;
  return (
    <>
      <BoardTiles sheet={sheet} />
      <UnservedTable sheet={sheet} />
      <Columns wide="first">
        <OddFigures view={view} sheet={sheet} />
        <ReportList view={view} sheet={sheet} readOnly={readOnly} onDeal={props.onDeal} />
      </Columns>
      <PromiseTable view={view} sheet={sheet} />
      <DriverList view={view} sheet={sheet} />
    </>
  );
}
