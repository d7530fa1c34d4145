import type { Sight, SightPart } from '@liangbuwu/office/identity/sight.contract.ts';
import { useLanguage, useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Loaded, type Loading } from '@liangbuwu/ui/state/loaded.tsx';
import { inARow } from './in-a-row.ts';
import { sightMessages } from './messages.ts';
import styles from './sight.module.css';

/** What an account may see and do, area by area, in sentences; what it may not is folded away. */
export function SightView({ query }: { query: Loading<Sight> }) {
  const t = sightMessages.use();
  return (
    <Loaded query={query} waiting={null}>
      {({ areas }) =>
        areas.length === 0 ? (
          <p>{t('nowhere')}</p>
        ) : (
          <div className={styles.sight}>
            {areas.map((one) => (
              <AreaSight key={one.area.id} {...one} />
            ))}
            <p className={styles.muted}>{t('below')}</p>
          </div>
        )
      }
    </Loaded>
  );
}

function AreaSight({ area, parts, mayNot }: Sight['areas'][number]) {
  const t = sightMessages.use();
  const say = useSay();
  return (
    <section className={styles.area}>
      {parts.map((part, at) => (
        <PartSentence key={part.lender?.id ?? ''} part={part} area={area.name} isFirst={at === 0} />
      ))}
      {mayNot.length === 0 ? (
        <p className={styles.muted}>{t('all', { area: area.name })}</p>
      ) : (
        <details>
          <summary>{t('not', { area: area.name, count: mayNot.length })}</summary>
          <ul className={styles.not}>
            {mayNot.map(({ permission, words }) => (
              <li key={permission}>{say(words)}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function PartSentence(props: { part: SightPart; area: string; isFirst: boolean }) {
  const { part, area } = props;
  const t = sightMessages.use();
  const say = useSay();
  const format = useFormat();
  const { language } = useLanguage();
  const list = inARow(
    part.may.map(({ words }) => say(words)),
    language,
    t('comma'),
  );
  const { lender } = part;
  const lent = lender && { name: lender.name, day: format.date(lender.until), area };
  const also = props.isFirst ? '' : t('also');
  const nothing = part.may.length === 0;
  return (
    <div>
      <p>
        {lent
          ? nothing
            ? t('lentNothing', lent)
            : t('lent', { ...lent, also, list })
          : nothing
            ? t('ownNothing', { area })
            : t('own', { area, list })}
      </p>
      <p className={styles.muted}>
        {t('by', {
          roles: part.roles
            .map(({ name, areaName }) => t('role', { role: say(name), area: areaName }))
            .join(t('comma')),
        })}
      </p>
    </div>
  );
}
