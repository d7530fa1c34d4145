import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import type { Column } from '@liangbuwu/ui/table/column.ts';
import { DataTable } from '@liangbuwu/ui/table/data-table.tsx';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type School, type SchoolClass, stageWords } from '../../campus.ts';
import { schoolsMessages } from '../messages/schools.ts';
import { usePermitted } from '../permitted.ts';
import { classesQuery } from '../queries.ts';
import { ClassDialog } from './class-dialog.tsx';
import { useGradeName } from './grade-name.ts';
import { SchoolDialog } from './school-dialog.tsx';
import styles from './schools.module.css';

/** A school's classes, and what can be done with them. */
export function SchoolDetail({ school }: { school: School }) {
  const t = schoolsMessages.use();
  const say = useSay();
  const gradeName = useGradeName();
  const [doing, setDoing] = useState<'school' | 'class' | SchoolClass>();
  const classes = useQuery(classesQuery(school.id));
  const outside = school.inScope ? undefined : t('detail.outside');
  const mayNotSetUp = usePermitted('campus.set-up') ?? outside;
  const mayNotClasses = usePermitted('campus.classes') ?? outside;
  const close = () => setDoing(undefined);
  const columns: Column<SchoolClass>[] = [
    { id: 'name', header: t('detail.name'), cell: ({ name }) => name },
    { id: 'stage', header: t('detail.stage'), cell: ({ stage }) => say(stageWords[stage]) },
    { id: 'grade', header: t('detail.grade'), inCard: 'aside', cell: gradeName },
  ];
  return (
    <div className={styles.detail}>
      <div className={styles.deeds}>
        <ActionButton disabledReason={mayNotSetUp} onClick={() => setDoing('school')}>
          {t('detail.edit')}
        </ActionButton>
        <ActionButton disabledReason={mayNotClasses} onClick={() => setDoing('class')}>
          {t('detail.addClass')}
        </ActionButton>
      </div>
      <Loaded query={classes}>
        {({ classes: rows }) =>
          rows.length === 0 ? (
            <p>{t('detail.none')}</p>
          ) : (
            <DataTable
              caption={t('detail.classes', { school: school.name })}
              rows={rows}
              columns={columns}
              rowKey={({ id }) => id}
              rowName={({ name }) => t('detail.editClass', { class: name })}
              {...(!mayNotClasses && { onOpen: setDoing })}
            />
          )
        }
      </Loaded>
      {doing === 'school' && <SchoolDialog school={school} onClose={close} />}
      {doing === 'class' && <ClassDialog school={school} onClose={close} />}
      {typeof doing === 'object' && <ClassDialog school={school} of={doing} onClose={close} />}
    </div>
  );
}
