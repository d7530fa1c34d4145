import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { Response } from '../../../responses/contract.ts';
import { residentMessages } from './messages.ts';
import { correctionsQuery, offersQuery, responsesQuery } from './queries.ts';
import styles from './residents.module.css';

const BringDrawer = lazy(() => import('./bring-drawer.tsx'));
const CorrectionsDrawer = lazy(() => import('./corrections-drawer.tsx'));

/** Of each response under way: how many households it does not have yet, and what it has put right. */
export function IntoResponses() {
  const { data } = useQuery(responsesQuery);
  const open = data?.responses.filter(({ ended }) => ended === null) ?? [];
  if (open.length === 0) return null;
  return (
    <ul className={styles.responses}>
      {open.map((response) => (
        <OfResponse key={response.id} response={response} />
      ))}
    </ul>
  );
}

function OfResponse({ response }: { response: Response }) {
  const t = residentMessages.use();
  const say = useSay();
  const format = useFormat();
  const { data: offers } = useQuery(offersQuery(response.id));
  const { data: corrected } = useQuery(correctionsQuery(response.id));
  const [shown, setShown] = useState<'bring' | 'corrections'>();
  if (!offers) return null;
  const { added, changed, withoutPlace } = offers;
  const corrections = corrected?.corrections.length ?? 0;
  const counted = (count: number) => (count === 1 ? 1 : format.number(count));
  const told = [
    added > 0 && t('offers.new', { count: counted(added) }),
    changed > 0 && t('offers.changed', { count: counted(changed) }),
    added + changed === 0 && t('offers.all'),
    withoutPlace > 0 && t('offers.withoutPlace', { count: counted(withoutPlace) }),
    corrections > 0 && t('offers.corrections', { count: counted(corrections) }),
  ].filter((one) => one !== false);
  const name = say(response.name);
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <strong>{name}</strong> <small>{told.join(' · ')}</small>
      </span>
      {added + changed > 0 && (
        <Button size="small" onClick={() => setShown('bring')}>
          {t('offers.look')}
        </Button>
      )}
      {corrections > 0 && (
        <Button size="small" onClick={() => setShown('corrections')}>
          {t('offers.lookCorrections')}
        </Button>
      )}
      <Suspense>
        {shown === 'bring' && (
          <BringDrawer response={response.id} name={name} onClose={() => setShown(undefined)} />
        )}
        {shown === 'corrections' && (
          <CorrectionsDrawer
            response={response.id}
            name={name}
            onClose={() => setShown(undefined)}
          />
        )}
      </Suspense>
    </li>
  );
}
