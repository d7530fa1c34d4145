import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { usePhone } from '@liangbuwu/ui/theme/media.ts';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import styles from './households.module.css';
import { householdMessages } from './messages.ts';
import { findingsQuery } from './queries.ts';

/** One kind of what looks wrong, as a page shows it. */
export interface Section {
  id: string;
  found: string;
  means: string;
  todo: string;
  /** How many, in words. */
  count: string;
  none: boolean;
}

/** What looks wrong in the register, each with what it means and what to do; pressing one shows its rows. */
export function Findings(props: {
  response: string;
  chosen: string | undefined;
  onChoose: (finding: string | undefined) => void;
  /** What the desk looks for besides. */
  more: readonly Section[];
}) {
  const t = householdMessages.use();
  const say = useSay();
  const format = useFormat();
  const phone = usePhone();
  const findings = useQuery(findingsQuery(props.response));
  // On a phone what is chosen makes room for its rows.
  const alone = phone && props.chosen !== undefined;
  return (
    <div className={styles.findings}>
      <Loaded query={findings} waiting={<TableSkeleton rows={3} />}>
        {(data) => {
          const sections: Section[] = [
            ...data.findings.map(({ id, found, means, todo, households }) => ({
              id,
              found: say(found),
              means: say(means),
              todo: say(todo),
              // A text is no plural's number.
              count: t('households', { count: households === 1 ? 1 : format.number(households) }),
              none: households === 0,
            })),
            ...props.more,
          ];
          const absent = sections.filter(({ none }) => none);
          return (
            <>
              {absent.length === sections.length && <p>{t('clean')}</p>}
              {!alone && absent.length < sections.length && (
                <p className={styles.lead}>{t('what')}</p>
              )}
              <ul className={styles.sections}>
                {sections
                  .filter(({ id, none }) => (alone ? id === props.chosen : !none))
                  .map((section) => (
                    <li key={section.id}>
                      <button
                        type="button"
                        className={styles.section}
                        aria-pressed={props.chosen === section.id}
                        onClick={() => props.onChoose(section.id)}
                      >
                        <span className={styles.sectionHead}>
                          <strong>{section.found}</strong>
                          <span className={styles.number}>{section.count}</span>
                        </span>
                        <span>{section.means}</span>
                        <span className={styles.todo}>
                          <b>{t('todo')}</b> {section.todo}
                        </span>
                      </button>
                    </li>
                  ))}
              </ul>
              {alone && (
                <Button onClick={() => props.onChoose(undefined)}>{t('otherKinds')}</Button>
              )}
              {!alone && absent.length > 0 && absent.length < sections.length && (
                <p className={styles.lead}>
                  {t('notFound', { list: absent.map(({ found }) => found).join(t('comma')) })}
                </p>
              )}
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
