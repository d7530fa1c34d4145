import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from 'antd';
import { useState } from 'react';
import type { Comparison } from '../../../comparison.ts';
import type { Floors } from '../../../water.ts';
import { byHandMessages } from '../../messages/by-hand.ts';
import styles from './by-hand.module.css';

const most = 6;

/** What the changes cost, and whom: the floors first, then villages and tankers, the heaviest first. */
export function CostWords({ comparison, floors }: { comparison: Comparison; floors: Floors }) {
  const t = byHandMessages.use();
  const say = useSay();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const tiers = comparison.tiers.flatMap(({ name, people: { before, after } }) => {
    const floor = floors.tiers.find((tier) => tier.name === name);
    if (!floor || before === after) return [];
    const shares = { before: format.number(before, 1), after: format.number(after, 1) };
    return [
      {
        id: name,
        worse: after > before,
        says: t('shortOf', { floor: say(floor.label), ...shares }),
      },
    ];
  });
  const { words } = comparison;
  if (tiers.length === 0 && words.length === 0) return <p>{t('same')}</p>;
  return (
    <>
      <ul className={styles.costs}>
        {tiers.map(({ id, worse, says }) => (
          <li key={id} data-worse={worse || undefined}>
            {says}
          </li>
        ))}
        {(all ? words : words.slice(0, most)).map((sentence) => (
          <li key={sentence.en}>{say(sentence)}</li>
        ))}
      </ul>
      {words.length > most && (
        <Button type="link" size="small" onClick={() => setAll(!all)}>
          {all ? t('less') : t('more', { count: words.length - most })}
        </Button>
      )}
    </>
  );
}
