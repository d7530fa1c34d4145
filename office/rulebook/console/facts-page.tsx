import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PlusIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { purposeWords, type RuleFact, sensitivityWords } from '../rulebook.ts';
import { FactDialog } from './fact-dialog.tsx';
import { rulebookMessages } from './messages.ts';
import { rulesPath } from './paths.ts';
import { useKeeping } from './permitted.ts';
import { catalogueQuery, useLiveRulebook } from './queries.ts';
import styles from './rulebook.module.css';
import type { RulesSearch } from './search.ts';

/** What rules may ask, how closely it touches a person, and for what it may be used. */
export default function FactsCataloguePage(_: PageProps<RulesSearch>) {
  const t = rulebookMessages.use();
  const say = useSay();
  useLiveRulebook();
  const catalogue = useQuery(catalogueQuery);
  const denied = useKeeping();
  const [open, setOpen] = useState<string>();
  const columns: Column<RuleFact>[] = [
    {
      id: 'fact',
      header: t('factsPage.fact'),
      width: '22%',
      cell: (fact) => say(fact.say),
      sort: (fact) => say(fact.say),
    },
    {
      id: 'sensitivity',
      header: t('factsPage.sensitivity'),
      inCard: 'aside',
      cell: (fact) => say(sensitivityWords[fact.sensitivity]),
      sort: (fact) => fact.sensitivity,
    },
    {
      id: 'values',
      header: t('factsPage.values'),
      width: '34%',
      inCard: 'wide',
      cell: (fact) =>
        fact.values.length > 0 ? (
          fact.values.map((one) => say(one.say)).join(' · ')
        ) : (
          <span className={styles.muted}>
            {t(`factsPage.types.${fact.type}`)}
            {fact.unit && ` · ${say(fact.unit)}`}
          </span>
        ),
    },
    {
      id: 'purposes',
      header: t('factsPage.purposes'),
      inCard: 'wide',
      cell: (fact) => fact.purposes.map((purpose) => say(purposeWords[purpose])).join(' · '),
    },
  ];
  return (
    <Page
      title={t('factsPage.title')}
      lead={t('factsPage.lead')}
      crumbs={[{ label: t('title'), href: rulesPath }]}
      action={
        <ActionButton
          type={denied ? 'default' : 'primary'}
          icon={<PlusIcon />}
          disabledReason={denied}
          onClick={() => setOpen('')}
        >
          {t('factsPage.add')}
        </ActionButton>
      }
    >
      <Loaded query={catalogue} waiting={<TableSkeleton />}>
        {({ facts }) => (
          <Panel flush>
            <DataTable
              caption={t('factsPage.title')}
              rows={facts}
              columns={columns}
              rowKey={({ name }) => name}
              rowName={(fact) => say(fact.say)}
              {...(!denied && { onOpen: ({ name }: RuleFact) => setOpen(name) })}
              sorting={{ column: 'fact', direction: 'ascending' }}
              cardsBelow={760}
              empty={<EmptyState title={t('factsPage.none')} />}
            />
            {open !== undefined && (
              <FactDialog
                fact={facts.find(({ name }) => name === open)}
                onClose={() => setOpen(undefined)}
              />
            )}
          </Panel>
        )}
      </Loaded>
    </Page>
  );
}
