import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { newId } from '@liangbuwu/ui/forms/new-id.ts';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { call } from '../../http/console/call.ts';
import { saidOutcomes } from '../admits.ts';
import { runCases, type VersionFault, versionFaults } from '../check-version.ts';
import { putRuleDraft } from '../contract.ts';
import type { Purpose, RuleFact, RuleSet, RuleVersion } from '../rulebook.ts';
import type { DecisionTable } from '../table.ts';
import { CaseList } from './case-list.tsx';
import { DifferencesPanel } from './differences-panel.tsx';
import { DmnTools } from './dmn-tools.tsx';
import { draftOf } from './draft.ts';
import { HeadPanel } from './head-panel.tsx';
import { rulebookMessages } from './messages.ts';
import { usePermitted } from './permitted.ts';
import { setsQuery } from './queries.ts';
import { RuleGrid } from './rule-grid.tsx';
import styles from './rulebook.module.css';
import { VersionDeeds } from './version-deeds.tsx';

/** A version: its table and cases, judged at once by the library that the server judges with. */
export function VersionView(props: {
  set: RuleSet;
  version: RuleVersion;
  versions: readonly RuleVersion[];
  catalogue: readonly RuleFact[];
  now: string;
}) {
  const { set, version, versions, catalogue } = props;
  const t = rulebookMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const denied = usePermitted('rulebook.draft', set);
  const [begun] = useState(() => draftOf(version));
  const [draft, setDraft] = useState(begun);
  const dirty = draft !== begun;
  const editable = version.state === 'draft' && denied === undefined;
  const judged = useDeferredValue(draft);
  const results = useMemo(() => runCases(judged), [judged]);
  const faults = useMemo(
    () => (version.state === 'published' ? [] : versionFaults(judged, set.purpose, catalogue)),
    [judged, set.purpose, catalogue, version.state],
  );
  const tested = useMemo(() => new Set(results.flatMap(({ rows }) => rows)), [results]);
  const save = useMutation({
    mutationFn: () =>
      call(putRuleDraft, {
        params: { version: version.id },
        body: { ...draft, set: set.id, seen: version.version },
      }),
    onSuccess: async (saved) => {
      void message.success(t('set.saved', { number: saved.number }));
      await queries.invalidateQueries({ queryKey: ['rulebook'] });
    },
  });
  useUnsavedGuard(dirty && !save.isSuccess);
  const others = useSupersedable(set, version.id);
  const compared = versions.filter(({ id }) => id !== version.id);
  const before =
    compared.find(({ id }) => version.supersedes.includes(id)) ??
    compared.find(({ number }) => number < version.number);
  const { table } = draft;
  return (
    <>
      <div className={styles.bar}>
        <h2 className={styles.barTitle}>{t('set.version', { number: version.number })}</h2>
        {version.state === 'published' ? (
          <PendingEnding version={version} />
        ) : (
          <Verdict faults={faults} dirty={dirty} />
        )}
        <span className={styles.barDeeds}>
          <DmnTools
            version={version}
            {...(editable && {
              onRead: (read, { issuer, document, appeal, invented }) =>
                setDraft({
                  ...draft,
                  table: read,
                  issuer: draft.issuer ?? issuer,
                  document: draft.document ?? document,
                  appeal: draft.appeal ?? appeal,
                  invented: draft.invented || invented,
                }),
              catalogue,
            })}
          />
          <VersionDeeds
            set={set}
            version={version}
            now={props.now}
            dirty={dirty}
            faults={faults.length}
            save={
              <ActionButton
                type={dirty ? 'primary' : 'default'}
                loading={save.isPending}
                disabledReason={denied ?? (dirty ? undefined : t('set.deeds.nothingToSave'))}
                onClick={() => save.mutate()}
              >
                {t('save')}
              </ActionButton>
            }
          />
        </span>
      </div>
      {save.error && <ErrorState inline error={save.error} />}
      <div className={styles.beside} data-wide={table.columns.length > 4 || undefined}>
        <Panel
          flush
          title={t('grid.title')}
          note={t('grid.rows', { count: table.rules.length, facts: table.columns.length })}
        >
          <FaultList faults={faults} />
          <AdmitsLine table={table} purpose={set.purpose} />
          <RuleGrid
            table={table}
            faults={faults}
            tested={tested}
            {...(editable && {
              edit: {
                draft,
                catalogue,
                purpose: set.purpose,
                newId: () => newId().slice(0, 8),
                change: setDraft,
              },
            })}
          />
        </Panel>
        <CaseList
          table={table}
          cases={draft.cases}
          results={results}
          {...(editable && { edit: { draft, change: setDraft } })}
        />
      </div>
      <div className={styles.halves}>
        <HeadPanel
          version={version}
          head={draft}
          others={others}
          faults={faults}
          {...(editable && { edit: { change: setDraft } })}
        />
        <DifferencesPanel head={draft} purpose={set.purpose} others={compared} before={before} />
      </div>
    </>
  );
}

/** Which outcomes let somebody through: the gate issues a pass on these, and on no other. */
function AdmitsLine({ table, purpose }: { table: DecisionTable; purpose: Purpose }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const words = saidOutcomes(purpose, table.outputs[0]?.words ?? []);
  const letting = words.filter((one) => one.admits).map((one) => say(one.say));
  if (words.length === 0) return null;
  return (
    <p className={styles.admits}>
      {letting.length > 0
        ? t('grid.admitting', { outcomes: letting.join(' · ') })
        : t('grid.admitsNone')}
    </p>
  );
}

/** The published versions that one of this rule-set may end: those of its area and below, for its purpose. */
function useSupersedable(set: RuleSet, own: string) {
  const t = rulebookMessages.use();
  const say = useSay();
  const { data } = useQuery(setsQuery);
  return (data?.sets ?? [])
    .filter((one) => one.purpose === set.purpose && one.area.path.includes(set.area.id))
    .flatMap((one) =>
      one.versions
        .filter(({ state, id }) => state === 'published' && id !== own)
        .map(({ id, number }) => ({
          id,
          name: `${one.area.name} · ${say(one.name)} · ${t('set.version', { number })}`,
        })),
    );
}

function PendingEnding({ version: { ending } }: { version: RuleVersion }) {
  const t = rulebookMessages.use();
  const format = useFormat();
  if (ending?.publishedAt !== null) return null;
  return (
    <span className={styles.verdictLine}>
      <StatusTag level="warn">
        {t('set.ending.pending', { at: format.instant(ending.at) })}
      </StatusTag>
    </span>
  );
}

function Verdict({ faults, dirty }: { faults: readonly VersionFault[]; dirty: boolean }) {
  const t = rulebookMessages.use();
  return (
    <span className={styles.verdictLine} aria-live="polite">
      {faults.length === 0 ? (
        <StatusTag level="ok">{t('grid.clean')}</StatusTag>
      ) : (
        <StatusTag level="bad">{t('grid.faults', { count: faults.length })}</StatusTag>
      )}
      {dirty && <StatusTag level="warn">{t('set.unsaved')}</StatusTag>}
    </span>
  );
}

const atCell =
  /^(rules\[\d+\]\.(when|gives)\[\d+\]|columns\[\d+\]|cases\[\d+\]|rules\[\d+\]|issuer|document|appeal|from|until)$/;

/** What is wrong with the table as a whole; what is wrong with a cell stands at the cell. */
function FaultList({ faults }: { faults: readonly VersionFault[] }) {
  const say = useSay();
  const whole = faults.filter(({ at }) => !atCell.test(at));
  if (whole.length === 0) return null;
  return (
    <ul className={styles.wholeFaults}>
      {whole.map((fault) => (
        <li key={fault.code + fault.at + fault.cause.en}>
          {say(fault.cause)} <span className={styles.muted}>{say(fault.remedy)}</span>
        </li>
      ))}
    </ul>
  );
}
