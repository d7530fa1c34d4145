import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import type { EntryState, FieldCard, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { Sheet } from '@liangbuwu/ui/phone/sheet.tsx';
import { type ReactNode, useState } from 'react';
import { fieldMessages } from '../messages.ts';
import { unsent } from '../outbox/states.ts';
import type { Field } from '../use-field.ts';
import styles from './shell.module.css';

/** All that this account recorded on this phone: what needs the person first, then what waits, then what is sent. */
export function RecordsPage(props: {
  field: Field;
  cards: readonly FieldCard[];
  onAgain: (entry: KeptEntry) => void;
}) {
  const t = fieldMessages.use();
  const { entries, others, sendNow, drop } = props.field;
  const [dropping, setDropping] = useState<KeptEntry>();
  const latest = [...entries].reverse();
  const of = (...states: EntryState[]) => latest.filter(({ state }) => states.includes(state));
  const refused = of('refused');
  const waiting = of(...unsent);
  const lines = (list: readonly KeptEntry[]) =>
    list.map((entry) => <EntryLine key={entry.id} entry={entry} cards={props.cards} />);
  return (
    <>
      <h1>{t('records.title')}</h1>
      {others.map(({ account, name, count }) => (
        <p key={account} className={styles.muted}>
          {t('records.others', { name, count })}
        </p>
      ))}
      {entries.length === 0 && <p className={styles.muted}>{t('records.empty')}</p>}
      {refused.length > 0 && (
        <Card tone="bad">
          <h2>{t('records.refused')}</h2>
          <ul>
            {refused.map((entry) => (
              <EntryLine key={entry.id} entry={entry} cards={props.cards}>
                <div className={styles.actions}>
                  <Button small look="main" onClick={() => props.onAgain(entry)}>
                    {t('records.again')}
                  </Button>
                  <Button small onClick={() => setDropping(entry)}>
                    {t('records.drop')}
                  </Button>
                </div>
              </EntryLine>
            ))}
          </ul>
        </Card>
      )}
      {waiting.length > 0 && (
        <Card tone="warn">
          <h2>{t('records.waiting')}</h2>
          <p>{t('records.waiting-note')}</p>
          <ul>{lines(waiting)}</ul>
          <Button wide onClick={sendNow}>
            {t('records.send-now')}
          </Button>
        </Card>
      )}
      <Group title={t('records.sent')} lines={lines(of('sent'))} />
      <Group title={t('records.aside')} lines={lines(of('set-aside'))} />
      {dropping && (
        <Sheet
          title={t('records.drop')}
          note={t('records.drop-sure')}
          onClose={() => setDropping(undefined)}
        >
          <EntryLine entry={dropping} cards={props.cards} />
          <Button
            wide
            look="danger"
            onClick={() => {
              void drop(dropping.id);
              setDropping(undefined);
            }}
          >
            {t('records.drop-yes')}
          </Button>
          <Button wide onClick={() => setDropping(undefined)}>
            {t('records.drop-no')}
          </Button>
        </Sheet>
      )}
    </>
  );
}

function Group(props: { title: string; lines: ReactNode[] }) {
  if (props.lines.length === 0) return null;
  return (
    <Card>
      <h2>{props.title}</h2>
      <ul>{props.lines}</ul>
    </Card>
  );
}

function EntryLine(props: { entry: KeptEntry; cards: readonly FieldCard[]; children?: ReactNode }) {
  const t = fieldMessages.use();
  const say = useSay();
  const format = useFormat();
  const { entry } = props;
  const Line = props.cards.find(({ id }) => id === entry.card)?.Line;
  const states = {
    waiting: t('records.state-waiting'),
    sending: t('records.sending'),
    sent: t('records.state-sent'),
    refused: t('records.state-refused'),
    'set-aside': t('records.state-aside'),
  };
  return (
    <li className={styles.entry}>
      {Line ? <Line entry={entry} /> : entry.kind}
      <span className={styles.state}>
        {states[entry.state]} · {format.instant(entry.made).slice(5)}
      </span>
      {entry.state === 'refused' && entry.refusal && (
        <div className={styles.refusal}>
          <p>
            {say(entry.refusal.cause)} {say(entry.refusal.remedy)}
          </p>
        </div>
      )}
      {props.children}
    </li>
  );
}
