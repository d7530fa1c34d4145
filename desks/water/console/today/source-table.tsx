import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useMemo } from 'react';
import type { SourceRunway } from '../../runway-sheet.ts';
import { shortDay } from '../fortnight/short-day.ts';
import { runwayMessages } from '../messages/runway.ts';
import { registersPath } from '../paths.ts';
import styles from './runway-panel.module.css';

/** How near its end a limit is spoken of as such, days. */
const soon = 7;

/** Every source with what limits it: consent, next test, litres of the day. */
export function SourceTable({ sources }: { sources: readonly SourceRunway[] }) {
  const t = runwayMessages.use();
  const format = useFormat();
  const columns = useMemo<Column<SourceRunway>[]>(() => {
    const days = (until: string | null, left: number | null) => {
      if (until === null || left === null)
        return <span className={styles.quiet}>{t('sources.unknown')}</span>;
      const day = { until: shortDay(format.language, until).date };
      const words =
        left < 0
          ? t('sources.over', { count: -left, ...day })
          : left === 0
            ? t('sources.today', day)
            : t('sources.days', { count: left, ...day });
      if (left > soon) return words;
      return <StatusTag level={left < 0 ? 'bad' : 'warn'}>{words}</StatusTag>;
    };
    const limit = ({ litresPerDay, used }: SourceRunway) => {
      const limited = format.litres(litresPerDay);
      if (used === null)
        return litresPerDay === null
          ? t('sources.unknown')
          : t('sources.limitOnly', { limit: limited });
      if (!litresPerDay) return t('sources.usedNoLimit', { used: format.litres(used) });
      const share = format.percent(used / litresPerDay);
      return t('sources.used', { used: format.litres(used), limit: limited, share });
    };
    return [
      {
        id: 'name',
        header: t('sources.name'),
        cell: ({ id, name, shut }) => (
          <span className={styles.stacked}>
            <AppLink href={`${registersPath}/sources?row=${id}`}>{name}</AppLink>
            {shut && <StatusTag level="bad">{t(`sources.shut.${shut}`)}</StatusTag>}
          </span>
        ),
        sort: ({ name }) => name,
      },
      {
        id: 'consent',
        header: t('sources.consent'),
        cell: ({ kind, consentUntil, consentLeft }) =>
          kind === 'deep-well' || consentUntil !== null ? days(consentUntil, consentLeft) : '—',
        sort: ({ consentLeft }) => consentLeft,
        firstSort: 'ascending',
      },
      {
        id: 'test',
        header: t('sources.test'),
        cell: ({ testAgainBy, testLeft }) => days(testAgainBy, testLeft),
        sort: ({ testLeft }) => testLeft,
        firstSort: 'ascending',
      },
      {
        id: 'limit',
        header: t('sources.limit'),
        cell: limit,
        sort: ({ used, litresPerDay }) => (litresPerDay ? (used ?? 0) / litresPerDay : null),
      },
    ];
  }, [t, format]);
  return (
    <DataTable
      caption={t('sources.title')}
      rows={sources}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => name}
    />
  );
}
