import { LanguageIcon } from '@liangbuwu/ui/icons.ts';
import { useLanguage } from '@liangbuwu/ui/language/language.ts';
import { uiMessages } from '@liangbuwu/ui/messages.ts';
import { ProductMark } from '@liangbuwu/ui/shell/product-mark.tsx';
import { type ReactNode, useEffect } from 'react';
import { consoleMessages } from '../messages.ts';
import styles from './entrance.module.css';

/** What the pages before signing in stand in. */
export function EntranceFrame(props: { title: string; wide?: boolean; children: ReactNode }) {
  const t = consoleMessages.use();
  const ui = uiMessages.use();
  const { language, setLanguage } = useLanguage();
  const product = ui('product');
  useEffect(() => {
    document.title = `${props.title} · ${product}`;
  }, [props.title, product]);
  return (
    <div className={styles.entrance}>
      <header className={styles.band}>
        <div className={styles.bandInner}>
          <ProductMark size={40} />
          <div className={styles.name}>
            <span className={styles.product}>{product}</span>
            <span className={styles.slogan}>{t('entrance.slogan')}</span>
          </div>
          <button
            type="button"
            className={styles.language}
            onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
          >
            <LanguageIcon />{' '}
            <span lang={language === 'en' ? 'zh-CN' : 'en'}>{ui('language.switch')}</span>
            <span className="visually-hidden"> {ui('language.label')}</span>
          </button>
        </div>
      </header>
      <main className={styles.sheet} data-wide={props.wide || undefined}>
        {props.children}
      </main>
    </div>
  );
}
