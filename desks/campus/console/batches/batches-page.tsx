import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchoolBatches } from '../../batches/batch.ts';
import { batchesMessages } from '../messages/batches.ts';
import { reopeningPath } from '../paths.ts';
import { usePermitted } from '../permitted.ts';
import { batchesQuery } from '../queries.ts';
import type { CampusSearch } from '../search.ts';
import { WithEpidemic } from '../with-epidemic.tsx';
import { AnnounceForm } from './announce-form.tsx';
import { BatchForm } from './batch-form.tsx';
import { BatchPanel } from './batch-panel.tsx';
import { SchoolPoster } from './school-poster.tsx';

type Props = PageProps<CampusSearch>;

/** In which batches a school returns, and what its parents were told. */
export default function BatchesPage({ params, search, setSearch }: Props) {
  const t = batchesMessages.use();
  return (
    <WithEpidemic title={t('title')} search={search} setSearch={setSearch}>
      {(of) => (
        <BatchesOf of={of} school={params.school ?? ''} search={search} setSearch={setSearch} />
      )}
    </WithEpidemic>
  );
}

function BatchesOf(props: { of: Response; school: string } & Pick<Props, 'search' | 'setSearch'>) {
  const { of, school, search, setSearch } = props;
  const t = batchesMessages.use();
  const format = useFormat();
  const denied = usePermitted('campus.batches');
  const [adding, setAdding] = useState(false);
  const query = useQuery(batchesQuery(school, of.id));
  const { data } = query;
  if (data && search.poster === 'yes')
    return <SchoolPoster of={data} onBack={() => setSearch({ poster: undefined })} />;
  const approved = data?.approved;
  const cannot = denied ?? (data && !approved ? t('noPlan') : undefined);
  return (
    <Page
      title={data ? `${data.school.name} · ${t('title')}` : t('title')}
      lead={
        data &&
        (approved
          ? t('lead', { number: approved.number, time: format.instant(approved.at) })
          : t('noPlan'))
      }
      crumbs={[
        { label: t('crumb'), href: `${reopeningPath}?response=${of.id}` },
        ...(data
          ? [{ label: data.school.name, href: `${reopeningPath}/${school}?response=${of.id}` }]
          : []),
      ]}
      tools={
        <ActionButton onClick={() => setSearch({ poster: 'yes' })}>{t('poster.show')}</ActionButton>
      }
      action={
        <ActionButton type="primary" disabledReason={cannot} onClick={() => setAdding(true)}>
          {t('add')}
        </ActionButton>
      }
    >
      <Loaded query={query}>
        {(loaded) => (
          <>
            {adding && <BatchForm response={of.id} of={loaded} onClose={() => setAdding(false)} />}
            <BatchList response={of.id} of={loaded} cannot={cannot} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function BatchList(props: { response: string; of: SchoolBatches; cannot: string | undefined }) {
  const { of, cannot } = props;
  const t = batchesMessages.use();
  const [doing, setDoing] = useState<{ batch: string; what: 'edit' | 'announce' }>();
  const close = () => setDoing(undefined);
  if (of.batches.length === 0)
    return (
      <Panel>
        <EmptyState small title={t('none')}>
          {t('noneNote')}
        </EmptyState>
      </Panel>
    );
  return of.batches.map((batch) => {
    const what = doing?.batch === batch.id ? doing.what : undefined;
    if (what === 'edit')
      return (
        <BatchForm key={batch.id} response={props.response} of={of} batch={batch} onClose={close} />
      );
    if (what === 'announce') return <AnnounceForm key={batch.id} batch={batch} onClose={close} />;
    return (
      <BatchPanel
        key={batch.id}
        batch={batch}
        classes={of.classes}
        denied={cannot}
        onEdit={() => setDoing({ batch: batch.id, what: 'edit' })}
        onAnnounce={() => setDoing({ batch: batch.id, what: 'announce' })}
      />
    );
  });
}
