import { StatTile } from '@liangbuwu/ui/figures/stat-tile.tsx';
import { useFormat } from '@liangbuwu/ui/language/use-format.tsx';
import type { PageProps } from '@liangbuwu/ui/shell/desk.ts';
import { Page, Panel, Tiles } from '@liangbuwu/ui/shell/page.tsx';
import { EmptyState } from '@liangbuwu/ui/state/empty-state.tsx';
import { Loaded } from '@liangbuwu/ui/state/loaded.tsx';
import { useQuery } from '@tanstack/react-query';
import type { ToldClass, Urgency } from '../../told/told.ts';
import { toldMessages } from '../messages/told.ts';
import type { CampusSearch } from '../search.ts';
import { type ClassChoice, WithClass } from '../with-class.tsx';
import { familiesOf } from './families.ts';
import { FamilyList } from './family-list.tsx';
import { ToldClassTable } from './told-class-table.tsx';
import { untoldQuery, useLiveTold } from './told-queries.ts';

/** Whose answer changed without the family knowing. */
export default function ToldPage({ search, setSearch }: PageProps<CampusSearch>) {
  const t = toldMessages.use();
  useLiveTold();
  return (
    <WithClass title={t('title')} search={search} setSearch={setSearch}>
      {(of) => <ToldOf key={of.class?.id ?? of.school.id} of={of} />}
    </WithClass>
  );
}

function ToldOf({ of }: { of: ClassChoice }) {
  const { school, class: chosen, response } = of;
  const t = toldMessages.use();
  const query = useQuery(untoldQuery(response.id, chosen?.id ?? school.id));
  const place = `${school.name}${chosen ? ` ${chosen.name}` : ''}`;
  return (
    <Page title={`${place} · ${t('title')}`} lead={t('lead')} tools={of.choose}>
      <Loaded query={query}>
        {({ classes, lines }) => {
          const families = familiesOf(lines);
          const changed = families.filter(({ urgency }) => urgency !== 'never');
          const never = families.filter(({ urgency }) => urgency === 'never');
          return (
            <>
              <ToldTiles classes={classes} />
              {chosen ? (
                <>
                  <Panel title={t('changed')} note={t('changedNote')}>
                    <FamilyList
                      families={changed}
                      of={{ ...of, class: chosen }}
                      empty={
                        <EmptyState small title={t('none')}>
                          {t('noneNote')}
                        </EmptyState>
                      }
                    />
                  </Panel>
                  {never.length > 0 && (
                    <Panel title={t('never')} note={t('neverNote')}>
                      <FamilyList families={never} of={{ ...of, class: chosen }} />
                    </Panel>
                  )}
                </>
              ) : (
                <Panel flush title={t('classes')}>
                  <ToldClassTable classes={classes} onOpen={of.onOpen} />
                </Panel>
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function ToldTiles({ classes }: { classes: readonly ToldClass[] }) {
  const t = toldMessages.use();
  const format = useFormat();
  const sum = (of: Urgency) => classes.reduce((all, { counts }) => all + counts[of], 0);
  const [soonest] = classes.flatMap((one) => one.soonest ?? []).sort();
  const [comes, may] = [sum('comes'), sum('may')];
  return (
    <Tiles>
      <StatTile
        label={t('tiles.comes')}
        value={format.number(comes)}
        level={comes > 0 ? 'bad' : 'ok'}
        note={soonest ? t('tiles.soonest', { day: format.date(soonest) }) : t('tiles.comesNote')}
      />
      <StatTile
        label={t('tiles.may')}
        value={format.number(may)}
        level={may > 0 ? 'warn' : 'ok'}
        note={t('tiles.mayNote')}
      />
      <StatTile
        label={t('tiles.other')}
        value={format.number(sum('other'))}
        note={t('tiles.otherNote')}
      />
      <StatTile
        label={t('tiles.never')}
        value={format.number(sum('never'))}
        note={t('tiles.neverNote')}
      />
    </Tiles>
  );
}
