import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import { checksMessages } from '../messages/checks.ts';
import type { CampusSearch } from '../search.ts';
import { type ClassChoice, WithClass } from '../with-class.tsx';
import { CaseList } from './case-list.tsx';
import { CheckTable } from './check-table.tsx';
import { CheckTiles } from './check-tiles.tsx';
import { checksQuery, useLiveChecks } from './checks-queries.ts';
import { ClassChecks } from './class-checks.tsx';
import { OpenChecks } from './open-checks.tsx';

/** A class’s checks of today, or a school’s, and what the symptoms found in them lead to. */
export default function ChecksPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = checksMessages.use();
  useLiveChecks();
  return (
    <WithClass title={t('title')} search={search} setSearch={setSearch}>
      {(of) => <ChecksOf key={of.class?.id ?? of.school.id} of={of} />}
    </WithClass>
  );
}

function ChecksOf({ of }: { of: ClassChoice }) {
  const { school, class: chosen, response } = of;
  const t = checksMessages.use();
  const format = useFormat();
  const query = useQuery(checksQuery(response.id, chosen?.id ?? school.id));
  const now = query.data?.now ?? response.now;
  const when = { day: format.date(response.today), time: format.findMoment(now)?.time ?? '' };
  return (
    <Page
      title={`${school.name}${chosen ? ` ${chosen.name}` : ''} · ${t('title')}`}
      lead={chosen ? t('leadClass', when) : t('lead', when)}
      tools={of.choose}
    >
      <Loaded query={query}>
        {(day) =>
          chosen ? (
            <>
              {day.classes.map((one) => (
                <ClassChecks key={one.area} day={day} of={one} response={response.id} />
              ))}
              <CaseList day={day} response={response.id} />
            </>
          ) : (
            <>
              <CheckTiles day={day} />
              <CaseList day={day} response={response.id} />
              <OpenChecks classes={day.classes} />
              <CheckTable classes={day.classes} onOpen={of.onOpen} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
