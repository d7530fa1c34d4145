import { SchoolIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { schoolsMessages } from './messages/schools.ts';
import { schoolsPath } from './paths.ts';

const titles = { schools: { 'zh-CN': '学校', en: 'Schools' } } as const;

/** The campus desk's pages, as the console lists them. */
export const campusConsole: ConsoleDesk = {
  id: 'campus',
  name: { 'zh-CN': '校园', en: 'Campus' },
  onceOpened: {
    'zh-CN': '登记学校和班级以后，班主任只看到本班。',
    en: 'Once schools and classes are set up, a class teacher sees the own class alone.',
  },
  nav: [{ href: schoolsPath, label: titles.schools, icon: SchoolIcon, permission: 'campus.read' }],
  routes: [
    deskRoute({
      path: schoolsPath,
      title: titles.schools,
      permission: 'campus.read',
      page: () => import('./schools/schools-page.tsx'),
    }),
  ],
  messages: [schoolsMessages],
};
