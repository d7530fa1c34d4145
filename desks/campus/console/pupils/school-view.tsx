import type { OutputOf } from '@liangbuwu/office/http/contract.ts';
import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { UploadIcon } from '@liangbuwu/ui/icons.ts';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page, Panel } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type AnswerState, countOf, stateWords } from '../../answers/answer.ts';
import type { viewSchool } from '../../answers/answers.contract.ts';
import type { School } from '../../campus.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { schoolLedgerQuery } from '../pupil-queries.ts';
import { ArrivalForm } from './arrival-form.tsx';
import { ListDialog } from './list-dialog.tsx';
import styles from './pupils.module.css';
import { TallyList } from './tally-list.tsx';

type ClassTally = OutputOf<typeof viewSchool>['classes'][number];
const shown: readonly AnswerState[] = ['may-return', 'missing', 'not-now', 'not-reported'];

/** A school's classes with how many may return; a class's pupils are on its own page. */
export function SchoolView(props: {
  school: School;
  response: Response;
  choose: ReactNode;
  onOpen(of: string): void;
}) {
  const { school, response } = props;
  const t = pupilMessages.use();
  const say = useSay();
  const format = useFormat();
  const [bringing, setBringing] = useState(false);
  const query = useQuery(schoolLedgerQuery(response.id, school.id));
  const columns: Column<ClassTally>[] = [
    {
      id: 'name',
      header: t('class'),
      cell: ({ area, name }) => (area === school.id ? t('staffOf') : name),
    },
    {
      id: 'people',
      header: t('list.people'),
      numeric: true,
      cell: ({ people }) => format.number(people),
      sort: ({ people }) => people,
    },
    ...shown.map(
      (state): Column<ClassTally> => ({
        id: state,
        header: say(stateWords[state]),
        numeric: true,
        cell: ({ tally }) => format.number(countOf(tally, state)),
        sort: ({ tally }) => countOf(tally, state),
      }),
    ),
  ];
  const tally = query.data?.tally ?? [];
  const people = query.data?.classes.reduce((sum, one) => sum + one.people, 0) ?? 0;
  return (
    <Page
      title={`${t('title')} · ${school.name}`}
      lead={
        query.data &&
        t('lead', {
          people: format.number(people),
          may: format.number(countOf(tally, 'may-return')),
          missing: format.number(countOf(tally, 'missing')),
          not: format.number(countOf(tally, 'not-now')),
          none: format.number(countOf(tally, 'not-reported', 'consent')),
        })
      }
      tools={
        <>
          {props.choose}
          <ActionButton icon={<UploadIcon />} onClick={() => setBringing(true)}>
            {t('deeds.file')}
          </ActionButton>
        </>
      }
      action={<ArrivalForm area={school.id} response={response.id} />}
    >
      <Loaded query={query}>
        {({ classes }) => (
          <div className={styles.beside}>
            <Panel flush title={t('list.classes')}>
              <DataTable
                caption={t('list.classes')}
                rows={classes}
                columns={columns}
                rowKey={({ area }) => area}
                rowName={({ name }) => name}
                onOpen={({ area }) => props.onOpen(area)}
              />
            </Panel>
            <Panel title={t('list.reasons')}>
              <TallyList tally={tally} />
            </Panel>
          </div>
        )}
      </Loaded>
      {bringing && (
        <ListDialog of={school} response={response.id} onClose={() => setBringing(false)} />
      )}
    </Page>
  );
}
