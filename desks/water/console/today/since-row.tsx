import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { Level } from '@liangbuwu/ui/theme/tokens.ts';
import type { ReactNode } from 'react';
import type { SinceLine } from '../../since-sheet.ts';
import type { Floors } from '../../water.ts';
import { Chip } from '../chip.tsx';
import { sharedMessages } from '../messages/shared.ts';
import { sinceMessages } from '../messages/since.ts';
import styles from './since-panel.module.css';

/** One thing that changed: what kind of news it is, what changed, and who did it when. */
export function SinceRow({ line, floors }: { line: SinceLine; floors: Floors }) {
  const t = sinceMessages.use();
  const format = useFormat();
  const words = useLineWords();
  return (
    <li className={styles.row}>
      <span>
        <LineTag line={line} floors={floors} />
      </span>
      <span className={styles.words}>{words(line)}</span>
      {line.kind !== 'village' && (
        <span className={styles.told}>
          {t('told', { by: line.by, at: format.instant(line.at) })}
        </span>
      )}
    </li>
  );
}

function LineTag({ line, floors }: { line: SinceLine; floors: Floors }) {
  const t = sinceMessages.use();
  const say = useSay();
  const floor = (name: string) => say(floors.tiers.find((tier) => tier.name === name)?.label);
  const tag = (level: Level, words: ReactNode) => <StatusTag level={level}>{words}</StatusTag>;
  switch (line.kind) {
    case 'village':
      if (line.missed) {
        const words = t('tag.missed', { floor: floor(line.missed) });
        return tag(line.missed === 'survival' ? 'bad' : 'warn', words);
      }
      if (line.reached) return tag('ok', t('tag.reached', { floor: floor(line.reached) }));
      return <Chip>{t(line.after < line.before ? 'tag.fell' : 'tag.rose')}</Chip>;
    case 'turned':
      return tag(line.to === 'off' ? 'bad' : 'ok', t(`tag.${line.to}`));
    case 'way':
      return tag(line.to === 'closed' ? 'bad' : 'ok', t(`tag.${line.to}`));
    case 'registered':
      return <Chip>{t(`tag.${line.deed}`)}</Chip>;
  }
}

function useLineWords(): (line: SinceLine) => string {
  const t = sinceMessages.use();
  const shared = sharedMessages.use();
  const format = useFormat();
  const because = (what: string, reason: string | null) =>
    reason ? t('why', { what, reason }) : what;
  return (line) => {
    switch (line.kind) {
      case 'village':
        return t('village', {
          name: line.name,
          people: format.number(line.people),
          before: format.number(line.before, 1),
          after: format.number(line.after, 1),
        });
      case 'turned':
        return because(t(`row.${line.of}`, { name: line.name }), line.reason);
      case 'way':
        return because(t('row.point', { name: line.name }), line.reason);
      case 'registered': {
        const names = line.names.join(shared('listComma'));
        const told = line.count > line.names.length ? t('others', { names }) : names;
        return t(`registered.${line.of}`, { count: line.count, names: told });
      }
    }
  };
}
