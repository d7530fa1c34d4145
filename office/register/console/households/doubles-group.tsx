import type { Names } from '@liangbuwu/office/tables/console/queries.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button, Radio } from 'antd';
import { useId, useState } from 'react';
import type { Household } from '../../households/contract.ts';
import styles from './households.module.css';
import { householdMessages } from './messages.ts';
import { useMerge } from './use-merge.tsx';

/** Entries that look like one household: one is chosen to be kept. The one that knows most comes first. */
export function DoublesGroup(props: {
  group: readonly Household[];
  names: Names;
  denied: string | undefined;
  onOpen: (row: string) => void;
}) {
  const { group, names } = props;
  const t = householdMessages.use();
  const format = useFormat();
  const title = useId();
  const merge = useMerge();
  const [chosen, setChosen] = useState(group[0]?.id);
  const kept = group.find(({ id }) => id === chosen);
  const others = group.filter(({ id }) => id !== chosen);
  const losesContact = kept && !kept.hasContact && others.some(({ hasContact }) => hasContact);
  const carries = others.some(
    (other) =>
      (other.aloneElderly && !kept?.aloneElderly) || (other.cannotCome && !kept?.cannotCome),
  );
  return (
    <li className={styles.group} aria-labelledby={title}>
      <h3 id={title} className={styles.groupTitle}>
        {titleOf(names[group[0]?.area ?? ''] ?? '', group[0]?.label ?? '')}
      </h3>
      <Radio.Group
        className={styles.members ?? ''}
        aria-labelledby={title}
        value={chosen}
        disabled={props.denied !== undefined}
        onChange={({ target }) => setChosen(String(target.value))}
      >
        {group.map((household) => (
          <div key={household.id} className={styles.member}>
            <Radio value={household.id} className={styles.choice ?? ''}>
              <span className={styles.memberText}>
                <strong>{household.label}</strong>
                <span>
                  {t('member', {
                    people: format.number(household.people),
                    place: names[household.place] ?? '—',
                  })}
                </span>
                <span className={styles.flags}>
                  {(['aloneElderly', 'cannotCome', 'hasContact'] as const)
                    .filter((flag) => household[flag])
                    .map((flag) => (
                      <span key={flag} className={styles.flag}>
                        {t(flag)}
                      </span>
                    ))}
                </span>
              </span>
            </Radio>
            <Button size="small" type="text" onClick={() => props.onOpen(household.id)}>
              {t('open')}
            </Button>
          </div>
        ))}
      </Radio.Group>
      {losesContact && <p className={styles.warning}>{t('losesContact')}</p>}
      {carries && <p className={styles.lead}>{t('carries')}</p>}
      <ActionButton
        type="primary"
        disabledReason={props.denied}
        loading={merge.isPending}
        onClick={() => kept && merge.run(kept, others)}
      >
        {t('merge')}
      </ActionButton>
    </li>
  );
}

const titleOf = (village: string, label: string): string =>
  label.startsWith(village) ? label : `${village} ${label}`;
