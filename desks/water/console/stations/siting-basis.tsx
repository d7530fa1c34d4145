import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import type { Siting } from '../../stations/siting.ts';
import { exitMessages } from '../messages/exit.ts';
import { sharedMessages } from '../messages/shared.ts';
import { stationMessages } from '../messages/stations.ts';
import styles from './stations.module.css';

/** Every assumption in words. */
export function SitingBasisPanel({ siting }: { siting: Siting }) {
  const { basis, settings, result } = siting;
  const t = stationMessages.use();
  const exit = exitMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const ruled = basis.sites.filter(({ state }) => state === 'ruled-out');
  const invented = basis.sites.filter((site) => site.invented).length;
  const missing = [
    ...basis.missing.map((name) => exit(`of.${name}`)),
    ...(basis.days === 0 ? [t('basis.noDays')] : []),
  ].join(shared('listComma'));
  const lines = [
    t('basis.need', {
      litres: format.number(basis.litresPerPerson, 1),
      version: basis.floors,
    }),
    t('basis.walk', {
      detour: format.number(basis.detour, 2),
      empty: format.number(basis.emptyPace, 2),
      laden: format.number(basis.ladenPace, 2),
    }),
    t('basis.limit', {
      queue: format.number(settings.queueMinutes),
      minutes: format.number(settings.minutes),
      metres: format.number(settings.metres),
    }),
    t('basis.yield'),
    t('basis.existing'),
    t('basis.saved'),
    basis.trucking === null
      ? t('basis.noPrice', { names: missing })
      : t('basis.price', { yuan: format.number(basis.trucking, 2), count: basis.days }),
    t('basis.order'),
    ...(ruled.length > 0
      ? [
          t('basis.ruled', {
            count: ruled.length,
            names: ruled
              .map(({ name, reason }) => t('basis.ruledOne', { name, reason: reason ?? '' }))
              .join(shared('listComma')),
          }),
        ]
      : []),
    ...(invented > 0 ? [t('basis.invented', { count: invented })] : []),
    ...(result?.stopped ? [t('basis.stopped')] : []),
    ...(result ? [t('basis.took', { seconds: format.number(result.seconds, 1) })] : []),
  ];
  return (
    <Panel title={t('basis.title')}>
      <ul className={styles.basis}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  );
}
