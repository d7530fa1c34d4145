import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { Button } from '@liangbuwu/ui/phone/button.tsx';
import { Card } from '@liangbuwu/ui/phone/card.tsx';
import { useEffect, useState } from 'react';
import { fieldMessages } from '../messages.ts';
import { unsent } from '../outbox/states.ts';
import type { Person } from '../session/session.ts';
import type { Field } from '../use-field.ts';
import styles from './shell.module.css';

export function MePage({ field, me }: { field: Field; me: Person }) {
  const t = fieldMessages.use();
  const { language, setLanguage } = useLanguage();
  const [failed, setFailed] = useState(false);
  const persisted = usePersisted();
  const waiting = field.entries.filter(({ state }) => unsent.includes(state)).length;
  return (
    <>
      <h1>{t('me.title')}</h1>
      <Card>
        <p className={styles.muted}>{t('me.account')}</p>
        <h2>{me.name}</h2>
        {waiting > 0 && <p>{t('me.leave-waiting', { count: waiting })}</p>}
        <Button wide onClick={() => void field.leave().then((left) => setFailed(!left))}>
          {t('me.leave')}
        </Button>
        {failed && <p role="alert">{t('me.leave-unreachable')}</p>}
      </Card>
      <Card>
        <h2>{t('me.language-label')}</h2>
        <Button wide onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}>
          <span lang={language === 'en' ? 'zh-CN' : 'en'}>{t('me.language')}</span>
        </Button>
      </Card>
      <Card>
        <h2>{t('me.keeps')}</h2>
        {!window.isSecureContext && <p role="alert">{t('me.insecure')}</p>}
        {persisted !== undefined && <p>{persisted ? t('me.persisted') : t('me.not-persisted')}</p>}
        <p className={styles.muted}>{t('me.install')}</p>
        <a href="/">{t('me.console')}</a>
      </Card>
    </>
  );
}

/** Whether the browser promised to keep what is stored; undefined where it cannot say. */
function usePersisted(): boolean | undefined {
  const [persisted, setPersisted] = useState<boolean>();
  useEffect(() => {
    void navigator.storage?.persisted?.().then(setPersisted);
  }, []);
  return persisted;
}
