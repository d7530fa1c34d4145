import { call } from '@liangbuwu/office/http/console/call.ts';
import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { useUnsavedGuard } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import { useSay } from '@liangbuwu/ui/language/language.ts';
import { AppLink } from '@liangbuwu/ui/shell/app-link.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { ErrorState } from '@liangbuwu/ui/state/error-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App } from 'antd';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { School, SchoolClass } from '../../../campus.ts';
import type { SchoolDay } from '../../../times/day.ts';
import { dayFaults } from '../../../times/day-faults.ts';
import { putSchoolDay } from '../../../times/times.contract.ts';
import { schoolDayMessages } from '../../messages/school-day.ts';
import { timesPath } from '../../paths.ts';
import { usePermitted } from '../../permitted.ts';
import { classesQuery } from '../../queries.ts';
import { WithSchool } from '../../with-school.tsx';
import type { TimesSearch } from '../search.ts';
import { schoolDayQuery, timesKey } from '../times-queries.ts';
import { ClassTable, SiblingTable } from './class-tables.tsx';
import { draftOf } from './draft.ts';
import { BusTable, GateTable, StairTable } from './place-tables.tsx';
import styles from './school-day.module.css';
import { CanteenFields, StartTable } from './time-tables.tsx';

export interface TableProps {
  day: SchoolDay;
  change(patch: Partial<SchoolDay>): void;
}

/** What a school has, on one page, saved whole. */
export default function SchoolDayPage({ search, setSearch }: PageProps<TimesSearch>) {
  const t = schoolDayMessages.use();
  return (
    <WithSchool
      title={t('title')}
      chosen={search.school}
      onChoose={(school) => setSearch({ school })}
    >
      {(school, choice) => <Day key={school.id} school={school} choice={choice} />}
    </WithSchool>
  );
}

function Day({ school, choice }: { school: School; choice: ReactNode }) {
  const t = schoolDayMessages.use();
  const classes = useQuery(classesQuery(school.id));
  const saved = useQuery(schoolDayQuery(school.id));
  if (!classes.data || !saved.data)
    return (
      <Page title={t('title')} tools={choice}>
        <Loaded query={classes.data ? saved : classes}>{() => null}</Loaded>
      </Page>
    );
  if (classes.data.classes.length === 0)
    return (
      <Page title={t('title')} tools={choice}>
        <EmptyState title={t('noClasses')}>{t('noClassesNote')}</EmptyState>
      </Page>
    );
  return (
    <DayForm
      school={school}
      choice={choice}
      classes={classes.data.classes}
      saved={saved.data.saved}
    />
  );
}

function DayForm(props: {
  school: School;
  choice: ReactNode;
  classes: readonly SchoolClass[];
  saved: { version: number; day: SchoolDay } | null;
}) {
  const { school, classes } = props;
  const t = schoolDayMessages.use();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const denied = usePermitted(putSchoolDay.permission);
  // What somebody else saves meanwhile does not take away what is being filled in: saving says so.
  const [version, setVersion] = useState(props.saved?.version ?? 0);
  const [kept, setKept] = useState(() => draftOf(props.saved?.day, classes));
  const [day, setDay] = useState(kept);
  const [tried, setTried] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  const names = useMemo(() => new Map(classes.map(({ id, name }) => [id, name])), [classes]);
  const faults = useMemo(() => dayFaults(day, names), [day, names]);
  const save = useMutation({
    mutationFn: () => call(putSchoolDay, { params: { school: school.id }, body: { version, day } }),
    onSuccess: async ({ saved }) => {
      void message.success(t('saved'));
      setVersion(saved?.version ?? version);
      setKept(day);
      await queries.invalidateQueries({ queryKey: timesKey });
    },
    onError: () => top.current?.scrollIntoView({ block: 'center' }),
  });
  useUnsavedGuard(day !== kept);
  const table: TableProps = {
    day,
    change: (patch) => {
      setDay((before) => ({ ...before, ...patch }));
      save.reset();
    },
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      tools={
        <>
          {props.choice}
          <AppLink href={`${timesPath}?school=${school.id}`}>{t('back')}</AppLink>
        </>
      }
      action={
        <ActionButton
          type="primary"
          disabledReason={denied}
          loading={save.isPending}
          onClick={() => {
            setTried(true);
            if (faults.length === 0) save.mutate();
            else top.current?.scrollIntoView({ block: 'center' });
          }}
        >
          {t('save')}
        </ActionButton>
      }
    >
      <div ref={top} className={styles.faults}>
        {tried && faults.length > 0 && <Faults faults={faults} />}
        {save.error && <ErrorState inline error={save.error} />}
      </div>
      <StartTable {...table} />
      <GateTable {...table} />
      <StairTable {...table} />
      <BusTable {...table} />
      <CanteenFields {...table} />
      <ClassTable {...table} names={names} />
      <SiblingTable {...table} names={names} />
    </Page>
  );
}

function Faults({ faults }: { faults: ReturnType<typeof dayFaults> }) {
  const t = schoolDayMessages.use();
  const say = useSay();
  return (
    <Alert
      type="error"
      showIcon
      title={t('faults')}
      description={
        <ul className={styles.list}>
          {faults.map(({ path, code, cause, remedy }) => (
            <li key={`${path} ${code}`}>
              {say(cause)} {say(remedy)}
            </li>
          ))}
        </ul>
      }
    />
  );
}
