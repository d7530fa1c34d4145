import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Tag } from '@liangbuwu/ui/phone/card.tsx';
import { keeperMessages } from '../messages/keeper.ts';
import { recordingMessages } from '../messages/recording.ts';
import { SideBySide } from '../record/side-by-side.tsx';
import type { Said } from '../said.ts';
import styles from '../water-field.module.css';
import type { Delivery } from './deliveries.ts';

/** One delivery: when, by whom, both sides' figures, and the second key. */
export function DeliveryRow(props: {
  delivery: Delivery;
  due: boolean;
  onReceive: () => void;
  onCorrect: (said: Said) => void;
}) {
  const t = keeperMessages.use();
  const all = recordingMessages.use();
  const format = useFormat();
  const { promise, driver, keeper, said } = props.delivery;
  const time = (at: string) => format.findMoment(at)?.time ?? '';
  return (
    <li className={styles.due}>
      <div className={styles.what}>
        <b>
          {t('due', {
            from: time(promise.dueFrom),
            to: time(promise.dueTo),
            who: promise.giverName || t('other'),
          })}
        </b>
        <span>
          {promise.planned
            ? t('expected', { litres: format.litres(promise.quantity) })
            : t('unplanned')}
        </span>
        {promise.state === 'withdrawn' && <Tag tone="warn">{t('withdrawn')}</Tag>}
        {promise.resolution && (
          <Tag tone="ok">
            {t('resolved', { litres: format.litres(promise.resolution.quantity) })}
          </Tag>
        )}
        {said && said.state !== 'sent' && <Tag tone="warn">{all('not-sent')}</Tag>}
      </div>
      {(driver !== null || keeper !== null) && (
        <SideBySide driver={driver} keeper={keeper} mine="keeper" />
      )}
      {keeper === null ? (
        <Button wide look={props.due ? 'main' : 'plain'} onClick={props.onReceive}>
          {t('received', { litres: format.litres(driver ?? promise.quantity) })}
        </Button>
      ) : (
        said && (
          <Button wide small look="quiet" onClick={() => props.onCorrect(said)}>
            {t('correct')}
          </Button>
        )
      )}
    </li>
  );
}
