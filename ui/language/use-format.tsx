import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { createFormat, type Format } from './format.ts';
import { useLanguage } from './language.ts';

const TimeZone = createContext('Asia/Shanghai');

/** The response's time zone, for every time shown below it. */
export function TimeZoneProvider(props: { timeZone: string; children: ReactNode }) {
  return <TimeZone value={props.timeZone}>{props.children}</TimeZone>;
}

export function useFormat(): Format {
  const { language } = useLanguage();
  const timeZone = useContext(TimeZone);
  return useMemo(() => createFormat(language, timeZone), [language, timeZone]);
}
