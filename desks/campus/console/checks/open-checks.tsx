import { StatusTag } from '@liangbuwu/ui/figures/status-tag.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { type CheckedClass, CheckKind, kindWords } from '../../checks/checks.ts';
import { checksMessages } from '../messages/checks.ts';
import styles from './checks.module.css';

/** What is not done yet, by when: the earliest first. */
export function OpenChecks({ classes }: { classes: readonly CheckedClass[] }) {
  const t = checksMessages.use();
  const say = useSay();
  const format = useFormat();
  const lines = CheckKind.options.flatMap((kind) => {
    const of = classes.flatMap(({ name, checks }) =>
      checks
        .filter((one) => one.kind === kind && (one.state === 'due' || one.state === 'missing'))
        .map(({ state, to }) => ({ name, state, to })),
    );
    return of[0]
      ? [{ kind, state: of[0].state, to: of[0].to, names: of.map((one) => one.name) }]
      : [];
  });
  return (
    <Panel title={t('open.title')}>
      {lines.length === 0 ? (
        <p className={styles.quiet}>{t('open.none')}</p>
      ) : (
        <ul className={styles.lines}>
          {lines.map(({ kind, state, to, names }) => (
            <li key={kind}>
              <StatusTag level={state === 'missing' ? 'warn' : 'unknown'}>
                {t(state === 'missing' ? 'open.over' : 'open.until', {
                  kind: say(kindWords[kind]),
                  time: format.findMoment(to)?.time ?? '',
                })}
              </StatusTag>
              <span>{names.join(format.language === 'en' ? ', ' : '、')}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
