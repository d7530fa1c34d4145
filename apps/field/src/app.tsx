import { saveFile } from '@liangbuwu/ui/files/save-file.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { FieldCard, KeptEntry } from '@liangbuwu/ui/phone/field-card.ts';
import { PageBoundary } from '@liangbuwu/ui/phone/page-boundary.tsx';
import { type PhoneTools, PhoneToolsProvider } from '@liangbuwu/ui/phone/tools.ts';
import { useEffect, useMemo, useState } from 'react';
import { fieldMessages } from './messages.ts';
import { phoneClock } from './phone-clock.ts';
import { EndedNotice } from './session/ended-notice.tsx';
import { Entrance } from './session/entrance.tsx';
import { MePage } from './shell/me-page.tsx';
import { NothingPage } from './shell/nothing-page.tsx';
import { RecordsPage } from './shell/records-page.tsx';
import styles from './shell/shell.module.css';
import { StatusPill } from './shell/status-pill.tsx';
import { TabBar } from './shell/tab-bar.tsx';
import { UpdateNotice } from './shell/update-notice.tsx';
import { useAddress } from './shell/use-address.ts';
import type { FieldDatabase } from './store/database.ts';
import { type Field, useField } from './use-field.ts';

export function App(props: { database: FieldDatabase; cards: readonly FieldCard[] }) {
  const t = fieldMessages.use();
  const field = useField(props.database, props.cards);
  const title = t('product');
  useEffect(() => {
    document.title = title;
  }, [title]);
  if (field.cannotKeep)
    return (
      <p role="alert" className={styles.loading}>
        {t('cannot-keep')}
      </p>
    );
  if (!field.session) return <p className={styles.loading}>{t('loading')}</p>;
  if (field.session.is === 'out') return <Entrance field={field} />;
  if (!field.feeds || !field.settings) return <p className={styles.loading}>{t('loading')}</p>;
  return (
    <Inside key={field.session.me.account} field={field} me={field.session.me} all={props.cards} />
  );
}

function Inside({
  field,
  me,
  all,
}: {
  field: Field;
  me: PhoneTools['me'];
  all: readonly FieldCard[];
}) {
  const t = fieldMessages.use();
  const { cards, feeds, settings } = field;
  const address = useAddress();
  const [said, setSaid] = useState<{ text: string; at: number }>();
  const [again, setAgain] = useState<KeptEntry>();
  useEffect(() => {
    if (!said) return;
    const timer = setTimeout(() => setSaid(undefined), 4000);
    return () => clearTimeout(timer);
  }, [said]);

  // Another page begins at its top.
  useEffect(() => {
    window.scrollTo(0, 0);
  }, [address]);

  const { entries, reachable, record, remember, newId, ask } = field;
  const tools = useMemo(
    (): PhoneTools => ({
      me,
      feed: (key) => feeds?.get(key),
      entries,
      record,
      remembered: (key) => settings?.get(key),
      remember,
      say: (text) => setSaid((before) => ({ text, at: (before?.at ?? 0) + 1 })),
      takeFile: async (path) => {
        const heard = await ask('GET', path);
        if (heard.is === 'refused') return heard.refusal;
        if (heard.is === 'unreachable') return 'unreachable';
        const file = heard.value as { name: string; content: string; type: string };
        saveFile(file.name, file.content, file.type);
        return 'taken';
      },
      online: reachable,
      newId: () => newId(),
      clock: phoneClock,
    }),
    [me, feeds, entries, record, settings, remember, reachable, newId, ask],
  );
  const page = ['records', 'me'].includes(address) ? address : undefined;
  const card = page ? undefined : (cards.find(({ id }) => id === address) ?? cards[0]);
  const AgainForm = again && all.find(({ id }) => id === again.card)?.Again;
  return (
    <PhoneToolsProvider value={tools}>
      <header className={styles.header}>
        <span className={styles.product}>{t('product')}</span>
        <StatusPill entries={entries} reachable={reachable} />
      </header>
      <main className={styles.main}>
        <UpdateNotice />
        {field.session?.is === 'in' && field.session.ended && <EndedNotice field={field} />}
        {!reachable && <OfflineLine field={field} />}
        {card && (
          <PageBoundary resetOn={card.id}>
            <card.Page />
          </PageBoundary>
        )}
        {!card && !page && <NothingPage cards={all} />}
        {page === 'records' && <RecordsPage field={field} cards={all} onAgain={setAgain} />}
        {page === 'me' && <MePage field={field} me={me} />}
      </main>
      {again && AgainForm && <AgainForm entry={again} onClose={() => setAgain(undefined)} />}
      <output className={styles.said} aria-live="polite">
        {said && <span key={said.at}>{said.text}</span>}
      </output>
      <TabBar cards={cards} at={page ?? card?.id ?? ''} />
    </PhoneToolsProvider>
  );
}

/** That all goes on without signal, and by which plan. */
function OfflineLine({ field }: { field: Field }) {
  const t = fieldMessages.use();
  const format = useFormat();
  const times = field.cards.map(({ feed }) => field.feeds?.get(feed.key)?.fetched ?? 0);
  const oldest = times.length > 0 ? Math.min(...times) : 0;
  const kept = format.findMoment(oldest);
  const today = format.findMoment(phoneClock.now())?.day;
  const time = kept?.day === today ? (kept?.time ?? '') : format.instant(oldest).slice(5);
  return (
    <p className={styles.offline}>
      {oldest > 0 ? t('status.offline-kept', { time }) : t('status.offline-empty')}
    </p>
  );
}
