import { ScheduleIcon, SchoolIcon, TestIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { samplingMessages } from './messages/sampling.ts';
import { schoolDayMessages } from './messages/school-day.ts';
import { schoolsMessages } from './messages/schools.ts';
import { timesMessages } from './messages/times.ts';
import { samplingPath, schoolDayPath, schoolsPath, timesPath, timesPrintPath } from './paths.ts';
import { type CampusSearch, readCampusSearch } from './search.ts';
import {
  type PrintSearch,
  readPrintSearch,
  readTimesSearch,
  type TimesSearch,
} from './times/search.ts';

const titles = {
  schools: { 'zh-CN': '学校', en: 'Schools' },
  sampling: { 'zh-CN': '采样安排', en: 'Sampling' },
  times: { 'zh-CN': '错峰时间', en: 'Staggered times' },
  schoolDay: { 'zh-CN': '学校的条件', en: 'What the school has' },
  print: { 'zh-CN': '打印错峰时间', en: 'Print times' },
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
    { href: timesPath, label: titles.times, icon: ScheduleIcon, permission: 'campus.times' },
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
    deskRoute<TimesSearch>({
      path: timesPath,
      title: titles.times,
      permission: 'campus.times',
      search: readTimesSearch,
      page: () => import('./times/times-page.tsx'),
    }),
    deskRoute<TimesSearch>({
      path: schoolDayPath,
      title: titles.schoolDay,
      permission: 'campus.times',
      search: readTimesSearch,
      page: () => import('./times/school/school-day-page.tsx'),
    }),
    deskRoute<PrintSearch>({
      path: timesPrintPath,
      title: titles.print,
      permission: 'campus.times',
      search: readPrintSearch,
      page: () => import('./times/print-page.tsx'),
    }),
  ],
  messages: [schoolsMessages, samplingMessages, timesMessages, schoolDayMessages],
};
