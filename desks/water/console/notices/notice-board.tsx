import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import type { Language } from '@liangbuwu/ui/language/messages.ts';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { useMedia } from '@liangbuwu/ui/theme/media.ts';
import { Button, Segmented, Select } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { noticesMessages } from '../messages/notices.ts';
import type { Edition } from './compose.ts';
import { CopyBox } from './copy-box.tsx';
import styles from './notice-board.module.css';
import { smsLength } from './sms.ts';
import { secondsToRead } from './spoken.ts';

/** One who is told something: a village, or a driver. */
export type Entry = {
  id: string;
  name: string;
  note: string;
  paper: (language: Language) => ReactNode;
  texts: Texts;
};

type Texts = {
  chat: Record<Language, string>;
  sms: Record<Language, string>;
  /** Read out; in Chinese only. */
  loud?: string;
};

/** Those who are told something, and for the chosen one what goes out: texts to copy, a page to print. */
export function NoticeBoard(props: {
  entries: readonly Entry[];
  edition: Edition;
  by: 'village' | 'driver';
  only: string | undefined;
  onChoose: (id: string) => void;
}) {
  const { entries, edition, by } = props;
  const t = noticesMessages.use();
  const page = useLanguage();
  const [own, setOwn] = useState<Language>();
  const [printed, setPrinted] = useState({ all: false, times: 0 });
  const narrow = useMedia('(max-width: 1199.98px)');
  const language = own ?? page.language;
  const chosen = entries.find(({ id }) => id === props.only) ?? entries[0];
  const choose = (id: string) => {
    setPrinted({ all: false, times: 0 });
    props.onChoose(id);
  };
  const print = (all: boolean) => setPrinted(({ times }) => ({ all, times: times + 1 }));
  // Only once the sheets that are wanted are on the page.
  useEffect(() => {
    if (printed.times > 0) window.print();
  }, [printed]);
  if (!chosen) return null;
  const reason = edition.state === 'in-force' ? undefined : t(`why.${edition.state}`);
  return (
    <div className={styles.board} data-alone={entries.length === 1 || undefined}>
      {entries.length > 1 &&
        (narrow ? (
          <Select
            className={styles.select}
            aria-label={t(`choose.${by}`)}
            value={chosen.id}
            onChange={choose}
            options={entries.map(({ id, name, note }) => ({
              value: id,
              label: `${name} · ${note}`,
            }))}
          />
        ) : (
          <Panel flush>
            <ul className={styles.list} aria-label={t(`choose.${by}`)}>
              {entries.map(({ id, name, note }) => (
                <li key={id}>
                  <button
                    type="button"
                    className={styles.entry}
                    aria-pressed={id === chosen.id}
                    onClick={() => choose(id)}
                  >
                    <strong>{name}</strong>
                    <span>{note}</span>
                  </button>
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      <Panel
        title={`${t('send')} · ${chosen.name}`}
        tools={page.language === 'en' && <LanguageChoice value={language} onChange={setOwn} />}
      >
        <SentTexts texts={chosen.texts} language={language} disabledReason={reason} />
      </Panel>
      <div className={styles.papers} data-print={printed.all ? 'all' : 'one'}>
        <Panel
          title={t('paper')}
          tools={
            <>
              <Button type="primary" icon={<PrintIcon />} onClick={() => print(false)}>
                {t('printOne')}
              </Button>
              {entries.length > 1 && (
                <Button icon={<PrintIcon />} onClick={() => print(true)}>
                  {t('printAll', { count: entries.length })}
                </Button>
              )}
            </>
          }
        >
          {entries.map(({ id, paper }) => (
            <div key={id} className={styles.paper} data-chosen={id === chosen.id || undefined}>
              {paper(language)}
            </div>
          ))}
        </Panel>
      </div>
    </div>
  );
}

function LanguageChoice(props: { value: Language; onChange: (language: Language) => void }) {
  const t = noticesMessages.use();
  return (
    <Segmented<Language>
      aria-label={t('language')}
      value={props.value}
      onChange={props.onChange}
      options={[
        { value: 'en', label: t('english') },
        { value: 'zh-CN', label: t('chinese') },
      ]}
    />
  );
}

function SentTexts(props: {
  texts: Texts;
  language: Language;
  disabledReason: string | undefined;
}) {
  const { texts, language, disabledReason } = props;
  const t = noticesMessages.use();
  const page = useLanguage();
  const sms = texts.sms[language];
  const { characters, segments } = smsLength(sms);
  return (
    <>
      <CopyBox
        kind="chat"
        text={texts.chat[language]}
        lang={language}
        disabledReason={disabledReason}
      />
      <CopyBox
        kind="sms"
        text={sms}
        lang={language}
        note={t('smsSize', { characters, segments })}
        disabledReason={disabledReason}
      />
      {texts.loud !== undefined && (
        <CopyBox
          kind="loud"
          text={texts.loud}
          lang="zh-CN"
          note={[
            t('loudSize', { seconds: secondsToRead(texts.loud) }),
            ...(page.language === 'en' ? [t('loudNote')] : []),
          ].join(' · ')}
          disabledReason={disabledReason}
        />
      )}
    </>
  );
}
