import type { Response } from '@liangbuwu/office/responses/contract.ts';
import { Fragment, type ReactNode } from 'react';
import type { School } from '../campus.ts';
import type { CampusSearch } from './search.ts';
import { WithEpidemic } from './with-epidemic.tsx';
import { WithSchool } from './with-school.tsx';

export interface OfSchoolChoice {
  school: School;
  of: Response;
  /** To change the school. */
  choice: ReactNode;
}

/** A page about one school in one epidemic; begun anew for another of either. */
export function OfSchool(props: {
  title: string;
  search: CampusSearch;
  setSearch(patch: Partial<CampusSearch>, options?: { replace?: boolean }): void;
  children(chosen: OfSchoolChoice): ReactNode;
}) {
  const { title, search, setSearch } = props;
  return (
    <WithEpidemic title={title} search={search} setSearch={setSearch}>
      {(of) => (
        <WithSchool
          title={title}
          chosen={search.school}
          onChoose={(school) => setSearch({ school })}
        >
          {(school, choice) => (
            <Fragment key={`${school.id} ${of.id}`}>
              {props.children({ school, of, choice })}
            </Fragment>
          )}
        </WithSchool>
      )}
    </WithEpidemic>
  );
}
