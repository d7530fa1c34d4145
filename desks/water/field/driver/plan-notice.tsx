import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card, Tag } from '@liangbuwu/ui/phone/card.tsx';
import { More } from '@liangbuwu/ui/phone/more.tsx';
import { useTools } from '@liangbuwu/ui/phone/tools.ts';
import { useRecord } from '@liangbuwu/ui/phone/use-record.ts';
import type { DriverDay } from '../../recording/field-day.ts';
import { driverMessages } from '../messages/driver.ts';
import { type PlanChange, type PlannedStop, planChanges, plannedStop } from '../plan-changes.ts';
import { routes } from '../routes.ts';
import styles from '../water-field.module.css';
import { type DriverView, driverCard } from './use-driver-day.ts';

/** The stops that this phone's driver accepted last, to hold a new plan against. */
type AcceptedStops = { plan: string; day: string; stops: PlannedStop[] };

/** Stands until the plan in force is accepted: what it changes for this tanker. */
export function PlanNotice({ view }: { view: DriverView }) {
  const { plan } = view.day;
  const accepted =
    view.said.findLast(({ kind }) => kind === 'accepted')?.plan ?? view.tanker.accepted;
  if (!plan || accepted === plan.id) return null;
  return <Notice key={plan.id} view={view} plan={plan} />;
}

function Notice({ view, plan }: { view: DriverView; plan: NonNullable<DriverDay['plan']> }) {
  const t = driverMessages.use();
  const format = useFormat();
  const phone = useTools();
  const key = `water-driver.accepted.${view.tanker.id}`;
  const before = phone.remembered(key) as AcceptedStops | undefined;
  const stops = view.states.map(({ stop }) => plannedStop(stop));
  const { record, recording, fault } = useRecord(
    () =>
      void phone.remember(key, { plan: plan.id, day: view.day.day, stops } satisfies AcceptedStops),
  );
  const known = before?.day === view.day.day;
  const changes = known ? planChanges(before.stops, stops) : [];
  const of = (kind: PlannedStop['kind']) => stops.filter((stop) => stop.kind === kind);
  const accept = () =>
    record(
      {
        card: driverCard,
        under: routes.driverEntries,
        kind: 'accepted',
        body: {
          kind: 'accepted',
          response: view.day.response.id,
          tanker: view.tanker.id,
          plan: plan.id,
          at: view.likely(),
        },
      },
      t('accepted', { version: plan.version }),
    );
  return (
    <Card tone="warn">
      <h2>{t(known ? 'plan.title' : 'plan.first', { version: plan.version })}</h2>
      {plan.publishedAt && (
        <p>
          {t('plan.by', { by: plan.by, time: format.findMoment(plan.publishedAt)?.time ?? '' })}
        </p>
      )}
      {!known && (
        <p>
          {t('plan.first-note', {
            fills: of('fill').length,
            deliveries: of('deliver').length,
            litres: format.litres(of('deliver').reduce((sum, { litres }) => sum + litres, 0)),
          })}
        </p>
      )}
      {known && changes.length === 0 && <p>{t('plan.same')}</p>}
      {changes.length > 0 && <Changes view={view} changes={changes} />}
      {fault && <p role="alert">{fault}</p>}
      <Button wide look="main" disabled={recording} onClick={accept}>
        {t(known ? 'plan.accept' : 'plan.accept-first')}
      </Button>
    </Card>
  );
}

/** So many that the button below stays in sight. */
const atFirst = 3;

function Changes({ view, changes }: { view: DriverView; changes: readonly PlanChange[] }) {
  const t = driverMessages.use();
  const rows = (some: readonly PlanChange[]) => (
    <ul className={styles.changes}>
      {some.map((change) => (
        <ChangeRow
          key={`${change.is} ${change.stop.start} ${change.stop.at}`}
          view={view}
          change={change}
        />
      ))}
    </ul>
  );
  const more = changes.slice(atFirst);
  return (
    <div>
      {rows(changes.slice(0, atFirst))}
      {more.length > 0 && <More name={t('plan.more', { count: more.length })}>{rows(more)}</More>}
    </div>
  );
}

function ChangeRow({ view, change }: { view: DriverView; change: PlanChange }) {
  const t = driverMessages.use();
  const format = useFormat();
  const { stop } = change;
  const time = format.timeOfDay(stop.start);
  const litres = format.litres(stop.litres);
  const arrow = (from: string, to: string) => (from === to ? to : t('plan.from-to', { from, to }));
  return (
    <li>
      {change.is === 'changed' ? (
        <>
          {change.moved && <Tag tone="unknown">{t('plan.moved')}</Tag>}
          {change.litres && <Tag tone="unknown">{t('plan.litres')}</Tag>}
        </>
      ) : (
        <Tag tone={change.is === 'gone' ? 'bad' : 'ok'}>{t(`plan.${change.is}`)}</Tag>
      )}
      <b>{view.placeName(stop.at)}</b>
      <span>
        {change.is === 'changed'
          ? `${arrow(format.timeOfDay(change.before.start), time)} · ${arrow(format.litres(change.before.litres), litres)}`
          : `${time} · ${litres}`}
      </span>
    </li>
  );
}
