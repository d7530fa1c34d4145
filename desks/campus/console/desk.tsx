import { SchoolIcon, UserIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { pupilMessages } from './messages/pupils.ts';
import { schoolsMessages } from './messages/schools.ts';
import { pupilsPath, schoolsPath } from './paths.ts';
import { type CampusSearch, readCampusSearch } from './search.ts';

const titles = {
  schools: { 'zh-CN': '学校', en: 'Schools' },
  pupils: { 'zh-CN': '学生与填报', en: 'Pupils and reports' },
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
    { href: pupilsPath, label: titles.pupils, icon: UserIcon, permission: 'campus.pupils' },
  ],
  routes: [
    deskRoute({
      path: schoolsPath,
      title: titles.schools,
      permission: 'campus.read',
      page: () => import('./schools/schools-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: pupilsPath,
      title: titles.pupils,
      permission: 'campus.pupils',
      search: readCampusSearch,
      page: () => import('./pupils/pupils-page.tsx'),
    }),
  ],
  messages: [schoolsMessages, pupilMessages],
};
