import type { Answer } from '@liangbuwu/eligibility/answer.ts';
import { compile } from '@liangbuwu/eligibility/compile/compile.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Columns, Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { responsesQuery } from '../../responses/console/responses-query.ts';
import { issuedTable, whyUnfit } from '../check-version.ts';
import { type FactValues, Purpose, purposeWords, type RuleVersion } from '../rulebook.ts';
import { factsUnfit } from '../rules.ts';
import { AnswerView } from './answer-view.tsx';
import { AreaSelect } from './area-select.tsx';
import { FactFields } from './fact-fields.tsx';
import { rulebookMessages } from './messages.ts';
import { fromField, toField } from './moment.ts';
import { rulesPath, setPath } from './paths.ts';
import { chooseResponse, governsQuery, setQuery, setsQuery, useLiveRulebook } from './queries.ts';
import styles from './rulebook.module.css';
import type { TrySearch } from './search.ts';

/** A person's facts against the rule of a moment. Decided in the browser: the facts go nowhere. */
export default function TryPage({ search, setSearch }: PageProps<TrySearch>) {
  const t = rulebookMessages.use();
  const say = useSay();
  const id = useId();
  useLiveRulebook();
  const sets = useQuery(setsQuery);
  const responses = useQuery(responsesQuery);
  const response = chooseResponse(responses.data?.responses ?? [], search.response);
  const all = sets.data?.sets ?? [];
  const purpose = search.purpose ?? all[0]?.purpose ?? 'return-to-school';
  const there = new Set(
    responses.data?.responses.flatMap(({ areas }) => areas.map((one) => one.id)),
  );
  // First where something can be in force: a rule of the whole city is asked about in one of its parts.
  const near = all
    .filter((set) => set.purpose === purpose)
    .map((set) => set.area)
    .sort(
      (a, b) =>
        Number(b.path.some((one) => there.has(one))) - Number(a.path.some((one) => there.has(one))),
    );
  const known = [...near, ...(responses.data?.responses.flatMap(({ areas }) => areas) ?? [])]
    .map(({ id: area, name }) => ({ id: area, name }))
    .filter((one, i, list) => list.findIndex((other) => other.id === one.id) === i);
  const area = search.area ?? known[0]?.id;
  const at = search.at ?? toField(response?.now ?? sets.data?.now);
  return (
    <Page
      title={t('tryPage.title')}
      lead={t('tryPage.lead')}
      crumbs={[{ label: t('title'), href: rulesPath }]}
    >
      <Panel>
        <div className={styles.asking}>
          <div className={styles.factField}>
            <label htmlFor={`${id}-purpose`}>{t('tryPage.whatFor')}</label>
            <Select
              id={`${id}-purpose`}
              value={purpose}
              popupMatchSelectWidth={false}
              onChange={(chosen) => setSearch({ purpose: chosen, area: undefined })}
              options={Purpose.options.map((value) => ({ value, label: say(purposeWords[value]) }))}
            />
          </div>
          <div className={styles.factField}>
            <label htmlFor={`${id}-area`}>{t('tryPage.where')}</label>
            <AreaSelect
              key={purpose}
              id={`${id}-area`}
              value={area}
              known={known}
              onChange={(chosen) => setSearch({ area: chosen })}
            />
          </div>
          <div className={styles.factField}>
            <label htmlFor={`${id}-at`}>{t('tryPage.moment')}</label>
            <Input
              id={`${id}-at`}
              type="datetime-local"
              value={at}
              onChange={({ target }) =>
                setSearch({ at: target.value.slice(0, 16) || undefined }, { replace: true })
              }
            />
          </div>
        </div>
      </Panel>
      <Loaded query={sets}>
        {() => area && <Governing moment={{ purpose, area, at: fromField(at) }} />}
      </Loaded>
    </Page>
  );
}

function Governing({ moment }: { moment: { purpose: Purpose; area: string; at: string } }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const governs = useQuery(governsQuery(moment));
  return (
    <Loaded query={governs}>
      {({ inForce, nothing }) =>
        inForce ? (
          <Tried
            set={inForce.set}
            version={inForce.version.id}
            at={moment.at}
            area={inForce.area}
          />
        ) : (
          <Panel>
            <EmptyState title={t('tryPage.nothing')}>{nothing && say(nothing)}</EmptyState>
          </Panel>
        )
      }
    </Loaded>
  );
}

function Tried(props: { set: string; version: string; at: string; area: string }) {
  const t = rulebookMessages.use();
  const say = useSay();
  const format = useFormat();
  const set = useQuery(setQuery(props.set));
  const [given, setGiven] = useState<FactValues>({});
  return (
    <Loaded query={set}>
      {(data) => {
        const version = data.versions.find(({ id }) => id === props.version);
        if (!version) return null;
        const facts = version.table.facts ?? [];
        const name = say(data.set.name);
        const from = format.instant(version.from);
        return (
          <Columns wide="second">
            <Panel
              title={t('tryPage.facts')}
              note={t('tryPage.by', { name, number: version.number, area: props.area, from })}
            >
              {facts.length === 0 ? (
                t('tryPage.noFacts')
              ) : (
                <>
                  <FactFields facts={facts} given={given} onChange={setGiven} />
                  <Button
                    className={styles.clear ?? ''}
                    disabled={Object.keys(given).length === 0}
                    onClick={() => setGiven({})}
                  >
                    {t('tryPage.clear')}
                  </Button>
                </>
              )}
            </Panel>
            <Panel
              title={t('tryPage.answer')}
              tools={
                <AppLink href={`${setPath}/${props.set}?version=${props.version}`}>
                  {t('tryPage.open')}
                </AppLink>
              }
            >
              <Decided version={version} given={given} at={props.at} />
            </Panel>
          </Columns>
        );
      }}
    </Loaded>
  );
}

function Decided(props: { version: RuleVersion; given: FactValues; at: string }) {
  const { version, given, at } = props;
  const decided = decide(version, given, at);
  return decided.answer ? (
    <AnswerView answer={decided.answer} table={version.table} />
  ) : (
    <ErrorState inline error={decided.unfit} />
  );
}

function decide(
  version: RuleVersion,
  given: FactValues,
  at: string,
): { answer?: Answer; unfit?: unknown } {
  try {
    return { answer: compile(issuedTable(version, version.number)).decide(given, { at }) };
  } catch (error) {
    const { code, cause, remedy } = factsUnfit;
    const why = { why: whyUnfit(error) };
    return { unfit: { code, cause: cause(why), remedy: remedy(why) } };
  }
}
