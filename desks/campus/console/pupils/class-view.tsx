import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { countOf } from '../../answers/answer.ts';
import type { School, SchoolClass } from '../../campus.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { classLedgerQuery, siblingsQuery } from '../pupil-queries.ts';
import { ClassTimes } from '../times/class-times.tsx';
import { AddDialog } from './add-dialog.tsx';
import { ArrivalForm } from './arrival-form.tsx';
import { ListDialog } from './list-dialog.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { PupilTable } from './pupil-table.tsx';
import styles from './pupils.module.css';
import { Slips } from './slips.tsx';
import { TallyList } from './tally-list.tsx';
import { useLinks } from './use-links.ts';

/** A class, or a school’s staff in no class: who reported, what the rule says of each, and the links by which families report. */
export function ClassView(props: {
  school: School;
  of: Pick<SchoolClass, 'id' | 'name'>;
  onlyStaff?: boolean;
  response: Response;
  choose: ReactNode;
}) {
  const { school, of, response, onlyStaff = false } = props;
  const t = pupilMessages.use();
  const say = useSay();
  const format = useFormat();
  const query = useQuery(classLedgerQuery(response.id, of.id));
  const siblings = useQuery(siblingsQuery(response.id, of.id));
  const [adding, setAdding] = useState<'one' | 'list' | 'file'>();
  const [onlyOpen, setOnlyOpen] = useState(false);
  const links = useLinks(response.id, of.id);
  const lines = query.data?.lines ?? [];
  const unlinked = lines.filter(({ linked, kind }) => !linked && kind === 'pupil');
  const title = `${school.name} · ${of.name}`;
  if (links.printed)
    return (
      <Slips
        title={title}
        school={school.name}
        class={of.name}
        lines={lines}
        links={links.printed}
        onBack={links.done}
      />
    );
  const list = { of, onlyStaff, response: response.id, onClose: () => setAdding(undefined) };
  const tally = query.data?.tally ?? [];
  const rule = query.data?.rule;
  return (
    <Page
      title={title}
      lead={
        query.data &&
        t('lead', {
          people: format.number(lines.length),
          may: format.number(countOf(tally, 'may-return')),
          missing: format.number(countOf(tally, 'missing')),
          not: format.number(countOf(tally, 'not-now')),
          none: format.number(countOf(tally, 'not-reported', 'consent')),
        })
      }
      tools={
        <>
          {props.choose}
          <ActionButton onClick={() => setAdding('one')}>
            {t(onlyStaff ? 'deeds.addStaff' : 'deeds.add')}
          </ActionButton>
          <ActionButton onClick={() => setAdding('list')}>{t('deeds.paste')}</ActionButton>
          {!onlyStaff && (
            <ActionButton icon={<UploadIcon />} onClick={() => setAdding('file')}>
              {t('deeds.file')}
            </ActionButton>
          )}
        </>
      }
      action={
        !onlyStaff && (
          <ActionButton
            type="primary"
            loading={links.give.isPending}
            disabledReason={
              lines.length === 0
                ? t('deeds.noPupils')
                : unlinked.length === 0
                  ? t('deeds.linksNone')
                  : undefined
            }
            onClick={() =>
              links.give.mutate({ members: unlinked.map(({ id }) => id), print: true })
            }
          >
            {t('deeds.links')}
          </ActionButton>
        )
      }
    >
      {links.give.error && <ErrorState inline error={links.give.error} />}
      <Loaded query={query}>
        {(ledger) => (
          <>
            <div className={styles.deeds}>
              <span>
                {rule
                  ? t('by', {
                      when: format.instant(ledger.arrival),
                      rule: say(rule.name),
                      number: format.number(rule.number),
                    })
                  : t('nothing')}{' '}
                {!ledger.arrivalKnown && t('notSet', { when: format.instant(ledger.arrival) })}
              </span>
              <ArrivalForm area={of.id} response={response.id} at={ledger.arrival} />
            </div>
            <div className={styles.beside}>
              <Panel
                flush
                title={t(onlyStaff ? 'staffOf' : 'list.title')}
                tools={
                  // biome-ignore lint/a11y/noLabelWithoutControl: antd's Switch is a button
                  <label className={styles.deeds}>
                    <Switch size="small" checked={onlyOpen} onChange={setOnlyOpen} />
                    {t('deeds.unreported')}
                  </label>
                }
              >
                <PupilTable
                  ledger={ledger}
                  lines={onlyOpen ? lines.filter(({ reported }) => reported === null) : lines}
                  siblings={siblings.data?.siblings ?? []}
                  response={response}
                  class={of.id}
                />
              </Panel>
              <Panel title={t('list.reasons')}>
                <TallyList tally={tally} />
              </Panel>
            </div>
            <ClassTimes class={of.id} />
          </>
        )}
      </Loaded>
      {adding === 'one' && <AddDialog {...list} />}
      {adding === 'list' && <PasteDialog {...list} />}
      {adding === 'file' && <ListDialog of={of} response={response.id} onClose={list.onClose} />}
    </Page>
  );
}
