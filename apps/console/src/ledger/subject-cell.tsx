import { consoleMessages } from '../messages.ts';
import styles from './ledger.module.css';
import { readSubject } from './subject.ts';

/** What an entry is about: its kind and its name, or its id where the entry holds no name. */
export function SubjectCell(props: {
  entry: { subject: string; detail: Record<string, unknown> };
}) {
  const t = consoleMessages.use();
  const { kind, word, name, id } = readSubject(props.entry);
  const shown = word ? t(`ledgerPage.kinds.${word}`) : kind;
  if (name) return t('ledgerPage.named', { kind: shown, name });
  return (
    <>
      {shown} {id && <code className={styles.code}>{id}</code>}
    </>
  );
}
