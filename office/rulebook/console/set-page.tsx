import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OutputOf } from '../../http/contract.ts';
import { responsesQuery } from '../../responses/console/responses-query.ts';
import type { getRuleSet } from '../contract.ts';
import { kindWords, purposeWords } from '../rulebook.ts';
import { standingOf } from '../rules.ts';
import { isActive } from './active.ts';
import { rulebookMessages } from './messages.ts';
import { NewDraft } from './new-draft.tsx';
import { rulesPath } from './paths.ts';
import { usePermitted } from './permitted.ts';
import { catalogueQuery, chooseResponse, setQuery, setsQuery, useLiveRulebook } from './queries.ts';
import { RenameDialog } from './rename-dialog.tsx';
import styles from './rulebook.module.css';
import type { SetSearch } from './search.ts';
import { VersionStrip } from './version-strip.tsx';
import { VersionView } from './version-view.tsx';

type Data = OutputOf<typeof getRuleSet>;

/** One rule-set: its versions over time, and the one that is looked at or worked on. */
export default function SetPage(props: PageProps<SetSearch>) {
  const { params } = props;
  const t = rulebookMessages.use();
  useLiveRulebook();
  const set = useQuery(setQuery(params.set ?? ''));
  if (set.status === 'success') return <Shown {...props} data={set.data} />;
  return (
    <Page title={t('title')} crumbs={[{ label: t('title'), href: rulesPath }]}>
      <Loaded query={set}>{() => null}</Loaded>
    </Page>
  );
}

function Shown({ data, search, setSearch }: PageProps<SetSearch> & { data: Data }) {
  const { set, versions } = data;
  const t = rulebookMessages.use();
  const say = useSay();
  const responses = useQuery(responsesQuery).data?.responses ?? [];
  const book = useQuery(setsQuery).data;
  const every = book?.sets.flatMap((one) => one.versions) ?? versions;
  const catalogue = useQuery(catalogueQuery);
  const at = chooseResponse(responses, search.response)?.now ?? book?.now ?? '';
  const active = isActive(set, responses, at);
  const inForce = versions.find((one) => standingOf(one, every, at).standing === 'in-force');
  const chosen =
    versions.find(({ id }) => id === search.version) ??
    inForce ??
    versions.find(({ state }) => state === 'published') ??
    versions[0];
  const kind = say(kindWords[set.kind]);
  const mayDraft = usePermitted('rulebook.draft', set);
  const [renaming, setRenaming] = useState(false);
  const choose = (version: string) => setSearch({ version });
  return (
    <Page
      title={say(set.name)}
      lead={`${set.area.name} · ${say(purposeWords[set.purpose])} · ${t('kindOf', { kind })}`}
      crumbs={[{ label: t('title'), href: rulesPath }]}
      badge={
        inForce && active ? (
          <StatusTag level="ok">{t('inForce', { number: inForce.number })}</StatusTag>
        ) : (
          <StatusTag level="unknown">
            {inForce ? t('notActive', { kind }) : t('nothingNow')}
          </StatusTag>
        )
      }
      tools={
        <>
          <ActionButton disabledReason={mayDraft} onClick={() => setRenaming(true)}>
            {t('set.rename')}
          </ActionButton>
          <NewDraft set={set} follows={chosen} now={at} onMade={choose} />
        </>
      }
    >
      {versions.length === 0 ? (
        <Panel>
          <EmptyState title={t('set.noVersion')}>{t('set.noVersionNote')}</EmptyState>
        </Panel>
      ) : (
        <Panel flush title={t('set.versions')} note={t('set.versionsNote')}>
          <VersionStrip
            versions={versions}
            every={every}
            at={at}
            active={active}
            chosen={chosen?.id}
            onChoose={choose}
          />
        </Panel>
      )}
      {chosen && (
        <Loaded query={catalogue}>
          {({ facts }) => (
            <VersionView
              key={`${chosen.id} ${chosen.version} ${chosen.state}`}
              set={set}
              version={chosen}
              versions={versions}
              catalogue={facts}
              now={at}
            />
          )}
        </Loaded>
      )}
      {renaming && <RenameDialog set={set} onClose={() => setRenaming(false)} />}
      {set.kind && !active && <p className={styles.note}>{t('set.inactive', { kind })}</p>}
    </Page>
  );
}
