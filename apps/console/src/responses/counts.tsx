import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { previewClosing } from '@liangbuwu/office/responses/closing/closing.contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { responsesMessages } from './messages.ts';
import { previewQuery } from './queries.ts';
import styles from './responses.module.css';

type Counted = OutputOf<typeof previewClosing>['destroys'];

/** What a closing would destroy and what stays, counted now. */
export function Preview({ response }: { response: string }) {
  const t = responsesMessages.use();
  const preview = useQuery(previewQuery(response));
  return (
    <Loaded query={preview} waiting={<TableSkeleton />}>
      {({ destroys, survives }) => (
        <div className={styles.counts}>
          <Counts title={t('counts.destroys')} counted={destroys} danger />
          <Counts title={t('counts.survives')} counted={survives} />
          <p className={styles.muted}>{t('counts.keyToo')}</p>
          <p className={styles.muted}>{t('counts.lasting')}</p>
        </div>
      )}
    </Loaded>
  );
}

function Counts(props: { title: string; counted: Counted; danger?: boolean }) {
  const t = responsesMessages.use();
  const say = useSay();
  const format = useFormat();
  const total = props.counted.reduce((sum, { records }) => sum + records, 0);
  return (
    <table className={styles.table} data-danger={props.danger}>
      <caption>{props.title}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('counts.kind')}</th>
          <th scope="col">{t('counts.records')}</th>
        </tr>
      </thead>
      <tbody>
        {props.counted.map(({ kind, name, records }) => (
          <tr key={kind} data-none={records === 0}>
            <th scope="row">{say(name)}</th>
            <td>{format.number(records)}</td>
          </tr>
        ))}
      </tbody>
      {props.danger && (
        <tfoot>
          <tr>
            <th scope="row">{t('counts.total')}</th>
            <td>{format.number(total)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
