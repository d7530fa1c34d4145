import { responsesQuery } from '@liangbuwu/office/responses/console/responses-query.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { Input, Tag } from 'antd';
import { useId, useState } from 'react';
import type { Floors, Tier } from '../../water.ts';
import { floorsMessages } from '../messages/floors.ts';
import { floorsQuery, sightQuery } from '../queries.ts';
import type { DeskSearch } from '../search.ts';
import { noFloorsYet, tierNames } from './draft.ts';
import styles from './floors.module.css';
import { hasKinds, KindFigures } from './kind-figures.tsx';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { type FloorsStanding, inForceOn, standingOn } from './versions.ts';

type Row = { floors: Floors; standing: FloorsStanding };

/** Every version of the floors, dated, with its sources; which one holds on a day, and the way to add one. */
export default function FloorsPage({ search, setSearch }: PageProps<DeskSearch>) {
  const t = floorsMessages.use();
  const format = useFormat();
  const id = useId();
  const list = useQuery(floorsQuery);
  const responses = useQuery(responsesQuery);
  const [adding, setAdding] = useState(false);
  const denied = useDenied();
  const versions = list.data?.versions ?? [];
  const open = responses.data?.responses ?? [];
  const shown =
    open.find(({ id: one }) => one === search.response) ?? open.find(({ ended }) => ended === null);
  const day = search.day ?? shown?.today ?? list.data?.today ?? '';
  const held = inForceOn(versions, day);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      action={
        list.data && (
          <ActionButton
            type={denied ? 'default' : 'primary'}
            icon={<PlusIcon />}
            disabledReason={denied}
            onClick={() => setAdding(true)}
          >
            {t('add.open')}
          </ActionButton>
        )
      }
    >
      <Loaded query={list}>
        {() => (
          <Panel flush>
            <div className={styles.filters}>
              <label className={styles.day} htmlFor={`${id}-day`}>
                {t('day')}
                <Input
                  id={`${id}-day`}
                  type="date"
                  value={day}
                  onChange={({ target }) =>
                    setSearch({ day: target.value || undefined } as DeskSearch, { replace: true })
                  }
                />
              </label>
              <p className={styles.holds} aria-live="polite">
                {held
                  ? t('holds', { day: format.date(day), version: held.version })
                  : t('holdsNone', { day: format.date(day) })}
              </p>
            </div>
            <VersionTable rows={standingOn(versions, day)} />
          </Panel>
        )}
      </Loaded>
      {adding && (
        <NewVersionDialog
          follows={held ?? versions[0] ?? noFloorsYet}
          day={day}
          taken={versions}
          onClose={() => setAdding(false)}
        />
      )}
    </Page>
  );
}

/** Why the one who is signed in may add no version; undefined where it is allowed, or not known yet. */
function useDenied(): string | undefined {
  const t = floorsMessages.use();
  const whole = useQuery(floorsQuery).data?.whole;
  const sight = useQuery(sightQuery).data;
  if (!whole || !sight) return undefined;
  const there = sight.areas.find(({ area }) => area.id === whole.id);
  const may = there?.parts.some((part) =>
    part.may.some(({ permission }) => permission === 'water.write'),
  );
  return may ? undefined : t('add.denied', { area: whole.name });
}

function VersionTable({ rows }: { rows: Row[] }) {
  const t = floorsMessages.use();
  const say = useSay();
  const format = useFormat();
  const labels = new Map<string, Tier['label']>(
    (rows[0]?.floors ?? noFloorsYet).tiers.map(({ name, label }) => [name, label]),
  );
  const columns: Column<Row>[] = [
    { id: 'version', header: t('version'), cell: ({ floors }) => floors.version },
    {
      id: 'state',
      header: t('state'),
      inCard: 'aside',
      cell: ({ standing }) =>
        standing === 'in-force' ? (
          <StatusTag level="ok">{t('standing.in-force')}</StatusTag>
        ) : (
          <Tag className={styles.tag ?? ''}>{t(`standing.${standing}`)}</Tag>
        ),
    },
    { id: 'from', header: t('from'), cell: ({ floors }) => format.date(floors.validFrom) },
    ...tierNames.map(
      (name): Column<Row> => ({
        id: name,
        header: say(labels.get(name)) || name,
        cell: ({ floors }) => <TierCell tier={floors.tiers.find((tier) => tier.name === name)} />,
      }),
    ),
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={rows}
      columns={columns}
      rowKey={({ floors }) => floors.version}
      rowName={({ floors }) => floors.version}
      detail={({ floors }) => hasKinds(floors) && <KindFigures floors={floors} />}
      opened={rows
        .filter(({ standing }) => standing === 'in-force')
        .map(({ floors }) => floors.version)}
      cardsBelow={760}
      empty={<EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
    />
  );
}

function TierCell({ tier }: { tier: Tier | undefined }) {
  const t = floorsMessages.use();
  const format = useFormat();
  if (!tier) return null;
  return (
    <span className={styles.tier}>
      <strong>{t('litres', { litres: format.number(tier.litresPerPerson, 2) })}</strong>
      <span>{t('source', { source: tier.source })}</span>
    </span>
  );
}
