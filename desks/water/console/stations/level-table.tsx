import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import type { SitingLevel } from '../../stations/siting.ts';
import { sharedMessages } from '../messages/shared.ts';
import { stationMessages } from '../messages/stations.ts';
import styles from './stations.module.css';

/** Level by level: people, proof, water, money. */
export function LevelTable(props: {
  levels: readonly SitingLevel[];
  priced: boolean;
  chosen: number;
  onChoose: (most: number) => void;
}) {
  const { levels, priced, chosen } = props;
  const t = stationMessages.use();
  const format = useFormat();
  const people = (value: number) => format.number(value);
  const money = (value: number | null) =>
    value === null ? (
      <span className={styles.muted}>{t('levels.unknown')}</span>
    ) : (
      format.number(value)
    );
  const columns: Column<SitingLevel>[] = [
    {
      id: 'most',
      header: t('levels.stations'),
      cell: ({ most }) => t('levels.stationsOf', { count: most }),
    },
    {
      id: 'proof',
      header: t('levels.proof'),
      inCard: 'aside',
      cell: (level) => <Proof level={level} />,
    },
    { id: 'people', header: t('levels.people'), numeric: true, cell: (one) => people(one.people) },
    {
      id: 'gain',
      header: t('levels.gain'),
      numeric: true,
      cell: ({ gain, most }) => (most === 0 ? '' : format.signed(gain)),
    },
    {
      id: 'volume',
      header: t('levels.volume'),
      numeric: true,
      cell: ({ saved }) => format.cubicMetres(saved.cubicMetres * 1000),
    },
    {
      id: 'building',
      header: t('levels.building'),
      numeric: true,
      cell: ({ building }) => format.number(building),
    },
    {
      id: 'running',
      header: t('levels.running'),
      numeric: true,
      cell: ({ running }) => format.number(running),
    },
    {
      id: 'money',
      header: t('levels.money'),
      numeric: true,
      cell: ({ saved, building }) => (building === 0 ? '—' : money(saved.money)),
    },
    {
      id: 'payback',
      header: t('levels.payback'),
      numeric: true,
      cell: (level) => <Payback level={level} priced={priced} />,
    },
  ];
  return (
    <Panel flush title={t('levels.title')} note={t('levels.note')}>
      <DataTable
        caption={t('levels.title')}
        rows={levels}
        columns={columns}
        rowKey={({ most }) => String(most)}
        rowName={({ most }) => t('chart.stations', { count: most })}
        selected={String(chosen)}
        onOpen={({ most }) => props.onChoose(most)}
        cardsBelow={820}
      />
    </Panel>
  );
}

function Proof({ level }: { level: SitingLevel }) {
  const t = stationMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const { people, bound, proven } = level;
  if (!proven.people)
    return (
      <StatusTag level="warn">
        {t('levels.gap', { bound: format.number(bound), gap: format.number(bound - people) })}
      </StatusTag>
    );
  const open = (['cost', 'walking'] as const).filter((what) => !proven[what]);
  if (open.length === 0) return <StatusTag level="ok">{t('levels.proven')}</StatusTag>;
  const what = open.map((one) => t(`levels.${one}`)).join(shared('listComma'));
  return <StatusTag level="ok">{t('levels.provenNot', { what })}</StatusTag>;
}

function Payback({ level, priced }: { level: SitingLevel; priced: boolean }) {
  const t = stationMessages.use();
  const format = useFormat();
  const { payback } = level.saved;
  if (level.building === 0) return '—';
  if (!priced) return <span className={styles.muted}>{t('levels.unknown')}</span>;
  if (payback === null) return t('levels.never');
  return t('levels.months', { count: format.number(payback, 1) });
}
