import type { Tile } from '@liangbuwu/office/identity/contract.ts';
import { PlaceIcon, RightIcon, UserIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { consoleMessages } from '../messages.ts';
import styles from './entrance.module.css';

/** One tile for each role of the demonstration. */
export function RoleTiles(props: {
  tiles: readonly Tile[];
  busy: boolean;
  onChoose: (account: string) => void;
}) {
  const t = consoleMessages.use();
  const say = useSay();
  if (props.tiles.length === 0) return <EmptyState small title={t('entrance.noRoles')} />;
  return (
    <ul className={styles.tiles} aria-label={t('entrance.roles')}>
      {props.tiles.map((tile) => (
        <li key={tile.account}>
          <button
            type="button"
            className={styles.tile}
            disabled={props.busy}
            onClick={() => props.onChoose(tile.account)}
          >
            <span className={styles.avatar}>
              <UserIcon />
            </span>
            <span className={styles.who}>
              <span className={styles.person}>{tile.name}</span>
              <span className={styles.role}>
                {tile.roles.map(({ name }) => say(name)).join(' · ')}
              </span>
              <span className={styles.area}>
                <PlaceIcon /> {tile.areaName}
              </span>
            </span>
            <RightIcon className={styles.go} />
          </button>
        </li>
      ))}
    </ul>
  );
}
