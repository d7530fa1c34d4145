import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useQuery } from '@tanstack/react-query';
import { byHandMessages } from '../../messages/by-hand.ts';
import { usePermitted } from '../../permitted.ts';
import { handQuery } from '../../queries.ts';
import type { Day, DayNames } from '../day-names.ts';
import styles from './by-hand.module.css';
import { useMoveWords } from './use-move-words.ts';

/** What people decided in a version, and what of it the version does not keep. */
export function DecidedNote({ plan, day, names }: { plan: PlanHead; day: Day; names: DayNames }) {
  const t = byHandMessages.use();
  const format = useFormat();
  const words = useMoveWords(day, names);
  const unseen = usePermitted('plans.read');
  const { data } = useQuery({ ...handQuery(plan.id), enabled: !unseen });
  const hand = data?.hand;
  if (!hand) return null;
  const { from, machine, moves, pins, locks } = hand;
  const about = { version: format.number(from.version), moves: format.number(moves) };
  const broken = pins.filter(({ kept }) => kept === false);
  return (
    <Panel title={t('of.title')}>
      <div className={styles.decided}>
        <p>
          {from.day === plan.day
            ? t(machine ? 'of.machine' : 'of.asItIs', about)
            : t(machine ? 'of.machineOf' : 'of.asItIsOf', { ...about, day: format.date(from.day) })}
          {pins.length + locks.length > 0 &&
            ` ${t('of.held', {
              pins: format.number(pins.length),
              locks: format.number(words.tankersOf(locks)),
            })}`}
        </p>
        {broken.length > 0 && (
          <div className={styles.wanting}>
            <p>{t('of.broken', { count: broken.length })}</p>
            <ul>
              {broken.map(({ pin }) => (
                <li key={[pin.tanker, pin.point, pin.from].join(' ')}>{words.pin(pin)}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
