import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { School } from '../campus.ts';
import { schoolsMessages } from './messages/schools.ts';
import { schoolsQuery } from './queries.ts';

/** A page about one school: the one in its address, else the largest within reach; `choice` is to change it. */
export function WithSchool(props: {
  title: string;
  chosen: string | undefined;
  onChoose(school: string): void;
  children(school: School, choice: ReactNode): ReactNode;
}) {
  const t = schoolsMessages.use();
  const schools = useQuery(schoolsQuery);
  if (!schools.data)
    return (
      <Page title={props.title}>
        <Loaded query={schools}>{() => null}</Loaded>
      </Page>
    );
  const within = schools.data.schools.filter(({ inScope }) => inScope);
  const [largest] = [...within].sort((a, b) => b.classes - a.classes);
  const school = within.find(({ id }) => id === props.chosen) ?? largest;
  if (!school)
    return (
      <Page title={props.title}>
        <EmptyState title={t('list.none')}>{t('list.noneNote')}</EmptyState>
      </Page>
    );
  const choice = within.length > 1 && (
    <Select
      aria-label={t('list.name')}
      value={school.id}
      onChange={props.onChoose}
      popupMatchSelectWidth={false}
      options={within.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
  return props.children(school, choice);
}
