import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { pupilMessages } from '../messages/pupils.ts';
import { useLivePupils } from '../pupil-queries.ts';
import type { CampusSearch } from '../search.ts';
import { WithClass } from '../with-class.tsx';
import { ClassView } from './class-view.tsx';
import { SchoolView } from './school-view.tsx';

/** One class with its pupils, a school’s staff in no class, or a school with its classes. */
export default function PupilsPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = pupilMessages.use();
  useLivePupils();
  return (
    <WithClass staff title={t('title')} search={search} setSearch={setSearch}>
      {({ class: of, ...rest }) =>
        of ? (
          <ClassView key={of.id} of={of} {...rest} />
        ) : rest.school.inScope && search.class === rest.school.id ? (
          <ClassView
            key="staff"
            onlyStaff
            of={{ id: rest.school.id, name: t('staffOf') }}
            {...rest}
          />
        ) : (
          <SchoolView key={rest.school.id} {...rest} />
        )
      }
    </WithClass>
  );
}
