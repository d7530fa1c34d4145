import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { responsesQuery } from '../queries.ts';
import { chooseResponse } from '../shell/use-situation.ts';
import type { FactsSearch } from './facts-search.ts';
import { factsMessages } from './messages.ts';
import { ResponseFacts } from './response-facts.tsx';

/** What the response chosen in the header rests on. */
export default function FactsPage({ search }: PageProps<FactsSearch>) {
  const t = factsMessages.use();
  const say = useSay();
  const responses = useQuery(responsesQuery);
  const current = chooseResponse(responses.data?.responses ?? [], search.response);
  return (
    <Page
      title={t('title')}
      lead={current ? t('lead', { response: say(current.name) }) : t('leadPlain')}
    >
      <Loaded query={responses} waiting={<TableSkeleton />}>
        {() =>
          current ? (
            <ResponseFacts key={current.id} response={current.id} />
          ) : (
            <EmptyState title={t('noResponse')}>{t('noResponseNote')}</EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}
