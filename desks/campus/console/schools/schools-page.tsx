import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { schoolsMessages } from '../messages/schools.ts';
import { usePermitted } from '../permitted.ts';
import { schoolsQuery } from '../queries.ts';
import { SchoolDialog } from './school-dialog.tsx';
import { SchoolTable } from './school-table.tsx';

/** The schools within reach, each with its classes. */
export default function SchoolsPage() {
  const t = schoolsMessages.use();
  const format = useFormat();
  const denied = usePermitted('campus.set-up');
  const [adding, setAdding] = useState(false);
  const schools = useQuery(schoolsQuery);
  const classes = schools.data?.schools.reduce((sum, school) => sum + school.classes, 0) ?? 0;
  return (
    <Page
      title={t('title')}
      lead={
        schools.data &&
        t('lead', {
          schools: format.number(schools.data.schools.length),
          classes: format.number(classes),
        })
      }
      action={
        <ActionButton type="primary" disabledReason={denied} onClick={() => setAdding(true)}>
          {t('add')}
        </ActionButton>
      }
    >
      <Loaded query={schools}>{({ schools: rows }) => <SchoolTable schools={rows} />}</Loaded>
      {adding && <SchoolDialog onClose={() => setAdding(false)} />}
    </Page>
  );
}
