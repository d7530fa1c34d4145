import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { TableSkeleton } from '@liangbuwu/ui/state/skeleton.tsx';
import { useQuery } from '@tanstack/react-query';
import type { Runway } from '../../runway-sheet.ts';
import { runwayMessages } from '../messages/runway.ts';
import { sharedMessages } from '../messages/shared.ts';
import { registersPath } from '../paths.ts';
import { runwayQuery } from '../queries.ts';
import type { DeskDay } from '../query-keys.ts';
import { RunwayEnds } from './runway-ends.tsx';
import styles from './runway-panel.module.css';
import { SourceTable } from './source-table.tsx';
import { SupplyEnds } from './supply-ends.tsx';
import { TankTable } from './tank-table.tsx';

/** How long it lasts if nothing is done, by the registers and the plan in force. */
export function RunwayPanel({ of }: { of: DeskDay }) {
  const t = runwayMessages.use();
  const query = useQuery(runwayQuery(of));
  return (
    <Panel title={t('title')} note={t('note')}>
      <Loaded query={query} waiting={<TableSkeleton rows={4} />}>
        {(runway) => (
          <div className={styles.runway}>
            <RunwayEnds runway={runway} />
            <section className={styles.part} aria-label={t('sources.title')}>
              <h3 className={styles.title}>{t('sources.title')}</h3>
              <SourceTable sources={runway.sources} />
            </section>
            {runway.tanks.length > 0 && <TankTable runway={runway} />}
            <SupplyEnds of={of} />
            <Unregistered runway={runway} />
          </div>
        )}
      </Loaded>
    </Panel>
  );
}

/** What would have to be known, with the way to where it is registered. */
function Unregistered({ runway }: { runway: Runway }) {
  const t = runwayMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  if (runway.unregistered.length === 0) return null;
  return (
    <section className={styles.part} aria-label={t('unregistered.title')}>
      <h3 className={styles.title}>{t('unregistered.title')}</h3>
      <ul className={styles.asked}>
        {runway.unregistered.map(({ kind, rows }) => {
          const table = kind === 'consent' || kind === 'test' ? 'sources' : 'tankers';
          return (
            <li key={kind}>
              {t('unregistered.row', {
                what: t(`unregistered.${kind}`),
                count: format.number(rows.length),
              })}
              {format.language === 'en' ? ': ' : '：'}
              {rows.map(({ id, name }, at) => (
                <span key={id}>
                  {at > 0 && shared('listComma')}
                  <AppLink href={`${registersPath}/${table}?row=${id}`}>{name}</AppLink>
                </span>
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
