import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import styles from './deputies.module.css';
import { DeputyshipList } from './deputyship-list.tsx';
import { deputyMessages } from './messages.ts';
import { deputyshipsQuery } from './queries.ts';

/** Every deputyship of the areas that one administers, now and to come. */
export function SeenDeputies({ me }: { me: string }) {
  const t = deputyMessages.use();
  const seen = useQuery(deputyshipsQuery);
  return (
    <Panel title={t('title')} note={t('note')}>
      <Loaded query={seen} waiting={<p className={styles.muted}>…</p>}>
        {({ deputyships }) => <DeputyshipList deputyships={deputyships} me={me} />}
      </Loaded>
    </Panel>
  );
}
