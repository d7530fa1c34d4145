import type { Call, Plan } from '@liangbuwu/sampling/problem.ts';
import { PrintIcon } from '@liangbuwu/ui/icons.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { A4Sheet, OnlyPaper } from '@liangbuwu/ui/paper/a4-sheet.tsx';
import { Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Button } from 'antd';
import type { SessionFields } from '../../sampling/session.ts';
import { samplingMessages } from '../messages/sampling.ts';
import styles from './sampling.module.css';

/** Lines that fit on a page below its head. */
const onPage = 24;

/** Whom to call when, on paper for whoever calls them. */
export function CallSheet(props: { fields: SessionFields; planned: Plan; school: string }) {
  const { fields, planned, school } = props;
  const t = samplingMessages.use();
  const format = useFormat();
  const lines = planned.calls.flatMap((call) =>
    call.parts.map((part, i) => ({ call, part, first: i === 0 })),
  );
  const pages = Array.from({ length: Math.ceil(lines.length / onPage) }, (_, i) =>
    lines.slice(i * onPage, (i + 1) * onPage),
  );
  const who = ({ group, from, to }: Call['parts'][number]) => {
    const called = fields.groups[Number(group)];
    const all = from === 1 && to === called?.people;
    return t(all ? 'calls.whole' : 'calls.part', {
      group: called?.name ?? '',
      from: format.number(from),
      to: format.number(to),
    });
  };
  return (
    <Panel
      title={t('calls.title')}
      tools={
        <Button icon={<PrintIcon />} onClick={() => window.print()}>
          {t('calls.print')}
        </Button>
      }
    >
      <OnlyPaper>
        {pages.map((page, number) => (
          <A4Sheet
            key={page[0]?.call.at ?? 0}
            name={t('calls.title')}
            language={format.language}
            className={styles.sheet}
          >
            <header className={styles.head}>
              <h2 className={styles.sheetTitle}>
                {school} · {t('calls.title')}
              </h2>
              <p>
                {format.date(fields.day)} {format.timeOfDay(fields.start)} · {fields.place}
                {pages.length > 1 && ` · ${number + 1} / ${pages.length}`}
              </p>
            </header>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('calls.leave')}</th>
                  <th scope="col">{t('calls.at')}</th>
                  <th scope="col">{t('calls.who')}</th>
                  <th scope="col">{t('calls.people')}</th>
                  <th scope="col">{t('calls.tick')}</th>
                </tr>
              </thead>
              <tbody>
                {page.map(({ call, part }) => (
                  <tr key={`${part.group} ${part.from}`}>
                    <td>{format.timeOfDay(part.leave)}</td>
                    <td>{format.timeOfDay(call.at)}</td>
                    <th scope="row">{who(part)}</th>
                    <td>{format.number(part.to - part.from + 1)}</td>
                    <td aria-label={t('calls.tick')}>□</td>
                  </tr>
                ))}
              </tbody>
            </table>
            <p className={styles.sheetFoot}>
              {t('calls.foot', {
                people: format.number(planned.people),
                tubes: format.number(planned.tubes),
                samplers: format.number(fields.samplers),
                perTube: format.number(fields.perTube),
              })}
            </p>
          </A4Sheet>
        ))}
      </OnlyPaper>
    </Panel>
  );
}
