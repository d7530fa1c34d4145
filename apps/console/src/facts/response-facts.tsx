import { call } from '@liangbuwu/office/http/console/call.ts';
import { type Fact, listFacts } from '@liangbuwu/office/responses/contract.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { groupBySource, type SourceFacts } from './by-source.ts';
import styles from './facts.module.css';
import { factsMessages } from './messages.ts';

export function ResponseFacts({ response }: { response: string }) {
  const t = factsMessages.use();
  const facts = useQuery({
    queryKey: ['responses', response, 'facts'],
    queryFn: ({ signal }) => call(listFacts, { params: { response } }, { signal }),
    staleTime: 60_000,
  });
  return (
    <Loaded
      query={facts}
      waiting={<TableSkeleton />}
      empty={{
        when: (data) => data.facts.length === 0,
        show: <EmptyState title={t('none')}>{t('noneNote')}</EmptyState>,
      }}
    >
      {(data) =>
        groupBySource(data.facts).map((group) => (
          <SourcePanel key={group.source['zh-CN'] + group.source.en} group={group} />
        ))
      }
    </Loaded>
  );
}

function SourcePanel({ group }: { group: SourceFacts }) {
  const t = factsMessages.use();
  const say = useSay();
  const { facts, assumed } = group;
  const source = t('source', { source: say(group.source) });
  const columns: Column<Fact>[] = [
    { id: 'told', header: t('told'), width: '42%', cell: (fact) => say(fact.told) },
    {
      id: 'words',
      header: t('words'),
      width: '22%',
      cell: ({ words }) =>
        words.length === 0 ? (
          <span className={styles.unknown}>{t('wordsUnknown')}</span>
        ) : (
          <span className={styles.words} lang="zh-CN">
            {words.map((word) => (
              <q key={word} className={styles.word}>
                {word}
              </q>
            ))}
          </span>
        ),
    },
    {
      id: 'assumed',
      header: t('assumed'),
      inCard: 'wide',
      cell: (fact) =>
        fact.assumed === null ? (
          <span className={styles.unknown}>{t('nothingAssumed')}</span>
        ) : (
          <div className={styles.assumed}>
            <StatusTag level="warn">{t('assumedMark')}</StatusTag>
            <span>{say(fact.assumed)}</span>
          </div>
        ),
    },
  ];
  return (
    <Panel
      flush
      title={source}
      note={
        assumed === 0
          ? t('count', { count: facts.length })
          : t('countAssumed', { count: facts.length, assumed })
      }
    >
      <DataTable
        caption={source}
        rows={facts}
        columns={columns}
        rowKey={(fact) => `${fact.told['zh-CN']}\n${fact.told.en}`}
        rowName={(fact) => say(fact.told)}
        cardsBelow={720}
      />
    </Panel>
  );
}
