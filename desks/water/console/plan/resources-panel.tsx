import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { coloursOf } from '@liangbuwu/ui/theme/tone.ts';
import { type ReactNode, useState } from 'react';
import { barred, shut } from '../../rules.ts';
import type { Source, Tanker } from '../../water.ts';
import { Chip } from '../chip.tsx';
import { planMessages } from '../messages/plan.ts';
import { BringBackButton } from './bring-back-button.tsx';
import type { Day, DayNames } from './day-names.ts';
import { DeskSettings } from './desk-settings.tsx';
import type { Chosen } from './highlight.ts';
import { OutOfUseDialog } from './out-of-use-dialog.tsx';
import type { Resource } from './resource.ts';
import styles from './resources-panel.module.css';

/** Sources and tankers with how they stand; each can be taken out of use and brought back. */
export function ResourcesPanel(props: {
  day: Day;
  date: string;
  response: string;
  names: DayNames;
  chosen: Chosen | undefined;
  onChoose: (chosen: Chosen | undefined) => void;
  /** Why they may not be taken out of use or brought back. */
  fixedBecause: string | undefined;
  /** What the plan in force still counts on from now on. */
  counts: (resource: Resource) => { stops: number; litres: number };
}) {
  const { day, date, names, chosen, fixedBecause } = props;
  const t = planMessages.use();
  const [going, setGoing] = useState<Resource>();
  const choose = (kind: 'source' | 'tanker', id: string) =>
    props.onChoose(chosen?.kind === kind && chosen.id === id ? undefined : { kind, id });
  const button = (resource: Resource) =>
    resource.one.state === 'open' || resource.one.state === 'ready' ? (
      <ActionButton size="small" disabledReason={fixedBecause} onClick={() => setGoing(resource)}>
        {t(`resources.close.${resource.kind}`)}
      </ActionButton>
    ) : (
      <BringBackButton
        resource={resource}
        response={props.response}
        disabledReason={fixedBecause}
      />
    );
  const invented = [...day.sources, ...day.tankers].some((one) => one.invented);
  return (
    <Panel flush>
      <h3 className={styles.group}>{t('desk.name')}</h3>
      <DeskSettings desk={day.desk} />
      <h3 className={styles.group}>{t('resources.sources')}</h3>
      <ul className={styles.list}>
        {day.sources.map((source) => (
          <ResourceRow
            key={source.id}
            name={source.name}
            chosen={chosen?.kind === 'source' && chosen.id === source.id}
            onChoose={() => choose('source', source.id)}
            state={<SourceState source={source} date={date} />}
            about={<SourceAbout source={source} />}
            action={button({ kind: 'source', one: source })}
          />
        ))}
      </ul>
      <h3 className={styles.group}>{t('resources.tankers')}</h3>
      <ul className={styles.list}>
        {day.tankers.map((tanker) => (
          <ResourceRow
            key={tanker.id}
            name={tanker.name}
            swatch={coloursOf({ series: names.order(tanker.id) }).edge}
            chosen={chosen?.kind === 'tanker' && chosen.id === tanker.id}
            onChoose={() => choose('tanker', tanker.id)}
            state={<TankerState tanker={tanker} date={date} />}
            about={<TankerAbout tanker={tanker} />}
            action={button({ kind: 'tanker', one: tanker })}
          />
        ))}
      </ul>
      {invented && <p className={styles.note}>{t('resources.invented')}</p>}
      {going && (
        <OutOfUseDialog
          resource={going}
          response={props.response}
          counts={props.counts(going)}
          onClose={() => setGoing(undefined)}
        />
      )}
    </Panel>
  );
}

function ResourceRow(props: {
  name: string;
  swatch?: string;
  chosen: boolean;
  onChoose: () => void;
  state: ReactNode;
  about: ReactNode;
  action: ReactNode;
}) {
  return (
    <li className={styles.row} data-chosen={props.chosen || undefined}>
      <div className={styles.words}>
        <span className={styles.head}>
          <button
            type="button"
            className={styles.name}
            aria-pressed={props.chosen}
            onClick={props.onChoose}
          >
            {props.swatch && (
              <span className={styles.swatch} style={{ background: props.swatch }} />
            )}
            {props.name}
          </button>
          {props.state}
        </span>
        <span className={styles.about}>{props.about}</span>
      </div>
      {props.action}
    </li>
  );
}

function SourceState({ source, date }: { source: Source; date: string }) {
  const t = planMessages.use();
  const why = shut(source, date);
  if (why) return <Chip>{t(`resources.state.${why}`)}</Chip>;
  return <StatusTag level="ok">{t('resources.state.open')}</StatusTag>;
}

function TankerState({ tanker, date }: { tanker: Tanker; date: string }) {
  const t = planMessages.use();
  const why = barred(tanker, date);
  if (why === 'out') return <Chip>{t('resources.state.out')}</Chip>;
  return (
    <StatusTag level={why ? 'warn' : 'ok'}>{t(`resources.state.${why ?? 'ready'}`)}</StatusTag>
  );
}

function SourceAbout({ source }: { source: Source }) {
  const t = planMessages.use();
  const format = useFormat();
  const parts = [
    t(`map.kind.${source.kind}`),
    t('resources.flow', {
      bays: format.number(source.bays),
      flow: format.number(source.litresPerMinute),
    }),
    source.open.map(([from, to]) => format.timeRange(from, to)).join(' '),
    source.litresPerDay !== null &&
      t('resources.perDay', { litres: format.litres(source.litresPerDay) }),
    source.consentUntil !== null && t('resources.consent', { until: source.consentUntil }),
  ];
  return <About parts={parts} out={source.state === 'closed' ? source : undefined} />;
}

function TankerAbout({ tanker }: { tanker: Tanker }) {
  const t = planMessages.use();
  const format = useFormat();
  const parts = [
    t(tanker.kind === 'sprinkler' ? 'resources.sprinkler' : 'resources.tanker'),
    format.litres(tanker.litres),
    tanker.disinfectedOn === null
      ? tanker.kind === 'sprinkler' && t('resources.notDisinfected')
      : t('resources.disinfected', { on: tanker.disinfectedOn }),
    ...tanker.shifts.map(({ driver, from, to }) => `${driver} ${format.timeRange(from, to)}`),
  ];
  return <About parts={parts} out={tanker.state === 'out' ? tanker : undefined} />;
}

function About(props: {
  parts: readonly (string | false)[];
  out: { reason: string | null; since: string | null } | undefined;
}) {
  const t = planMessages.use();
  const format = useFormat();
  const { out } = props;
  return (
    <>
      {props.parts.filter(Boolean).join(' · ')}
      {out && (
        <span className={styles.out}>
          {t('resources.since', {
            at: out.since === null ? '—' : format.instant(out.since),
            reason: out.reason ?? t('resources.noReason'),
          })}
        </span>
      )}
    </>
  );
}
