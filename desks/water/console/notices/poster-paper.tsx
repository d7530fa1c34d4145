import type { Language } from '@liangbuwu/ui/language/messages.ts';
import { Both, Poster } from '@liangbuwu/ui/paper/poster.tsx';
import { posterMessages } from '../messages/poster.ts';
import paper from './paper.module.css';
import { Blank } from './paper.tsx';
import { widthOf } from './paper-room.ts';
import styles from './poster.module.css';
import { qrPath } from './qr-path.ts';

const tells = ['next', 'windows', 'door', 'missed'] as const;

/** A point's poster: one A4 page in both languages that leads to its public page. */
export function PosterPaper(props: {
  name: string;
  code: string;
  desk: string;
  /** Where this server is reached: the address that the page itself came from. */
  origin: string;
  day: Record<Language, string>;
}) {
  const { name, code, desk, origin, day } = props;
  const zh = posterMessages.use('zh-CN');
  const en = posterMessages.use('en');
  const link = `${origin}/p/${code}`;
  const qr = qrPath(link);
  const address = `${origin.replace(/^https?:\/\//, '')}/p`;
  return (
    <Poster
      name={name}
      nameSize={`min(24mm, ${184 / widthOf(name)}mm)`}
      kicker={{ 'zh-CN': zh('kicker', { desk }), en: en('kicker', { desk }) }}
      scan={{ 'zh-CN': zh('scan'), en: en('scan') }}
      link={link}
      qr={qr}
      code={code}
      tells={tells.map((one) => ({ 'zh-CN': zh(`tells.${one}`), en: en(`tells.${one}`) }))}
      note={{
        'zh-CN': `${zh('free')}。${zh('type', { address })}`,
        en: `${en('free')}. ${en('type', { address })}`,
      }}
    >
      <p className={styles.ask}>
        <strong>
          <Both of={{ 'zh-CN': zh('ask'), en: en('ask') }} />
        </strong>
        <Blank label="" />
        <strong>
          <Both of={{ 'zh-CN': zh('phone'), en: en('phone') }} />
        </strong>
        <Blank label="" />
      </p>
      <p className={paper.foot}>
        {zh('valid', { day: day['zh-CN'] })} <span lang="en">{en('valid', { day: day.en })}</span>
      </p>
    </Poster>
  );
}
