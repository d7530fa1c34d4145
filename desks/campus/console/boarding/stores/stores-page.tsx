import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { setHere, starterItems } from '../../../boarding/stores/settings.ts';
import { putStoreItem, type StoresBoard } from '../../../boarding/stores/stores.contract.ts';
import { storesMessages } from '../../messages/stores.ts';
import { OfSchool, type OfSchoolChoice } from '../../of-school.tsx';
import { usePermitted } from '../../permitted.ts';
import type { CampusSearch } from '../../search.ts';
import { InsideDialog } from './inside-dialog.tsx';
import { ItemDialog } from './item-dialog.tsx';
import { ItemTable } from './item-table.tsx';
import { NeedTable } from './need-table.tsx';
import { type Here, storesQuery, useStoresStep } from './stores-queries.ts';
import { StoresTiles } from './stores-tiles.tsx';

/** What a sealed school has in store: how long it lasts, what was asked for, who promised it, what came. */
export default function StoresPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = storesMessages.use();
  return (
    <OfSchool title={t('title')} search={search} setSearch={setSearch}>
      {(chosen) => <StoresOf {...chosen} />}
    </OfSchool>
  );
}

function StoresOf(props: OfSchoolChoice) {
  const { school, of } = props;
  const t = storesMessages.use();
  const denied = usePermitted('campus.stores-keep');
  const board = useQuery(storesQuery(school.id, of.id));
  const [dialog, setDialog] = useState<'inside' | 'item'>();
  const here = { school: school.id, response: of.id, now: of.now, denied };
  const close = () => setDialog(undefined);
  return (
    <Page
      title={t('title')}
      lead={t('lead', { school: school.name })}
      tools={
        <>
          {props.choice}
          <ActionButton disabledReason={denied} onClick={() => setDialog('inside')}>
            {t('inside.set')}
          </ActionButton>
        </>
      }
      action={
        <ActionButton type="primary" disabledReason={denied} onClick={() => setDialog('item')}>
          {t('item.add')}
        </ActionButton>
      }
    >
      <Loaded query={board}>{(data) => <StoresParts board={data} here={here} />}</Loaded>
      {dialog === 'inside' && board.data && (
        <InsideDialog here={here} inside={board.data.inside} onClose={close} />
      )}
      {dialog === 'item' && <ItemDialog here={here} item={undefined} onClose={close} />}
    </Page>
  );
}

function StoresParts({ board, here }: { board: StoresBoard; here: Here }) {
  if (board.items.length === 0)
    return (
      <Panel>
        <Begin here={here} />
      </Panel>
    );
  return (
    <>
      <StoresTiles board={board} />
      <ItemTable board={board} here={here} />
      <NeedTable board={board} here={here} />
    </>
  );
}

/** Nothing is listed yet: a list to begin with is one tap. */
function Begin({ here }: { here: Here }) {
  const t = storesMessages.use();
  const say = useSay();
  const [ids] = useState(() => starterItems.map(() => newId()));
  const begin = useStoresStep(async () => {
    for (const [i, { name, unit, ...figures }] of starterItems.entries())
      await call(putStoreItem, {
        params: { school: here.school, item: ids[i] ?? '' },
        body: {
          response: here.response,
          seen: null,
          fields: { ...figures, name: say(name), unit: say(unit), source: say(setHere) },
        },
      });
  });
  return (
    <EmptyState
      small
      title={t('none')}
      action={
        <ActionButton
          disabledReason={here.denied}
          loading={begin.isPending}
          onClick={() => begin.mutate(undefined)}
        >
          {t('begin')}
        </ActionButton>
      }
    >
      {t('noneNote')}
      {begin.error && <ErrorState inline error={begin.error} />}
    </EmptyState>
  );
}
