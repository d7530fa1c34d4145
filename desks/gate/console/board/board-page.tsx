import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useSaveFile } from '@liangbuwu/ui/files/use-save-file.ts';
import { DownloadIcon, PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page, Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type Board, getLedgerSheet } from '../../board/board.contract.ts';
import { boardMessages } from '../messages/board.ts';
import { sharedMessages } from '../messages/shared.ts';
import { boardQuery } from '../queries.ts';
import type { GateSearch } from '../search.ts';
import { GateSelect, type GateView, WithGate } from '../with-gate.tsx';
import styles from './board.module.css';
import { CheckTable } from './check-table.tsx';
import { HourBars } from './hour-bars.tsx';
import { InsideList } from './inside-list.tsx';
import { RefusalList } from './refusal-list.tsx';

type Props = PageProps<GateSearch>;

/** A gate's day: who is inside, what was refused and why, what does not add up. */
export default function BoardPage({ search, setSearch }: Props) {
  const t = boardMessages.use();
  return (
    <WithGate title={t('title')} search={search} setSearch={setSearch}>
      {(view) => <BoardOf view={view} setSearch={setSearch} />}
    </WithGate>
  );
}

const sum = (board: Board, of: 'in' | 'out' | 'refused') =>
  board.hours.reduce((total, hour) => total + hour[of], 0);

function BoardOf({ view, setSearch }: { view: GateView } & Pick<Props, 'setSearch'>) {
  const t = boardMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const { language } = useLanguage();
  const save = useSaveFile();
  const board = useQuery(boardQuery(view.gate.id, view.day));
  const sheet = { gate: view.gate.id, from: view.day, to: view.day, language };
  const lead = (data: Board) =>
    t('lead', {
      area: view.gate.areaName,
      inside: format.number(data.inside.length),
      checks: format.number(sum(data, 'in') + sum(data, 'out') + sum(data, 'refused')),
      refused: format.number(sum(data, 'refused')),
    });
  return (
    <Page
      title={`${view.gate.name} · ${t('title')}`}
      lead={board.data && lead(board.data)}
      tools={
        <>
          <GateSelect view={view} setSearch={setSearch} />
          <Input
            type="date"
            className={styles.day ?? ''}
            aria-label={shared('day')}
            value={view.day}
            max={view.of.today}
            onChange={({ target }) => target.value && setSearch({ day: target.value })}
          />
          <ActionButton icon={<PrintIcon />} onClick={() => window.print()}>
            {t('print')}
          </ActionButton>
        </>
      }
      action={
        <ActionButton
          type="primary"
          icon={<DownloadIcon />}
          loading={save.isPending}
          onClick={() => save.mutate(() => call(getLedgerSheet, { query: sheet }))}
        >
          {t('excel')}
        </ActionButton>
      }
    >
      <Loaded query={board}>{(data) => <Parts board={data} />}</Loaded>
    </Page>
  );
}

function Parts({ board }: { board: Board }) {
  const t = boardMessages.use();
  const format = useFormat();
  const [entered, left, refused] = [sum(board, 'in'), sum(board, 'out'), sum(board, 'refused')];
  const flagged = board.flagged.length;
  return (
    <>
      <div className="no-print">
        <Tiles>
          <StatTile
            label={t('tiles.inside')}
            value={format.number(board.inside.length)}
            note={
              board.withoutPass > 0
                ? t('tiles.more', { people: format.number(board.withoutPass) })
                : t('tiles.insideNote')
            }
          />
          <StatTile
            label={t('tiles.checks')}
            value={format.number(entered + left + refused)}
            note={t('tiles.checksNote', { in: format.number(entered), out: format.number(left) })}
          />
          <StatTile
            label={t('tiles.refused')}
            value={format.number(refused)}
            note={t('tiles.refusedNote')}
          />
          {board.gate.kind === 'village' && (
            <StatTile
              label={t('tiles.overdue')}
              value={format.number(board.overdue)}
              level={board.overdue > 0 ? 'bad' : 'ok'}
              note={t('tiles.overdueNote')}
            />
          )}
          <StatTile
            label={t('tiles.flagged')}
            value={format.number(flagged)}
            level={flagged > 0 ? 'warn' : 'ok'}
            note={t('tiles.flaggedNote')}
          />
        </Tiles>
      </div>
      <div className={`${styles.parts} no-print`}>
        {flagged > 0 && (
          <Panel flush title={t('flagged.title')} note={t('flagged.note')}>
            <CheckTable caption={t('flagged.title')} checks={board.flagged} />
          </Panel>
        )}
        <Columns>
          <HourBars board={board} />
          <RefusalList board={board} />
        </Columns>
        <InsideList board={board} />
      </div>
      <Panel flush title={t('latest.title')} note={t('latest.note')}>
        <CheckTable caption={t('latest.title')} checks={board.latest} />
      </Panel>
    </>
  );
}
