import { LevelShape } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { Floors } from '../water.ts';
import styles from './floor-tag.module.css';
import { sharedMessages } from './messages/shared.ts';
import type { Standing } from './standing.ts';

/** How a standing is coloured wherever it is shown. Short of the last floor only is no alarm: it keeps the calm colour. */
export const levelOf: Record<Standing, Level> = {
  survival: 'bad',
  basic: 'warn',
  full: 'ok',
  enough: 'ok',
};

/** The standing as a shape of its own: octagon, triangle, half disc, full disc. */
export function StandingShape({ standing, size = 14 }: { standing: Standing; size?: number }) {
  if (standing !== 'full') return <LevelShape level={levelOf[standing]} size={size} />;
  return (
    <svg className={styles.shape} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle
        cx="8"
        cy="8"
        r="6.4"
        fill="var(--surface)"
        stroke="var(--ok-edge)"
        strokeWidth="1.4"
      />
      <path d="M1.6 8a6.4 6.4 0 0 0 12.8 0Z" fill="var(--ok-edge)" />
    </svg>
  );
}

/** The first floor missed, in words. */
export function FloorTag({ standing, floors }: { standing: Standing; floors: Floors }) {
  const t = sharedMessages.use();
  const say = useSay();
  const tier = floors.tiers.find(({ name }) => name === standing) ?? floors.tiers.at(-1);
  return (
    <span className={styles.tag} data-standing={standing}>
      <StandingShape standing={standing} />
      {t(`standing.${standing}`, { floor: say(tier?.label) })}
    </span>
  );
}
