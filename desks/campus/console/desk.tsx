import { ScheduleIcon, SchoolIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { batchesMessages } from './messages/batches.ts';
import { reopeningMessages } from './messages/reopening.ts';
import { schoolsMessages } from './messages/schools.ts';
import { reopeningPath, schoolsPath } from './paths.ts';
import { type CampusSearch, readCampusSearch } from './search.ts';

const titles = {
  schools: { 'zh-CN': '学校', en: 'Schools' },
  reopening: { 'zh-CN': '复学方案', en: 'Reopening plans' },
  batches: { 'zh-CN': '返校批次与公告', en: 'Batches and announcements' },
} as const;

/** The campus desk's pages, as the console lists them. */
export const campusConsole: ConsoleDesk = {
  id: 'campus',
  name: { 'zh-CN': '校园', en: 'Campus' },
  onceOpened: {
    'zh-CN': '登记学校和班级以后，班主任只看到本班。',
    en: 'Once schools and classes are set up, a class teacher sees the own class alone.',
  },
  nav: [
    { href: schoolsPath, label: titles.schools, icon: SchoolIcon, permission: 'campus.read' },
    {
      href: reopeningPath,
      label: titles.reopening,
      icon: ScheduleIcon,
      permission: 'campus.plans',
    },
  ],
  routes: [
    deskRoute({
      path: schoolsPath,
      title: titles.schools,
      permission: 'campus.read',
      page: () => import('./schools/schools-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: reopeningPath,
      title: titles.reopening,
      permission: 'campus.plans',
      search: readCampusSearch,
      page: () => import('./reopening/reopenings-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: `${reopeningPath}/$school`,
      title: titles.reopening,
      permission: 'campus.plans',
      search: readCampusSearch,
      page: () => import('./reopening/plan-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: `${reopeningPath}/$school/batches`,
      title: titles.batches,
      permission: 'campus.plans',
      search: readCampusSearch,
      page: () => import('./batches/batches-page.tsx'),
    }),
  ],
  messages: [schoolsMessages, reopeningMessages, batchesMessages],
};
