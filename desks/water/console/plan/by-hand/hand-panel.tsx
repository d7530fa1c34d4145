import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PlusIcon, UndoIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { DeskDayView } from '../../desk-day.tsx';
import { byHandMessages } from '../../messages/by-hand.ts';
import type { Day, DayNames } from '../day-names.ts';
import styles from './by-hand.module.css';
import { CostWords } from './cost-words.tsx';
import type { Stand } from './hand-state.ts';
import { SaveByHand } from './save-by-hand.tsx';
import { StopForm } from './stop-form.tsx';
import type { Hand } from './use-hand.ts';
import { useMoveWords } from './use-move-words.ts';

/** A plan being changed by hand: the chosen delivery, what was changed so far, and what that costs whom. */
export function HandPanel(props: {
  hand: Hand;
  view: DeskDayView;
  day: Day;
  names: DayNames;
  stand: Stand | undefined;
  /** Why the chosen delivery can't be changed. */
  fixed: string | undefined;
  onMade: (ride: string | undefined) => void;
  onSaved: (plan: PlanHead) => void;
  onLeave: () => void;
}) {
  const { hand, view, day, names, stand } = props;
  const t = byHandMessages.use();
  const format = useFormat();
  const words = useMoveWords(day, names);
  const { modal } = App.useApp();
  const [adding, setAdding] = useState(false);
  const { moves, pins, locks } = hand.decisions;
  const version = format.number(hand.plan.version);
  const wanting = pins.filter((_, i) => hand.tried?.kept[i] === false);
  const leave = () => {
    if (hand.undo === undefined) return props.onLeave();
    modal.confirm({
      title: t('leaveSure', { count: Math.max(1, moves.length) }),
      okText: t('leave'),
      onOk: props.onLeave,
    });
  };
  const form = (key: string, of: Stand | undefined) => (
    <StopForm
      key={key}
      hand={hand}
      day={day}
      stand={of}
      onMade={(made) => {
        setAdding(false);
        props.onMade(made);
      }}
      {...(!of && { onCancel: () => setAdding(false) })}
    />
  );
  const { refused } = hand;
  return (
    <Panel
      title={t('title', { version })}
      note={hand.busy ? t('busy') : undefined}
      tools={<Button onClick={leave}>{t('leave')}</Button>}
    >
      <div className={styles.panel}>
        <p className={styles.how}>{t('how')}</p>
        {hand.error !== null && <ErrorState inline error={hand.error} />}
        {refused && (
          <div role="alert" className={styles.refused}>
            <span>
              {words.why(refused)}
              {refused.failed.earliest !== null &&
                t('earliest', { at: format.timeOfDay(refused.failed.earliest) })}
            </span>
            <span className={styles.actions}>
              <Button onClick={hand.dismiss}>{t('dismiss')}</Button>
            </span>
          </div>
        )}
        <div className={styles.columns}>
          <section className={styles.part} aria-label={t('stop.title')}>
            <h3>{adding ? t('stop.adding') : (stand && words.stand(stand)) || t('stop.title')}</h3>
            {adding ? (
              form('adding', undefined)
            ) : stand && !props.fixed ? (
              form([stand.tanker, stand.point, stand.start, stand.litres].join(' '), stand)
            ) : (
              <>
                <p>{props.fixed ?? t('stop.none')}</p>
                <Button icon={<PlusIcon />} onClick={() => setAdding(true)}>
                  {t('stop.addOne')}
                </Button>
              </>
            )}
          </section>
          <section className={styles.part} aria-label={t('moves')}>
            <h3>{t('moves')}</h3>
            {moves.length === 0 ? (
              <p>{t('noMoves')}</p>
            ) : (
              <ol className={styles.moves}>
                {moves.map((move, i) => (
                  // oxlint-disable-next-line react/no-array-index-key -- moves are only ever added and taken off at the end
                  <li key={i}>{words.move(move)}</li>
                ))}
              </ol>
            )}
            {(pins.length > 0 || locks.length > 0) && (
              <p>
                {t('held', {
                  pins: format.number(pins.length),
                  locks: format.number(words.tankersOf(locks)),
                })}
              </p>
            )}
            {wanting.length > 0 && (
              <div className={styles.wanting}>
                <p>{t('wanting', { count: wanting.length })}</p>
                <ul>
                  {wanting.map((pin) => (
                    <li key={[pin.tanker, pin.point, pin.from].join(' ')}>{words.pin(pin)}</li>
                  ))}
                </ul>
              </div>
            )}
            <ActionButton
              icon={<UndoIcon />}
              disabledReason={hand.undo ? undefined : t('noMoves')}
              onClick={hand.undo}
            >
              {t('undo')}
            </ActionButton>
          </section>
          <section className={styles.part} aria-label={t('cost', { version })} aria-live="polite">
            <h3>{t('cost', { version })}</h3>
            {hand.tried && <CostWords comparison={hand.tried.comparison} floors={day.floors} />}
          </section>
        </div>
        <SaveByHand hand={hand} view={view} onSaved={props.onSaved} />
      </div>
    </Panel>
  );
}
