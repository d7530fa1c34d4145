import { BulletBar } from '@liangbuwu/ui/figures/bullet-bar.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useState } from 'react';
import { floors, levelOf, shortOf, type Village, villages } from './sample.ts';
import { galleryMessages } from './texts.ts';

export function TableSection() {
  const t = galleryMessages.use();
  const say = useSay();
  const format = useFormat();
  const [selected, setSelected] = useState<string | undefined>('v2');
  const marks = [
    { value: floors[0], label: t('floors.survival') },
    { value: floors[1], label: t('floors.basic') },
    { value: floors[2], label: t('floors.full') },
  ];
  const sum = (rows: readonly Village[], of: (row: Village) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const promised = (row: Village) => Math.round((row.perPerson ?? 0) * row.people);
  const columns: Column<Village>[] = [
    {
      id: 'village',
      header: t('columns.village'),
      cell: (row) => say(row.name),
      sort: (row) => say(row.name),
    },
    {
      id: 'people',
      header: t('columns.people'),
      numeric: true,
      cell: (row) => format.number(row.people),
      sort: (row) => row.people,
      total: (rows) => format.number(sum(rows, (row) => row.people)),
    },
    {
      id: 'litres',
      header: t('columns.litres'),
      numeric: true,
      cell: (row) => format.number(row.perPerson, 1),
      sort: (row) => row.perPerson,
    },
    {
      id: 'against',
      header: t('columns.against'),
      width: '26%',
      inCard: 'wide',
      cell: (row) => (
        <BulletBar
          label={say(row.name)}
          value={row.perPerson}
          level={levelOf(row)}
          marks={marks}
          max={22}
          format={(value) => format.number(value, 1)}
        />
      ),
    },
    {
      id: 'promised',
      header: t('columns.promised'),
      numeric: true,
      cell: (row) => format.litres(promised(row)),
      sort: promised,
      total: (rows) => format.litres(sum(rows, promised)),
    },
    {
      id: 'short',
      header: t('columns.short'),
      numeric: true,
      cell: (row) => format.litres(shortOf(row)),
      sort: shortOf,
      total: (rows) => format.litres(sum(rows, shortOf)),
    },
    {
      id: 'status',
      header: t('columns.status'),
      hint: t('columns.statusHint'),
      inCard: 'aside',
      cell: (row) => <StatusTag level={levelOf(row)}>{t(`levels.${levelOf(row)}`)}</StatusTag>,
    },
  ];
  return (
    <Panel title={t('gap')} note={t('gapNote')} flush>
      <DataTable
        caption={t('gap')}
        rows={villages}
        columns={columns}
        rowKey={(row) => row.id}
        rowName={(row) => say(row.name)}
        rowLevel={(row) => (levelOf(row) === 'ok' ? undefined : levelOf(row))}
        selected={selected}
        onOpen={(row) => setSelected(row.id)}
        opened={['v1']}
        detail={(row) =>
          shortOf(row) > 0 && (
            <>
              <p>{t('why')}</p>
              <p>
                <strong>{t('remedy')}</strong>
              </p>
            </>
          )
        }
        sorting={{ column: 'short', direction: 'descending' }}
      />
    </Panel>
  );
}
