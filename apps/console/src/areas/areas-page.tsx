import { LiveMessage, livePath } from '@liangbuwu/office/live/contract.ts';
import type { Area } from '@liangbuwu/office/register/areas/contract.ts';
import { useEventStream } from '@liangbuwu/ui/live/use-event-stream.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useMemo, useState } from 'react';
import { meQuery } from '../queries.ts';
import { AreaBranch } from './area-branch.tsx';
import { type AreaDeed, AreaDialog } from './area-dialog.tsx';
import { buildAreaTree, firstOpened } from './area-tree.ts';
import styles from './areas.module.css';
import { FoundAreas } from './found-areas.tsx';
import { areasMessages } from './messages.ts';
import { areaKeys, areasQuery } from './queries.ts';
import { useSettled } from './use-settled.ts';

/** The tenant's tree of areas: to look through, search, add to and rename. */
export default function AreasPage(_: PageProps<Record<string, never>>) {
  const t = areasMessages.use();
  const queries = useQueryClient();
  const areas = useQuery(areasQuery);
  const [typed, setTyped] = useState('');
  const [shown, setShown] = useState<string>();
  const settled = useSettled(typed.trim());
  const searching = typed.trim() !== '';
  const count = areas.data?.areas.length;

  useEventStream(livePath, {
    message: (said) => {
      const heard = LiveMessage.safeParse(said);
      if (heard.success && /^(register\.areas|resync)/.test(heard.data.topic))
        void queries.invalidateQueries({ queryKey: areaKeys.all });
    },
  });

  return (
    <Page title={t('title')} lead={t('lead')}>
      <Panel
        flush
        title={searching ? t('found') : t('tree')}
        note={!searching && count !== undefined && t('count', { count })}
        tools={
          <Input.Search
            className={styles.search ?? ''}
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            maxLength={50}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        }
      >
        {searching ? (
          <FoundAreas
            typed={settled || typed}
            onShow={(area) => {
              setTyped('');
              setShown(area);
            }}
          />
        ) : (
          <Loaded query={areas} waiting={<TableSkeleton />}>
            {(data) => <WholeTree areas={data.areas} shown={shown} setShown={setShown} />}
          </Loaded>
        )}
      </Panel>
    </Page>
  );
}

function WholeTree(props: {
  areas: readonly Area[];
  shown: string | undefined;
  setShown: (area: string | undefined) => void;
}) {
  const { areas, shown } = props;
  const t = areasMessages.use();
  const { data: me } = useSuspenseQuery(meQuery);
  const tree = useMemo(() => buildAreaTree(areas), [areas]);
  const [toggled, setToggled] = useState<ReadonlySet<string>>();
  const [deed, setDeed] = useState<AreaDeed>();
  const opened = useMemo(
    () =>
      new Set([
        ...(toggled ?? firstOpened(areas, tree)),
        ...(shown === undefined ? [] : tree.above(shown).map(({ id }) => id)),
      ]),
    [areas, shown, toggled, tree],
  );
  return (
    <>
      <AreaBranch
        areas={tree.roots}
        view={{
          tree,
          opened,
          shown,
          mayWrite: me.permissions.includes('register.write'),
          toggle: (id) => {
            const now = new Set(opened);
            if (!now.delete(id)) now.add(id);
            setToggled(now);
            // What was looked for holds its branch open only until one folds it.
            props.setShown(undefined);
          },
          onDeed: setDeed,
        }}
      />
      {areas.length === 1 && <p className={styles.first}>{t('first')}</p>}
      {deed && (
        <AreaDialog
          deed={deed}
          onClose={() => setDeed(undefined)}
          onSaved={(area) => {
            setDeed(undefined);
            setToggled(opened);
            props.setShown(area.id);
          }}
        />
      )}
    </>
  );
}
