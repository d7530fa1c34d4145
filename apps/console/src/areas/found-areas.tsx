import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './areas.module.css';
import { areasMessages } from './messages.ts';
import { areaSearchQuery } from './queries.ts';

/** What a search finds, each with what is above it; pressing one shows it in the tree. */
export function FoundAreas({ typed, onShow }: { typed: string; onShow: (area: string) => void }) {
  const t = areasMessages.use();
  const found = useQuery(areaSearchQuery(typed, 50));
  return (
    <Loaded
      query={found}
      waiting={<TableSkeleton rows={4} />}
      empty={{
        when: ({ areas }) => areas.length === 0,
        show: (
          <EmptyState small title={t('nothing')}>
            {t('nothingNote')}
          </EmptyState>
        ),
      }}
    >
      {({ areas }) => (
        <ul className={styles.found} aria-label={t('found')}>
          {areas.map((area) => (
            <li key={area.id}>
              <button type="button" className={styles.foundArea} onClick={() => onShow(area.id)}>
                <span className={styles.name}>{area.name}</span>
                <span className={styles.note}>{t(`levels.${area.level}`)}</span>
                {area.code && <span className={styles.code}>{area.code}</span>}
                {area.path.length > 0 && (
                  <span className={styles.path}>{area.path.join(' / ')}</span>
                )}
                <span className="visually-hidden">{t('show')}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}
