import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Select } from 'antd';
import { useState } from 'react';
import { type Difference, differences } from '../differences.ts';
import type { Purpose, RuleVersion, VersionFields } from '../rulebook.ts';
import { rulebookMessages } from './messages.ts';
import styles from './rulebook.module.css';

/** What a version changes against one before it, in words. */
export function DifferencesPanel(props: {
  head: VersionFields;
  purpose: Purpose;
  others: readonly RuleVersion[];
  /** The one to compare with at first. */
  before: RuleVersion | undefined;
}) {
  const { head, others } = props;
  const t = rulebookMessages.use();
  const [chosen, setChosen] = useState<string>();
  const from = others.find(({ id }) => id === chosen) ?? props.before;
  if (!from) return null;
  const found = differences(from, head, props.purpose);
  return (
    <Panel
      flush
      title={t('differences.title')}
      tools={
        <Select
          aria-label={t('differences.from')}
          value={from.id}
          popupMatchSelectWidth={false}
          onChange={setChosen}
          options={others.map(({ id, number }) => ({
            value: id,
            label: t('set.version', { number }),
          }))}
        />
      }
    >
      {found.length === 0 ? (
        <p className={styles.padded}>{t('differences.none')}</p>
      ) : (
        <ul className={styles.differences}>
          {found.map((one, i) => (
            <Line key={`${i} ${one.where.en}`} one={one} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Line({ one: { where, before, after } }: { one: Difference }) {
  const t = rulebookMessages.use();
  const say = useSay();
  return (
    <li>
      <span className={styles.where}>{say(where)}</span>
      <span className={styles.change}>
        {before && after && say(before) === say(after) ? (
          <em>{t('differences.otherLanguage')}</em>
        ) : (
          <Words before={before} after={after} />
        )}
      </span>
    </li>
  );
}

function Words({ before, after }: Pick<Difference, 'before' | 'after'>) {
  const t = rulebookMessages.use();
  const say = useSay();
  return (
    <>
      {before ? <del>{say(before) || '—'}</del> : <em>{t('differences.added')}</em>}
      <span aria-hidden="true"> → </span>
      {after ? <ins>{say(after) || '—'}</ins> : <em>{t('differences.gone')}</em>}
    </>
  );
}
