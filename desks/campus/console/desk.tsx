import { SchoolIcon, TestIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { samplingMessages } from './messages/sampling.ts';
import { schoolsMessages } from './messages/schools.ts';
import { samplingPath, schoolsPath } from './paths.ts';
import { type CampusSearch, readCampusSearch } from './search.ts';

const titles = {
  schools: { 'zh-CN': '学校', en: 'Schools' },
  sampling: { 'zh-CN': '采样安排', en: 'Sampling' },
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
    { href: samplingPath, label: titles.sampling, icon: TestIcon, permission: 'campus.sampling' },
  ],
  routes: [
    deskRoute({
      path: schoolsPath,
      title: titles.schools,
      permission: 'campus.read',
      page: () => import('./schools/schools-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: samplingPath,
      title: titles.sampling,
      permission: 'campus.sampling',
      search: readCampusSearch,
      page: () => import('./sampling/sampling-page.tsx'),
    }),
  ],
  messages: [schoolsMessages, samplingMessages],
};
