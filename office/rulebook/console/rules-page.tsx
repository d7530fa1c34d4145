import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { ListIcon, PlusIcon, TestIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink, useNavigateTo } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { responsesQuery } from '../../responses/console/responses-query.ts';
import type { Response } from '../../responses/contract.ts';
import { kindWords, purposeWords, type RuleSet, type VersionHead } from '../rulebook.ts';
import { standingOf } from '../rules.ts';
import { isActive } from './active.ts';
import { rulebookMessages } from './messages.ts';
import { NewSetDialog } from './new-set-dialog.tsx';
import { factsCataloguePath, setPath, tryPath } from './paths.ts';
import { usePermitted } from './permitted.ts';
import { chooseResponse, setsQuery, useLiveRulebook } from './queries.ts';
import styles from './rulebook.module.css';
import type { RulesSearch } from './search.ts';

type Row = RuleSet & { versions: VersionHead[] };

/** Every rule-set, with what of it is in force by the response's clock and what comes next. */
export default function RulesPage({ search }: PageProps<RulesSearch>) {
  const t = rulebookMessages.use();
  const format = useFormat();
  const navigate = useNavigateTo();
  useLiveRulebook();
  const sets = useQuery(setsQuery);
  const responses = useQuery(responsesQuery);
  const denied = usePermitted('rulebook.draft');
  const [adding, setAdding] = useState(false);
  const all = responses.data?.responses ?? [];
  const at = chooseResponse(all, search.response)?.now ?? sets.data?.now ?? '';
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tools={
        <>
          <Button icon={<TestIcon />} onClick={() => navigate(tryPath)}>
            {t('try')}
          </Button>
          <Button icon={<ListIcon />} onClick={() => navigate(factsCataloguePath)}>
            {t('catalogue')}
          </Button>
        </>
      }
      action={
        <ActionButton
          type={denied ? 'default' : 'primary'}
          icon={<PlusIcon />}
          disabledReason={denied}
          onClick={() => setAdding(true)}
        >
          {t('newSet')}
        </ActionButton>
      }
    >
      <Loaded query={sets} waiting={<TableSkeleton />}>
        {(data) => (
          <Panel flush title={t('title')} note={t('asOf', { at: format.instant(at) })}>
            <SetTable rows={data.sets} at={at} responses={all} />
          </Panel>
        )}
      </Loaded>
      <p className={styles.note}>{t('noRulesNeeded')}</p>
      {adding && <NewSetDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}

function SetTable(props: { rows: Row[]; at: string; responses: readonly Response[] }) {
  const { at, responses } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const every = props.rows.flatMap(({ versions }) => versions);
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('name'),
      width: '24%',
      cell: (set) => <AppLink href={`${setPath}/${set.id}`}>{say(set.name)}</AppLink>,
    },
    {
      id: 'now',
      header: t('now'),
      width: '22%',
      inCard: 'aside',
      cell: (set) => <Now set={set} at={at} responses={responses} every={every} />,
    },
    {
      id: 'area',
      header: t('area'),
      width: '6em',
      cell: (set) => set.area.name,
      sort: (set) => set.area.name,
    },
    {
      id: 'purpose',
      header: t('purpose'),
      cell: (set) => say(purposeWords[set.purpose]),
      sort: (set) => say(purposeWords[set.purpose]),
    },
    { id: 'next', header: t('next'), cell: (set) => <Next set={set} at={at} every={every} /> },
    { id: 'work', header: t('work'), cell: (set) => <Work versions={set.versions} /> },
  ];
  return (
    <DataTable
      caption={t('title')}
      rows={props.rows}
      columns={columns}
      rowKey={({ id }) => id}
      rowName={({ name }) => say(name)}
      cardsBelow={760}
      empty={<EmptyState title={t('none')}>{t('noneNote')}</EmptyState>}
    />
  );
}

function Now(props: {
  set: Row;
  at: string;
  responses: readonly Response[];
  every: readonly VersionHead[];
}) {
  const { set, at, responses, every } = props;
  const t = rulebookMessages.use();
  const say = useSay();
  const held = set.versions.find((one) => standingOf(one, every, at).standing === 'in-force');
  if (!held)
    return (
      <StatusTag level="unknown">
        {t(set.versions.some(({ state }) => state === 'published') ? 'nothingNow' : 'noneYet')}
      </StatusTag>
    );
  return isActive(set, responses, at) ? (
    <StatusTag level="ok">{t('inForce', { number: held.number })}</StatusTag>
  ) : (
    <StatusTag level="unknown">{t('notActive', { kind: say(kindWords[set.kind]) })}</StatusTag>
  );
}

function Next({ set, at, every }: { set: Row; at: string; every: readonly VersionHead[] }) {
  const t = rulebookMessages.use();
  const format = useFormat();
  const [next] = set.versions
    .filter((one) => standingOf(one, every, at).standing === 'coming')
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
  return next ? t('nextVersion', { number: next.number, from: format.instant(next.from) }) : '—';
}

function Work({ versions }: { versions: readonly VersionHead[] }) {
  const t = rulebookMessages.use();
  const count = (state: string) => versions.filter((one) => one.state === state).length;
  const [drafts, proposals] = [count('draft'), count('proposed')];
  const endings = versions.filter(({ ending }) => ending?.publishedAt === null).length;
  const parts = [
    ...(proposals > 0 ? [t('proposals', { number: proposals })] : []),
    ...(endings > 0 ? [t('endings', { number: endings })] : []),
    ...(drafts > 0 ? [t('drafts', { number: drafts })] : []),
  ];
  return parts.length > 0 ? parts.join(' · ') : '—';
}
