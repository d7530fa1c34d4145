import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { Tag } from 'antd';
import type { SitingBasis, SitingLevel } from '../../stations/siting.ts';
import { stationMessages } from '../messages/stations.ts';
import { registersPath } from '../paths.ts';
import styles from './stations.module.css';

type Station = SitingLevel['stations'][number];
type Left = SitingLevel['unserved'][number];

const nearness: Record<Left['because'], number> = { yield: 0, 'not-built': 1, 'out-of-reach': 2 };

/** Which stations a level has, and whom each serves. */
export function StationTable({ basis, level }: { basis: SitingBasis; level: SitingLevel }) {
  const t = stationMessages.use();
  const format = useFormat();
  const siteOf = new Map(basis.sites.map((site) => [site.id, site]));
  const groupOf = new Map(basis.groups.map((group) => [group.id, group]));
  const nameOf = (id: string) => siteOf.get(id)?.name ?? '';
  const columns: Column<Station>[] = [
    {
      id: 'site',
      header: t('chosen.site'),
      cell: ({ site, existing }) => (
        <span className={styles.name}>
          <AppLink href={`${registersPath}/sites?row=${site}`}>{nameOf(site)}</AppLink>
          {existing ? (
            <Tag>{t('chosen.existing')}</Tag>
          ) : (
            <StatusTag level="ok">{t('chosen.fresh')}</StatusTag>
          )}
          {siteOf.get(site)?.invented && <Tag>{t('chosen.invented')}</Tag>}
        </span>
      ),
    },
    {
      id: 'serves',
      header: t('chosen.serves'),
      inCard: 'wide',
      cell: ({ site }) => {
        const walks = level.walks.filter((walk) => walk.site === site);
        const counted = siteOf.get(site)?.countedLitres ?? 0;
        if (walks.length === 0)
          return (
            <span className={styles.muted}>
              {counted > 0
                ? t('chosen.counted', { litres: format.litres(counted) })
                : t('chosen.nobody')}
            </span>
          );
        return (
          <ul className={styles.served}>
            {walks.map(({ group, people }) => (
              <li key={group}>
                {t('chosen.servesOne', {
                  group: groupOf.get(group)?.name ?? '',
                  people: format.number(people),
                })}
              </li>
            ))}
          </ul>
        );
      },
    },
    {
      id: 'adds',
      header: t('chosen.adds'),
      hint: t('chosen.addsHint'),
      numeric: true,
      cell: ({ adds }) =>
        adds === null ? '—' : t('chosen.people', { count: format.number(adds) }),
    },
    {
      id: 'litres',
      header: t('chosen.litres'),
      numeric: true,
      cell: ({ litres }) => format.litres(litres),
    },
    {
      id: 'spare',
      header: t('chosen.spare'),
      numeric: true,
      cell: ({ spare }) => format.litres(spare),
    },
    {
      id: 'building',
      header: t('chosen.building'),
      numeric: true,
      cell: ({ site, existing }) => (existing ? '' : format.number(siteOf.get(site)?.building)),
    },
  ];
  const fresh = level.stations.filter(({ existing }) => !existing).length;
  const title = level.most === 0 ? t('chosen.now') : t('chosen.title', { count: fresh });
  return (
    <Panel flush title={title}>
      <DataTable
        caption={title}
        rows={[...level.stations].sort((a, b) => Number(a.existing) - Number(b.existing))}
        columns={columns}
        rowKey={({ site }) => site}
        rowName={({ site }) => nameOf(site)}
        empty={<EmptyState small title={t('chosen.none')} />}
        cardsBelow={700}
      />
    </Panel>
  );
}

/** Who goes on being without, and why: those nearest to being served first. */
export function LeftTable({ basis, level }: { basis: SitingBasis; level: SitingLevel }) {
  const t = stationMessages.use();
  const format = useFormat();
  const nameOf = (id: string) => basis.groups.find((group) => group.id === id)?.name ?? '';
  const people = level.unserved.reduce((sum, one) => sum + one.people, 0);
  const columns: Column<Left>[] = [
    { id: 'group', header: t('left.group'), cell: ({ group }) => nameOf(group) },
    {
      id: 'people',
      header: t('left.people'),
      numeric: true,
      sort: (one) => one.people,
      cell: (one) => format.number(one.people),
    },
    {
      id: 'because',
      header: t('left.because'),
      sort: ({ because }) => nearness[because],
      cell: ({ because }) => t(`left.${because}`),
    },
  ];
  return (
    <Panel flush title={t('left.title')} note={t('left.note', { people: format.number(people) })}>
      <DataTable
        caption={t('left.title')}
        rows={[...level.unserved].sort(
          (a, b) => nearness[a.because] - nearness[b.because] || b.people - a.people,
        )}
        columns={columns}
        rowKey={({ group, because }) => `${group} ${because}`}
        rowName={({ group }) => nameOf(group)}
        empty={<EmptyState small title={t('left.nobody')} />}
        maxHeight={420}
        cardsBelow={300}
      />
    </Panel>
  );
}
