import {
  ArriveIcon,
  BoxIcon,
  CheckIcon,
  ClockIcon,
  DayIcon,
  HomeIcon,
  LessonIcon,
  ListIcon,
  NoticeIcon,
  PeopleIcon,
  ScheduleIcon,
  SchoolIcon,
  SendIcon,
  TestIcon,
  TruckIcon,
  UserIcon,
} from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { type LessonsSearch, readLessonsSearch } from './lessons/search.ts';
import { batchesMessages } from './messages/batches.ts';
import { careMessages } from './messages/care.ts';
import { checksMessages } from './messages/checks.ts';
import { lessonsMessages } from './messages/lessons.ts';
import { menuMessages } from './messages/menu.ts';
import { morningMessages } from './messages/morning.ts';
import { overviewMessages } from './messages/overview.ts';
import { pupilMessages } from './messages/pupils.ts';
import { questionMessages } from './messages/questions.ts';
import { reopeningMessages } from './messages/reopening.ts';
import { roomsMessages } from './messages/rooms.ts';
import { rosterMessages } from './messages/roster.ts';
import { samplingMessages } from './messages/sampling.ts';
import { samplingRunMessages } from './messages/sampling-run.ts';
import { schoolDayMessages } from './messages/school-day.ts';
import { schoolsMessages } from './messages/schools.ts';
import { storesMessages } from './messages/stores.ts';
import { timesMessages } from './messages/times.ts';
import { toldMessages } from './messages/told.ts';
import { zoneMessages } from './messages/zone.ts';
import {
  carePath,
  checksPath,
  lessonsPath,
  menuPath,
  morningPath,
  overviewPath,
  pupilsPath,
  questionsPath,
  reopeningPath,
  roomsPath,
  rosterPath,
  samplingPath,
  schoolDayPath,
  schoolsPath,
  storesPath,
  timesPath,
  timesPrintPath,
  toldPath,
  zonePath,
} from './paths.ts';
import { type RunSearch, readRunSearch } from './sampling/run/search.ts';
import { type CampusSearch, readCampusSearch } from './search.ts';
import {
  type PrintSearch,
  readPrintSearch,
  readTimesSearch,
  type TimesSearch,
} from './times/search.ts';

const titles = {
  schools: { 'zh-CN': '学校', en: 'Schools' },
  overview: { 'zh-CN': '复学总览', en: 'Overview' },
  pupils: { 'zh-CN': '学生与填报', en: 'Pupils and reports' },
  questions: { 'zh-CN': '家长问学校', en: 'Questions' },
  menu: { 'zh-CN': '菜单和电话', en: 'Menus' },
  told: { 'zh-CN': '告诉家长', en: 'Tell families' },
  morning: { 'zh-CN': '返校日', en: 'Morning of return' },
  checks: { 'zh-CN': '晨午晚检', en: 'Daily checks' },
  care: { 'zh-CN': '校园关怀', en: 'Care' },
  roster: { 'zh-CN': '留校值守', en: 'Staff who stay' },
  reopening: { 'zh-CN': '复学方案', en: 'Reopening plans' },
  batches: { 'zh-CN': '返校批次与公告', en: 'Batches and announcements' },
  times: { 'zh-CN': '错峰时间', en: 'Staggered times' },
  schoolDay: { 'zh-CN': '学校的条件', en: 'What the school has' },
  print: { 'zh-CN': '打印错峰时间', en: 'Print times' },
  sampling: { 'zh-CN': '采样安排', en: 'Sampling' },
  lessons: { 'zh-CN': '课程与答疑', en: 'Lessons' },
  zone: { 'zh-CN': '接驳区', en: 'Transfer zone' },
  rooms: { 'zh-CN': '宿舍床位', en: 'Rooms and beds' },
  stores: { 'zh-CN': '校内物资', en: 'Stores' },
  run: { 'zh-CN': '采样现场', en: 'Sampling, on the spot' },
} as const;

/** The campus desk's pages, as the console lists them. */
export const campusConsole: ConsoleDesk = {
  id: 'campus',
  name: { 'zh-CN': '校园', en: 'Campus' },
  onceOpened: {
    'zh-CN': '学校编复学方案、排错峰时间、安排采样；家长填报，班主任看本班谁可以返校。',
    en: 'Schools plan how they reopen, stagger their times and plan sampling; families report, and a class teacher sees who of the own class may return.',
  },
  nav: [
    { href: schoolsPath, label: titles.schools, icon: SchoolIcon, permission: 'campus.read' },
    {
      href: overviewPath,
      label: titles.overview,
      icon: HomeIcon,
      permission: 'campus.overview',
    },
    { href: pupilsPath, label: titles.pupils, icon: UserIcon, permission: 'campus.pupils' },
    { href: toldPath, label: titles.told, icon: SendIcon, permission: 'campus.pupils' },
    {
      href: questionsPath,
      label: titles.questions,
      icon: NoticeIcon,
      permission: 'campus.parents',
    },
    { href: reopeningPath, label: titles.reopening, icon: DayIcon, permission: 'campus.plans' },
    { href: timesPath, label: titles.times, icon: ScheduleIcon, permission: 'campus.times' },
    { href: morningPath, label: titles.morning, icon: ArriveIcon, permission: 'campus.pupils' },
    { href: checksPath, label: titles.checks, icon: CheckIcon, permission: 'campus.checks' },
    { href: lessonsPath, label: titles.lessons, icon: LessonIcon, permission: 'campus.lessons' },
    { href: samplingPath, label: titles.sampling, icon: TestIcon, permission: 'campus.sampling' },
    { href: menuPath, label: titles.menu, icon: ListIcon, permission: 'campus.menu' },
    { href: carePath, label: titles.care, icon: PeopleIcon, permission: 'campus.care' },
    { href: rosterPath, label: titles.roster, icon: ClockIcon, permission: 'campus.roster' },
    { href: zonePath, label: titles.zone, icon: TruckIcon, permission: 'campus.carry' },
    { href: roomsPath, label: titles.rooms, icon: PeopleIcon, permission: 'campus.rooms' },
    { href: storesPath, label: titles.stores, icon: BoxIcon, permission: 'campus.stores' },
  ],
  routes: [
    deskRoute({
      path: schoolsPath,
      title: titles.schools,
      permission: 'campus.read',
      page: () => import('./schools/schools-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: overviewPath,
      title: titles.overview,
      permission: 'campus.overview',
      search: readCampusSearch,
      page: () => import('./overview/overview-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: pupilsPath,
      title: titles.pupils,
      permission: 'campus.pupils',
      search: readCampusSearch,
      page: () => import('./pupils/pupils-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: toldPath,
      title: titles.told,
      permission: 'campus.pupils',
      search: readCampusSearch,
      page: () => import('./told/told-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: questionsPath,
      title: titles.questions,
      permission: 'campus.parents',
      search: readCampusSearch,
      page: () => import('./questions/questions-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: menuPath,
      title: titles.menu,
      permission: 'campus.menu',
      search: readCampusSearch,
      page: () => import('./menu/menu-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: morningPath,
      title: titles.morning,
      permission: 'campus.pupils',
      search: readCampusSearch,
      page: () => import('./morning/morning-page.tsx'),
    }),
    deskRoute<LessonsSearch>({
      path: lessonsPath,
      title: titles.lessons,
      permission: 'campus.lessons',
      search: readLessonsSearch,
      page: () => import('./lessons/lessons-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: checksPath,
      title: titles.checks,
      permission: 'campus.checks',
      search: readCampusSearch,
      page: () => import('./checks/checks-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: carePath,
      title: titles.care,
      permission: 'campus.care',
      search: readCampusSearch,
      page: () => import('./care/care-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: rosterPath,
      title: titles.roster,
      permission: 'campus.roster',
      search: readCampusSearch,
      page: () => import('./roster/roster-page.tsx'),
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
    deskRoute<CampusSearch>({
      path: samplingPath,
      title: titles.sampling,
      permission: 'campus.sampling',
      search: readCampusSearch,
      page: () => import('./sampling/sampling-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: zonePath,
      title: titles.zone,
      permission: 'campus.carry',
      search: readCampusSearch,
      page: () => import('./zone/zone-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: roomsPath,
      title: titles.rooms,
      permission: 'campus.rooms',
      search: readCampusSearch,
      page: () => import('./boarding/rooms/rooms-page.tsx'),
    }),
    deskRoute<CampusSearch>({
      path: storesPath,
      title: titles.stores,
      permission: 'campus.stores',
      search: readCampusSearch,
      page: () => import('./boarding/stores/stores-page.tsx'),
    }),
    deskRoute<RunSearch>({
      path: `${samplingPath}/$session`,
      title: titles.run,
      permission: 'campus.sampling',
      search: readRunSearch,
      page: () => import('./sampling/run/run-page.tsx'),
    }),
  ],
  messages: [
    schoolsMessages,
    overviewMessages,
    pupilMessages,
    toldMessages,
    questionMessages,
    menuMessages,
    morningMessages,
    checksMessages,
    lessonsMessages,
    careMessages,
    rosterMessages,
    reopeningMessages,
    batchesMessages,
    timesMessages,
    schoolDayMessages,
    samplingMessages,
    zoneMessages,
    storesMessages,
    roomsMessages,
    samplingRunMessages,
  ],
};
