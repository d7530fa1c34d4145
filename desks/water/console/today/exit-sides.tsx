import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { ReactNode } from 'react';
import type { CostName } from '../../cost-figures.ts';
import type { getExit } from '../../exit.contract.ts';
import { daysOfMonth } from '../../exit.ts';
import { shortDay } from '../fortnight/short-day.ts';
import { exitMessages } from '../messages/exit.ts';
import styles from './exit-panel.module.css';

type Data = OutputOf<typeof getExit>;

/** Trucking as it was planned on the published days, in money, with every sum in words. */
export function TruckingSide({ data }: { data: Data }) {
  const { trucked, exit } = data;
  const { trucking } = exit;
  const t = exitMessages.use();
  const format = useFormat();
  const { money, cost } = useFigures(data);
  const day = (of: string) => shortDay(format.language, of).date;
  return (
    <Side title={t('trucking.title')} costs={trucking}>
      {trucked ? (
        <span>
          {t('trucking.basis', {
            count: trucked.days,
            from: day(trucked.from),
            to: day(trucked.to),
            ...worded(),
          })}
        </span>
      ) : (
        <span>{t('trucking.none')}</span>
      )}
      {trucked?.delivered === 0 && <span>{t('trucking.dry')}</span>}
      {trucked && trucking && (
        <>
          <span>
            {t('trucking.day', {
              ...worded(),
              perKilometre: cost('kilometre'),
              perHour: cost('driverHour'),
              perCubicMetre: cost('sourceCubicMetre'),
              day: money(trucking.day),
            })}
          </span>
          <span>
            {t('trucking.month', { day: money(trucking.day), month: money(trucking.month) })}
          </span>
          <span>
            {t('trucking.each', {
              day: money(trucking.day),
              delivered: format.number(trucked.delivered, 1),
              each: money(trucking.cubicMetre),
            })}
          </span>
        </>
      )}
    </Side>
  );

  function worded() {
    return {
      kilometres: format.number(trucked?.kilometres, 1),
      hours: format.number(trucked?.hours, 1),
      filled: format.number(trucked?.filled, 1),
      delivered: format.number(trucked?.delivered, 1),
    };
  }
}

/** The station that would replace it. */
export function StationSide({ data }: { data: Data }) {
  const { trucked, exit } = data;
  const { station } = exit;
  const t = exitMessages.use();
  const format = useFormat();
  const { money, cost } = useFigures(data);
  return (
    <Side title={t('station.title')} costs={station}>
      {station && (
        <>
          <span>
            {trucked && trucked.delivered > 0
              ? t('station.replaces', {
                  gives: cost('stationCubicMetresPerDay'),
                  delivered: format.number(trucked.delivered, 1),
                  share: format.percent(station.share),
                })
              : t('station.alone', { gives: cost('stationCubicMetresPerDay') })}
          </span>
          <span>
            {t('station.building', {
              building: cost('stationBuilding'),
              years: cost('stationYears'),
              month: money(station.building),
            })}
          </span>
          <span>
            {t('station.running', {
              each: cost('stationCubicMetre'),
              replaces: format.number(station.replaces, 2),
              running: money(station.running),
            })}
          </span>
          <span>
            {t('station.each', {
              building: money(station.building),
              running: money(station.running),
              volume: format.number(station.replaces * daysOfMonth, 1),
              each: money(station.cubicMetre),
            })}
          </span>
        </>
      )}
    </Side>
  );
}

/** After how many months the station is cheaper, with the sum. */
export function Payback({ data }: { data: Data }) {
  const { trucked, exit } = data;
  const { payback, station, trucking } = exit;
  const t = exitMessages.use();
  const format = useFormat();
  const { money, cost } = useFigures(data);
  if (!payback || !station || !trucking) return null;
  const shared = station.share < 1 && (
    <p className={styles.note}>
      {t('payback.share', {
        month: money(trucking.month),
        replaces: format.number(station.replaces, 2),
        delivered: format.number(trucked?.delivered, 1),
        byTanker: money(payback.byTanker),
      })}
    </p>
  );
  if (payback.kind === 'never') {
    return (
      <div className={styles.payback}>
        <p className={styles.sentence}>{t('payback.never')}</p>
        {shared}
        <p className={styles.note}>
          {t('payback.sumNever', {
            byTanker: money(payback.byTanker),
            running: money(station.running),
          })}
        </p>
      </div>
    );
  }
  const months = Math.max(1, Math.ceil(payback.months));
  return (
    <div className={styles.payback}>
      <p className={styles.sentence}>
        {payback.kind === 'months'
          ? t('payback.months', { count: months })
          : t('payback.beyond-life', { count: months, years: cost('stationYears') })}
      </p>
      {shared}
      <p className={styles.note}>
        {t('payback.sum', {
          byTanker: money(payback.byTanker),
          running: money(station.running),
          saves: money(payback.saves),
          building: cost('stationBuilding'),
          months: format.number(payback.months, 1),
        })}
      </p>
    </div>
  );
}

function Side(props: {
  title: string;
  costs: { month: number; cubicMetre: number } | null;
  children: ReactNode;
}) {
  const { title, costs } = props;
  const t = exitMessages.use();
  const format = useFormat();
  return (
    <section className={styles.side} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.sum}>
        {costs ? (
          <>
            <span className={styles.figure}>{format.number(costs.month)}</span>
            <span className={styles.unit}>{t('perMonth')}</span>
            <span className={styles.unit}>
              {t('perCubicMetre', { yuan: format.number(costs.cubicMetre, 2) })}
            </span>
          </>
        ) : (
          <span className={styles.unit}>{t('unknown')}</span>
        )}
      </p>
      <p className={styles.sums}>{props.children}</p>
    </section>
  );
}

function useFigures({ figures }: Data) {
  const format = useFormat();
  return {
    money: (yuan: number) => format.number(yuan, 2),
    cost: (name: CostName) =>
      format.number(figures.find(({ figure }) => figure === name)?.value, 2),
  };
}
