import { passQr } from '@liangbuwu/passes/qr.ts';
import { qrPath } from '@liangbuwu/passes/qr-path.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { A4Sheet, OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import type { LedgerLine } from '../../answers/answer.ts';
import { pupilMessages } from '../messages/pupils.ts';
import styles from './pupils.module.css';
import type { Links } from './use-links.ts';

const onOnePage = 8;

/** A slip for each family, to be cut and handed out. */
export function Slips(props: {
  title: string;
  school: string;
  class: string;
  lines: readonly LedgerLine[];
  links: Links;
  onBack(): void;
}) {
  const { title, links } = props;
  const t = pupilMessages.use();
  const pages = Array.from({ length: Math.ceil(links.length / onOnePage) }, (_, i) =>
    links.slice(i * onOnePage, (i + 1) * onOnePage),
  );
  return (
    <Page
      title={title}
      lead={t('detail.once')}
      tools={<ActionButton onClick={props.onBack}>{t('deeds.back')}</ActionButton>}
      action={
        <ActionButton type="primary" icon={<PrintIcon />} onClick={() => window.print()}>
          {t('deeds.print')}
        </ActionButton>
      }
    >
      <OnlyPaper>
        {pages.map((page) => (
          <A4Sheet key={page[0]?.household} name={title} language="zh-CN">
            <div className={styles.slips}>
              {page.map((link) => (
                <Slip key={link.household} link={link} {...props} />
              ))}
            </div>
          </A4Sheet>
        ))}
      </OnlyPaper>
    </Page>
  );
}

function Slip(props: {
  school: string;
  class: string;
  lines: readonly LedgerLine[];
  link: Links[number];
}) {
  const { lines, link } = props;
  const zh = pupilMessages.use('zh-CN');
  const en = pupilMessages.use('en');
  const { origin, host } = window.location;
  const address = `${origin}/p/campus/home/${link.secret}`;
  const qr = passQr(address);
  const names = link.members.map((id) => lines.find((line) => line.id === id)?.name ?? '');
  const typed = { address: `${host}/p/campus` };
  return (
    <section className={styles.slip} aria-label={names.join('、')}>
      <svg
        className={styles.qr}
        viewBox={`0 0 ${qr.size} ${qr.size}`}
        role="img"
        aria-label={address}
        shapeRendering="crispEdges"
      >
        <path d={qrPath(qr)} />
      </svg>
      <div>
        <p>
          <strong>{names.join('、')}</strong>
        </p>
        <p>{`${props.school} ${props.class} · ${zh('slip.title')}`}</p>
        <p className={styles.code}>{link.secret.match(/.{4}/g)?.join('-')}</p>
        <p>{zh('slip.scan', typed)}</p>
        <p>{zh('slip.note')}</p>
        <p lang="en">{en('slip.scan', typed)}</p>
      </div>
    </section>
  );
}
