import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { ReloadIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Columns, Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Alert } from 'antd';
import { addUp, countOf, stateWords } from '../../answers/answer.ts';
import type { ReturnRule, SchoolCount } from '../../overview/overview.contract.ts';
import type { ListedReopening } from '../../reopening/reopening.ts';
import { overviewMessages } from '../messages/overview.ts';
import { levels } from '../pupils/level.ts';
import { TallyList } from '../pupils/tally-list.tsx';
import styles from './overview.module.css';
import { answered, free, SchoolTable } from './school-table.tsx';
import { useCounts } from './use-counts.ts';

/** The figures of all schools, school by school, and what is in the way. */
export function OverviewParts(props: {
  response: string;
  schools: readonly ListedReopening[];
  /** Tried in place of those in force. */
  rule: ReturnRule | undefined;
}) {
  const { response, schools, rule } = props;
  const t = overviewMessages.use();
  const say = useSay();
  const format = useFormat();
  const ids = schools.map(({ school }) => school);
  const now = useCounts(response, ids, null);
  const tried = useCounts(response, ids, rule?.version);
  const counts = rule ? tried : now;
  const pupils = counts.all.reduce((sum, one) => sum + one.pupils, 0);
  const tally = addUp(counts.all.flatMap((one) => one.tally));
  const mayNow = mayReturn(now.all);
  const asks = asksOf(counts.all);
  const shown = countOf(tally, 'free') > 0 ? [...answered, free] : answered;
  const failed = now.error ?? tried.error;
  return (
    <>
      {rule && tried.done && now.done && (
        <Alert
          type="info"
          showIcon
          title={t('rule.trial')}
          description={
            <>
              {t('rule.note', {
                name: say(rule.name),
                area: rule.area,
                may: format.number(mayReturn(tried.all)),
                now: format.number(mayNow),
                difference: format.signed(mayReturn(tried.all) - mayNow),
              })}
              {asks.length > 0 && ` ${t('rule.asks', { count: format.number(asks.length) })}`}
            </>
          }
        />
      )}
      {failed && <ErrorState error={failed} onRetry={counts.again} />}
      <Tiles>
        <StatTile
          label={t('tiles.pupils')}
          value={format.number(pupils)}
          note={
            counts.done && counts.at
              ? t('tiles.at', { time: format.instant(counts.at) })
              : t('tiles.counted', {
                  done: format.number(counts.all.length),
                  all: format.number(schools.length),
                })
          }
        />
        {shown.map((states) => (
          <StatTile
            key={states[0]}
            label={
              states === free
                ? t('list.free')
                : states.map((state) => say(stateWords[state])).join(' · ')
            }
            value={format.number(countOf(tally, ...states))}
            level={levels[states[0]]}
            note={
              pupils > 0 &&
              t('tiles.share', { share: format.percent(countOf(tally, ...states) / pupils) })
            }
          />
        ))}
      </Tiles>
      <Panel
        flush
        title={t('list.title')}
        tools={
          <ActionButton
            size="small"
            icon={<ReloadIcon />}
            loading={!counts.done && !failed}
            onClick={() => {
              now.again();
              if (rule) tried.again();
            }}
          >
            {t('again')}
          </ActionButton>
        }
      >
        <SchoolTable
          response={response}
          schools={schools}
          counts={counts}
          before={rule && now}
          shown={shown}
        />
      </Panel>
      <Columns>
        <Panel title={t('reasons.title')}>
          {tally.length === 0 ? (
            <EmptyState small title={t('reasons.none')} />
          ) : (
            <TallyList tally={tally} />
          )}
        </Panel>
        <Panel title={t('asks.title')}>
          {asks.length === 0 ? (
            <EmptyState small title={t('asks.none')} />
          ) : (
            <ul className={styles.asks}>
              {asks.map(({ fact, people }) => (
                <li key={fact['zh-CN']}>
                  <span>{say(fact)}</span>
                  <span className={styles.figure}>
                    {t('asks.people', { people: format.number(people) })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </Columns>
    </>
  );
}

const mayReturn = (counts: readonly SchoolCount[]) =>
  counts.reduce((sum, { tally }) => sum + countOf(tally, 'may-return'), 0);

function asksOf(counts: readonly SchoolCount[]): SchoolCount['asks'] {
  const all = Map.groupBy(
    counts.flatMap(({ asks }) => asks),
    ({ fact }) => fact['zh-CN'],
  );
  return [...all.values()]
    .flatMap((same) => {
      const [first] = same;
      return first ? { ...first, people: same.reduce((sum, { people }) => sum + people, 0) } : [];
    })
    .sort((a, b) => b.people - a.people);
}
