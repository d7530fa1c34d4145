import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Floors, PointKind } from '../../water.ts';
import { floorsMessages } from '../messages/floors.ts';
import { useKindWords } from '../use-kind-words.ts';
import styles from './floors.module.css';

const kinds = ['clinic', 'school', 'elderly-home', 'livestock'] as const satisfies PointKind[];

/** The kinds of points that a version has figures of their own for, each with its source. */
export function KindFigures({ floors }: { floors: Floors }) {
  const t = floorsMessages.use();
  const format = useFormat();
  const words = useKindWords();
  return (
    <ul className={styles.kinds} aria-label={t('kinds.title')}>
      {kinds.map((kind) => {
        const own = floors.kinds[kind];
        if (!own) return null;
        return (
          <li key={kind}>
            <strong>{words.kind(kind)}</strong>
            {own.litres && (
              <span>
                {words.floors(kind, floors)} · {t('source', { source: own.litres.source })}
              </span>
            )}
            {own.weight && (
              <span>
                {t('kinds.weight', { times: format.number(own.weight.times, 1) })} ·{' '}
                {t('source', { source: own.weight.source })}
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

export const hasKinds = ({ kinds: own }: Floors): boolean => Object.keys(own).length > 0;
