import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import type { FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import { fieldMessages } from '../messages.ts';
import styles from './shell.module.css';

/** For whom there is nothing to do here: what the page is for. */
export function NothingPage({ cards }: { cards: readonly FieldCard[] }) {
  const t = fieldMessages.use();
  const say = useSay();
  return (
    <>
      <h1>{t('nothing.title')}</h1>
      <p className={styles.muted}>{t('nothing.text')}</p>
      {cards.map(({ id, name, purpose, icon: Icon }) => (
        <Card key={id}>
          <h2 className={styles.picture}>
            <Icon /> {say(name)}
          </h2>
          <p>{say(purpose)}</p>
        </Card>
      ))}
      <a href="/">{t('nothing.console')}</a>
    </>
  );
}
