import { setPath } from '@liangbuwu/office/rulebook/console/paths.ts';
import { purposeWords } from '@liangbuwu/office/rulebook/rulebook.ts';
import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Alert } from 'antd';
import type { ReactNode } from 'react';
import type { AreaTree } from '../areas/area-tree.ts';
import { desks } from '../desks.ts';
import type { Response } from '../shell/use-situation.ts';
import { alreadyOpen, type BookedSet, rulesThatFollow } from './follows.ts';
import { responsesMessages } from './messages.ts';
import styles from './responses.module.css';

/** What comes of a response before it is opened: rules, desks, and what then stays as it is. */
export function Follows(props: {
  tree: AreaTree;
  responses: readonly Response[];
  /** Absent for who may not read the rulebook. */
  sets: readonly BookedSet[] | undefined;
  kind: Response['kind'] | undefined;
  areas: readonly string[];
  starts: string;
  now: string;
}) {
  const { tree, kind, areas } = props;
  const t = responsesMessages.use();
  const say = useSay();
  const pathOf = (area: string) => [
    area,
    ...tree
      .above(area)
      .map(({ id }) => id)
      .reverse(),
  ];
  const paths = areas.map(pathOf);
  if (!kind || areas.length === 0)
    return (
      <Panel title={t('follows.title')}>
        <p className={styles.muted}>{t('follows.choose')}</p>
      </Panel>
    );
  const same = alreadyOpen(props.responses, { kind, paths, pathOf });
  return (
    <Panel title={t('follows.title')}>
      <div className={styles.dialog}>
        {same.length > 0 && (
          <Alert
            showIcon
            type="warning"
            title={t('follows.same', {
              names: same.map(({ name }) => say(name)).join(t('open.comma')),
            })}
          />
        )}
        <Part title={t('follows.rules')}>
          <Rules {...props} kind={kind} paths={paths} />
        </Part>
        <Part title={t('follows.desks')}>
          <ul className={styles.list}>
            {desks.map(({ id, name, onceOpened }) => (
              <li key={id}>
                <strong>{say(name)}</strong> {say(onceOpened)}
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t('follows.mind')}>
          <p>{t('follows.stays')}</p>
          <p>{t('follows.closing')}</p>
        </Part>
      </div>
    </Panel>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

function Rules(props: {
  sets: readonly BookedSet[] | undefined;
  kind: Response['kind'];
  paths: readonly (readonly string[])[];
  starts: string;
  now: string;
}) {
  const { sets, kind, paths, starts, now } = props;
  const t = responsesMessages.use();
  const say = useSay();
  const format = useFormat();
  if (!sets) return <p className={styles.muted}>{t('follows.mayNotRead')}</p>;
  const rules = rulesThatFollow({ sets, kind, paths, at: now });
  if (rules.length === 0) return <p>{t('follows.noRules')}</p>;
  return (
    <>
      <ul className={styles.list}>
        {rules.map(({ set, version, standing }) => (
          <li key={version.id} className={styles.follows}>
            <AppLink href={`${setPath}/${set.id}?version=${version.id}`}>
              {t('follows.rule', { name: say(set.name), number: version.number })}
            </AppLink>
            <StatusTag plain level={standing === 'in-force' ? 'ok' : 'unknown'}>
              {standing === 'in-force'
                ? t('follows.atOnce')
                : t('follows.from', { at: format.instant(version.from) })}
            </StatusTag>
            <span className={styles.muted}>
              {set.area.name} · {say(purposeWords[set.purpose])}
            </span>
          </li>
        ))}
      </ul>
      {Date.parse(starts) < Date.parse(now) && (
        <p className={styles.muted}>{t('follows.since', { at: format.instant(starts) })}</p>
      )}
    </>
  );
}
