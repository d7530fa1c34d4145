import { ActionButton } from '@liangbuwu/ui/action/action-button.tsx';
import { createUnsaved } from '@liangbuwu/ui/forms/unsaved.ts';
import { UnsavedProvider } from '@liangbuwu/ui/forms/unsaved-guard.tsx';
import {
  CompareIcon,
  EditIcon,
  HomeIcon,
  ListIcon,
  PlaceIcon,
  ScheduleIcon,
  SendIcon,
} from '@liangbuwu/ui/icons.ts';
import { LiveIndicator } from '@liangbuwu/ui/live/live-indicator.tsx';
import { NavigationProvider } from '@liangbuwu/ui/shell/app-link.tsx';
import { AppShell } from '@liangbuwu/ui/shell/app-shell.tsx';
import { Page } from '@liangbuwu/ui/shell/page.tsx';
import { useEffect, useState } from 'react';
import { FiguresSection } from './figures-section.tsx';
import { FormsSection } from './forms-section.tsx';
import { MapSection } from './map-section.tsx';
import { StatesSection } from './states-section.tsx';
import { TableSection } from './table-section.tsx';
import { galleryMessages } from './texts.ts';
import { TimelineSection } from './timeline-section.tsx';

const sections = {
  figures: { icon: <HomeIcon />, Section: FiguresSection },
  table: { icon: <ListIcon />, Section: TableSection },
  timeline: { icon: <ScheduleIcon />, Section: TimelineSection },
  map: { icon: <PlaceIcon />, Section: MapSection },
  states: { icon: <CompareIcon />, Section: StatesSection },
  forms: { icon: <EditIcon />, Section: FormsSection },
} as const;
type SectionName = keyof typeof sections;
const names = Object.keys(sections) as SectionName[];

const sectionIn = (hash: string) => names.find((name) => hash === `#${name}`) ?? 'figures';

export function Gallery() {
  const t = galleryMessages.use();
  const [unsaved] = useState(createUnsaved);
  const [current, setCurrent] = useState<SectionName>(() => sectionIn(window.location.hash));
  const [hour, setHour] = useState(6);
  useEffect(() => {
    const follow = () => setCurrent(sectionIn(window.location.hash));
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const { Section } = sections[current];
  return (
    <NavigationProvider
      navigate={(href) => {
        window.location.hash = href;
      }}
    >
      <UnsavedProvider unsaved={unsaved}>
        <AppShell
          home="#figures"
          address={current}
          current={`#${current}`}
          nav={[
            {
              id: 'blocks',
              label: t('title'),
              items: names.map((name) => ({
                href: `#${name}`,
                label: t(`nav.${name}`),
                icon: sections[name].icon,
              })),
            },
          ]}
          response={{ current: { id: 'r', label: t('response') } }}
          clock={{
            instant: `2022-11-10T${String(hour).padStart(2, '0')}:00:00+08:00`,
            menu: [
              { key: 'hour', label: t('clock.hour') },
              { key: 'morning', label: t('clock.morning') },
            ],
            onMenu: (key) => setHour(key === 'hour' ? Math.min(hour + 1, 23) : 7),
          }}
          scope={{
            current: { id: 'a', label: t('town') },
            choices: [
              { id: 'a', label: t('town') },
              { id: 'b', label: t('office') },
            ],
            onChoose: () => undefined,
          }}
          user={{
            name: t('person'),
            role: t('role'),
            menu: [{ key: 'leave', label: t('leave') }],
            onMenu: () => undefined,
          }}
          aside={<LiveIndicator state={{ is: 'open' }} retryNow={() => undefined} />}
        >
          <Page
            title={t(`nav.${current}`)}
            lead={t('lead')}
            tools={<ActionButton>{t('secondary')}</ActionButton>}
            action={
              <ActionButton type="primary" icon={<SendIcon />} disabledReason={t('reason')}>
                {t('primary')}
              </ActionButton>
            }
          >
            <Section />
          </Page>
        </AppShell>
      </UnsavedProvider>
    </NavigationProvider>
  );
}
