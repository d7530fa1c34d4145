import { formatCell } from '@liangbuwu/office/tables/console/format-cell.ts';
import type { Names } from '@liangbuwu/office/tables/console/queries.ts';
import { useCellWords } from '@liangbuwu/office/tables/console/use-cell-words.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Checkbox, Drawer } from 'antd';
import { useState } from 'react';
import type { Offer } from '../../residents/bring.contract.ts';
import { lastingTable } from '../../residents/table.ts';
import { residentMessages } from './messages.ts';
import { offersQuery, offersShown } from './queries.ts';
import styles from './residents.module.css';
import { useBring } from './use-bring.ts';

/** What bringing would do, household by household; all or those that are chosen. */
export default function BringDrawer(props: {
  response: string;
  name: string;
  onClose: () => void;
}) {
  const t = residentMessages.use();
  const { format } = useCellWords();
  const phone = usePhone();
  const { message } = App.useApp();
  const offers = useQuery(offersQuery(props.response));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const bring = useBring(props.response, (done) => {
    setChosen(new Set());
    void message.success(t('bring.done', { ...done }));
  });
  const total = (offers.data?.added ?? 0) + (offers.data?.changed ?? 0);
  const choose = (lasting: string, yes: boolean) => {
    const next = new Set(chosen);
    if (yes) next.add(lasting);
    else next.delete(lasting);
    setChosen(next);
  };
  return (
    <Drawer
      open
      title={t('bring.title', { name: props.name })}
      size={phone ? '100%' : 560}
      onClose={props.onClose}
      mask={{ closable: !bring.isPending }}
      footer={
        <div className={styles.foot}>
          {bring.isPending ? (
            <>
              <output>
                {t('bring.progress', {
                  done: format.number(bring.done),
                  total: format.number(bring.done + total),
                })}
              </output>
              <Button onClick={bring.stop}>{t('bring.stop')}</Button>
            </>
          ) : total === 0 ? (
            <Button onClick={props.onClose}>{t('bring.close')}</Button>
          ) : (
            <>
              <ActionButton
                disabledReason={chosen.size === 0 ? t('bring.none') : undefined}
                onClick={() => bring.run([...chosen])}
              >
                {t('bring.chosen', { count: chosen.size })}
              </ActionButton>
              <Button type="primary" onClick={() => bring.run('all')}>
                {t('bring.all', { count: total === 1 ? 1 : format.number(total) })}
              </Button>
            </>
          )}
        </div>
      }
    >
      <div className={styles.drawer}>
        <p className={styles.note}>{t('bring.note')}</p>
        {bring.error && <ErrorState inline error={bring.error} />}
        <Loaded query={offers}>
          {({ rows, names }) =>
            rows.length === 0 ? (
              <EmptyState title={t('bring.empty.title')}>{t('bring.empty.note')}</EmptyState>
            ) : (
              <>
                {total > rows.length && (
                  <p className={styles.note}>
                    {t('bring.first', { shown: Math.min(offersShown, rows.length) })}
                  </p>
                )}
                <ul className={styles.list}>
                  {rows.map((offer) => (
                    <li key={offer.lasting}>
                      <OfferLine
                        offer={offer}
                        names={names}
                        checked={chosen.has(offer.lasting)}
                        disabled={bring.isPending}
                        onChoose={(yes) => choose(offer.lasting, yes)}
                      />
                    </li>
                  ))}
                </ul>
              </>
            )
          }
        </Loaded>
      </div>
    </Drawer>
  );
}

function OfferLine(props: {
  offer: Offer;
  names: Names;
  checked: boolean;
  disabled: boolean;
  onChoose: (yes: boolean) => void;
}) {
  const { offer, names } = props;
  const t = residentMessages.use();
  const words = useCellWords();
  const columns = new Map(lastingTable.columns.map((column) => [column.field, column]));
  const told = offer.changes.map(({ field, before, after }) => {
    const column = columns.get(field);
    if (!column) return t('bring.contact');
    return t('bring.change', {
      field: words.say(column.label),
      before: formatCell(column, before, names, words),
      after: formatCell(column, after, names, words),
    });
  });
  return (
    <div className={styles.pick}>
      <Checkbox
        checked={props.checked}
        disabled={props.disabled}
        onChange={({ target }) => props.onChoose(target.checked)}
      >
        {offer.label}{' '}
        <small className={styles.kind}>
          {names[offer.area]} · {t('bring.people', { count: offer.people })}
        </small>
      </Checkbox>
      <span className={styles.kind}>{t(`bring.kinds.${offer.kind}`)}</span>
      {(offer.kind === 'joins' || told.length > 0) && (
        <ul>
          {offer.kind === 'joins' && <li>{t('bring.joinsNote')}</li>}
          {told.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
