import './base.css';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import type { i18n } from 'i18next';
import { type ReactNode, useLayoutEffect, useMemo } from 'react';
import { I18nextProvider } from 'react-i18next';
import { BusyIcon } from '../icons.ts';
import { useLanguage } from '../language/language.ts';
import { antdTheme } from './antd-theme.ts';
import { applyCssVariables } from './css-variables.ts';
import { useCalmMotion } from './media.ts';

/** Everything the blocks stand in: language, antd's theme and texts, the CSS variables. */
export function UiProvider(props: { language: i18n; children: ReactNode }) {
  useLayoutEffect(() => applyCssVariables(document.documentElement), []);
  return (
    <I18nextProvider i18n={props.language}>
      <AntdProvider>{props.children}</AntdProvider>
    </I18nextProvider>
  );
}

function AntdProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const calm = useCalmMotion();
  const theme = useMemo(() => antdTheme({ motion: !calm }), [calm]);
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'en' ? en : zh}
      button={{
        autoInsertSpace: false,
        // antd's own fades out, and stays in the button's name for good where it was asked to before it had faded in.
        loadingIcon: <BusyIcon aria-hidden />,
      }}
      wave={{ disabled: true }}
      form={{ requiredMark: 'optional' }}
    >
      <App component={false}>{children}</App>
    </ConfigProvider>
  );
}
