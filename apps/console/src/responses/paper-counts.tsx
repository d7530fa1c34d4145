import type { Kind } from '@liangbuwu/office/responses/closing/certificate.contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';

/** Kinds and how many of each, in the sizes of paper. */
export function PaperCounts({ title, counted }: { title: string; counted: readonly Kind[] }) {
  const t = responsesMessages.use();
  const say = useSay();
  const format = useFormat();
  return (
    <table className={styles.paperTable}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{t('counts.records')}</th>
        </tr>
      </thead>
      <tbody>
        {counted.map(({ kind, name, records }) => (
          <tr key={kind}>
            <th scope="row">{say(name)}</th>
            <td>{format.number(records)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
