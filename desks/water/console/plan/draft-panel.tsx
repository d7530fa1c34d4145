import type { PlanHead } from '@liangbuwu/office/plans/contract.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { Comparison } from '../../comparison.ts';
import { comparePlans } from '../../contract.ts';
import type { Floors } from '../../water.ts';
import { versionMessages } from '../messages/versions.ts';
import { usePermitted } from '../permitted.ts';
import { comparisonQuery } from '../queries.ts';
import { CompareTables } from './compare-tables.tsx';
import styles from './draft-panel.module.css';
import { useScoreWords } from './score-words.ts';

const most = 8;

/** A version that is not in force: what it would change. */
export function DraftPanel(props: {
  plan: PlanHead;
  inForce: PlanHead | undefined;
  floors: Floors;
}) {
  const { plan, inForce, floors } = props;
  const t = versionMessages.use();
  const format = useFormat();
  const words = useScoreWords(floors);
  return (
    <Panel
      title={t(plan.state === 'replaced' ? 'ended.replaced' : 'draft.title', {
        version: format.number(plan.version),
      })}
      note={plan.score && words(plan.score)}
    >
      {inForce ? (
        <Against plan={plan} inForce={inForce} floors={floors} />
      ) : (
        <p>{t('draft.first')}</p>
      )}
    </Panel>
  );
}

function Against({ plan, inForce, floors }: { plan: PlanHead; inForce: PlanHead; floors: Floors }) {
  const unseen = usePermitted(comparePlans.permission);
  const comparison = useQuery({ ...comparisonQuery(inForce.id, plan.id), enabled: !unseen });
  if (unseen) return <p>{unseen}</p>;
  return (
    <Loaded query={comparison} waiting={<TableSkeleton rows={3} />}>
      {(data) => <Differences comparison={data} plan={plan} inForce={inForce} floors={floors} />}
    </Loaded>
  );
}

function Differences(props: {
  comparison: Comparison;
  plan: PlanHead;
  inForce: PlanHead;
  floors: Floors;
}) {
  const { comparison, plan, inForce } = props;
  const t = versionMessages.use();
  const say = useSay();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const [detailed, setDetailed] = useState(true);
  const { words, changed } = comparison;
  const shown = all ? words : words.slice(0, most);
  const hidden = words.length - most;
  return (
    <div className={styles.differences}>
      <div>
        <h3 className={styles.title}>
          {t('draft.compare', { version: format.number(inForce.version) })}
        </h3>
        {words.length === 0 ? (
          <p>{t('draft.same')}</p>
        ) : (
          <ul className={styles.words}>
            {shown.map((sentence) => (
              <li key={sentence.en}>{say(sentence)}</li>
            ))}
          </ul>
        )}
        {changed > 0 && <p className={styles.changed}>{t('draft.changed', { count: changed })}</p>}
        <span className={styles.more}>
          {hidden > 0 && (
            <Button type="link" size="small" onClick={() => setAll(!all)}>
              {all ? t('draft.less') : t('draft.more', { count: hidden })}
            </Button>
          )}
          <Button
            type="link"
            size="small"
            aria-expanded={detailed}
            onClick={() => setDetailed(!detailed)}
          >
            {t(detailed ? 'draft.hide' : 'draft.details')}
          </Button>
        </span>
      </div>
      {detailed && (
        <CompareTables
          comparison={comparison}
          floors={props.floors}
          before={t('draft.before', { version: format.number(inForce.version) })}
          after={t('draft.after', { version: format.number(plan.version) })}
        />
      )}
    </div>
  );
}
