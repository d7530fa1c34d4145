import type { Area } from '@liangbuwu/office/register/areas/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { EditIcon, PlusIcon, RightIcon } from '@liangbuwu/ui/icons.ts';
import { Tag } from 'antd';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { AreaDeed } from './area-dialog.tsx';
import type { AreaTree } from './area-tree.ts';
import styles from './areas.module.css';
import { areasMessages } from './messages.ts';

export type BranchView = {
  tree: AreaTree;
  opened: ReadonlySet<string>;
  toggle: (id: string) => void;
  /** The area that was looked for: in sight and marked. */
  shown: string | undefined;
  mayWrite: boolean;
  onDeed: (deed: AreaDeed) => void;
};

/** Areas of one level, each with what lies below it where it is unfolded. */
export function AreaBranch(props: { areas: readonly Area[]; view: BranchView; depth?: number }) {
  const { areas, view, depth = 0 } = props;
  return (
    <ul>
      {areas.map((area) => (
        <AreaItem key={area.id} area={area} view={view} depth={depth} />
      ))}
    </ul>
  );
}

function AreaItem(props: { area: Area; view: BranchView; depth: number }) {
  const { area, view, depth } = props;
  const t = areasMessages.use();
  const row = useRef<HTMLDivElement>(null);
  const below = view.tree.childrenOf(area.id);
  const opened = below.length > 0 && view.opened.has(area.id);
  const isShown = view.shown === area.id;
  useEffect(() => {
    if (!isShown) return;
    row.current?.scrollIntoView({ block: 'center' });
    row.current?.focus({ preventScroll: true });
  }, [isShown]);
  const { name } = area;
  return (
    <li>
      <div
        ref={row}
        className={styles.row}
        tabIndex={-1}
        data-shown={isShown || undefined}
        style={{ '--depth': depth } as CSSProperties}
      >
        {below.length > 0 ? (
          <button
            type="button"
            className={styles.unfold}
            aria-expanded={opened}
            aria-label={t(opened ? 'close' : 'open', { name })}
            onClick={() => view.toggle(area.id)}
          >
            <RightIcon className={styles.unfoldIcon} rotate={opened ? 90 : 0} />
          </button>
        ) : (
          <span className={styles.gap} />
        )}
        <span className={styles.what}>
          <span className={styles.name}>{name}</span>
          <span className={styles.note}>{t(`levels.${area.level}`)}</span>
          {area.code && <span className={styles.code}>{area.code}</span>}
          {area.extended && <Tag className={styles.extended ?? ''}>{t('extended')}</Tag>}
          {below.length > 0 && (
            <span className={styles.note}>{t('below', { count: below.length })}</span>
          )}
        </span>
        <AreaActions area={area} below={below} view={view} />
      </div>
      {opened && <AreaBranch areas={below} view={view} depth={depth + 1} />}
    </li>
  );
}

function AreaActions(props: { area: Area; below: readonly Area[]; view: BranchView }) {
  const { area, below, view } = props;
  const t = areasMessages.use();
  const refused = !view.mayWrite ? t('mayNot') : !area.inScope ? t('outside') : undefined;
  const { parent } = area;
  const reaches = parent === null || (view.tree.find(parent)?.inScope ?? false);
  return (
    <span className={styles.actions}>
      <ActionButton
        type="text"
        size="small"
        icon={<PlusIcon />}
        aria-label={t('addTo', { name: area.name })}
        disabledReason={refused}
        onClick={() => view.onDeed({ kind: 'add', parent: area, siblings: below })}
      >
        <span className={styles.word}>{t('add')}</span>
      </ActionButton>
      <ActionButton
        type="text"
        size="small"
        icon={<EditIcon />}
        aria-label={t('renameOf', { name: area.name })}
        disabledReason={
          refused ?? (parent === null ? t('root') : reaches ? undefined : t('outside'))
        }
        onClick={() => parent !== null && view.onDeed({ kind: 'rename', area, parent })}
      >
        <span className={styles.word}>{t('rename')}</span>
      </ActionButton>
    </span>
  );
}
