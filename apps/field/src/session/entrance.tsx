import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { fieldMessages } from '../messages.ts';
import styles from '../shell/shell.module.css';
import type { Field } from '../use-field.ts';
import { SignIn } from './sign-in.tsx';

export function Entrance({ field }: { field: Field }) {
  const t = fieldMessages.use();
  const { language, setLanguage } = useLanguage();
  return (
    <>
      <header className={styles.brand}>
        <img src="/field/icon.svg" width="48" height="48" alt="" />
        <h1>{t('product')}</h1>
        <button
          type="button"
          className={styles.language}
          onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
        >
          <span lang={language === 'en' ? 'zh-CN' : 'en'}>{t('me.language')}</span>
        </button>
      </header>
      <main className={styles.main}>
        {field.others.map(({ account, name, count }) => (
          <p key={account}>{t('entrance.waiting', { name, count })}</p>
        ))}
        <SignIn field={field} />
      </main>
    </>
  );
}
