import { useSay } from '@liangbuwu/ui/language/language.ts';
import type { FieldCard } from '@liangbuwu/ui/phone/field-card.ts';
import { ListPicture, PersonPicture } from '@liangbuwu/ui/phone/pictures.tsx';
import { fieldMessages } from '../messages.ts';
import styles from './shell.module.css';

export function TabBar(props: { cards: readonly FieldCard[]; at: string }) {
  const t = fieldMessages.use();
  const say = useSay();
  const tabs = [
    ...props.cards.map(({ id, name, icon }) => ({ id, name: say(name), Icon: icon })),
    { id: 'records', name: t('records.tab'), Icon: ListPicture },
    { id: 'me', name: t('me.tab'), Icon: PersonPicture },
  ];
  return (
    <nav className={styles.tabs} aria-label={t('tabs')}>
      {tabs.map(({ id, name, Icon }) => (
        <a key={id} href={`#/${id}`} aria-current={id === props.at ? 'page' : undefined}>
          <Icon />
          {name}
        </a>
      ))}
    </nav>
  );
}
