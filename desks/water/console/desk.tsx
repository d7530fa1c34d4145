import { householdMessages } from '@liangbuwu/office/register/console/households/messages.ts';
import {
  type RegisterSearch,
  readRegisterSearch,
} from '@liangbuwu/office/tables/console/register-search.ts';
import {
  AlertIcon,
  DayIcon,
  HistoryIcon,
  HomeIcon,
  LedgerIcon,
  ListIcon,
  NoticeIcon,
  PeopleIcon,
  PlaceIcon,
  ScheduleIcon,
  SendIcon,
  SettingsIcon,
  TruckIcon,
} from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { accountsMessages } from './messages/accounts.ts';
import { betterMessages } from './messages/better.ts';
import { boardMessages } from './messages/board.ts';
import { byHandMessages } from './messages/by-hand.ts';
import { doorMessages } from './messages/doors.ts';
import { eveningMessages } from './messages/evening.ts';
import { exitMessages } from './messages/exit.ts';
import { floorsMessages } from './messages/floors.ts';
import { fortnightMessages } from './messages/fortnight.ts';
import { kindMessages } from './messages/kinds.ts';
import { noticeTexts } from './messages/notice-texts.ts';
import { noticesMessages } from './messages/notices.ts';
import { paperMessages } from './messages/paper.ts';
import { planMessages } from './messages/plan.ts';
import { posterMessages } from './messages/poster.ts';
import { registerMessages } from './messages/registers.ts';
import { requestMessages } from './messages/requests.ts';
import { runwayMessages } from './messages/runway.ts';
import { sharedMessages } from './messages/shared.ts';
import { sinceMessages } from './messages/since.ts';
import { stationMessages } from './messages/stations.ts';
import { timetableMessages } from './messages/timetable.ts';
import { todayMessages } from './messages/today.ts';
import { versionMessages } from './messages/versions.ts';
import { whatIfMessages } from './messages/what-if.ts';
import {
  accountsPath,
  boardPath,
  doorsPath,
  eveningPath,
  floorsPath,
  fortnightPath,
  noticesPath,
  planPath,
  registersPath,
  requestsPath,
  stationsPath,
  timetablePath,
  todayPath,
} from './paths.ts';
import {
  type AccountsSearch,
  type DeskSearch,
  type NoticeSearch,
  type PlanSearch,
  readAccountsSearch,
  readDeskSearch,
  readNoticeSearch,
  readPlanSearch,
  readStationSearch,
  type StationSearch,
} from './search.ts';

const titles = {
  today: { 'zh-CN': '今日缺水', en: 'Short today' },
  board: { 'zh-CN': '执行看板', en: 'Live board' },
  plan: { 'zh-CN': '送水计划', en: 'Water plan' },
  timetable: { 'zh-CN': '时间表', en: 'Timetable' },
  registers: { 'zh-CN': '基础台账', en: 'Registers' },
  requests: { 'zh-CN': '居民要水', en: 'Requests' },
  doors: { 'zh-CN': '送水到家', en: 'Door deliveries' },
  notices: { 'zh-CN': '通知与打印', en: 'Notices' },
  accounts: { 'zh-CN': '水账', en: 'Accounts' },
  evening: { 'zh-CN': '晚报', en: 'Evening report' },
  fortnight: { 'zh-CN': '半月表', en: 'Fortnight' },
  stations: { 'zh-CN': '选站', en: 'Stations' },
  floors: { 'zh-CN': '供水标准', en: 'Floors' },
} as const;

/** The water desk's pages, as the console lists them. */
export const waterConsole: ConsoleDesk = {
  id: 'water',
  name: { 'zh-CN': '送水', en: 'Water' },
  onceOpened: {
    'zh-CN': '乡镇为它开设送水台以后，可以登记缺水、编制并发布每天的送水计划。',
    en: 'Once a town has set up its water desk for it, shortages are registered and the deliveries of each day planned and published.',
  },
  nav: [
    { href: todayPath, label: titles.today, icon: DayIcon, permission: 'water.read' },
    { href: boardPath, label: titles.board, icon: AlertIcon, permission: 'water.board' },
    { href: planPath, label: titles.plan, icon: TruckIcon, permission: 'plans.read' },
    { href: timetablePath, label: titles.timetable, icon: ScheduleIcon, permission: 'plans.read' },
    { href: requestsPath, label: titles.requests, icon: PeopleIcon, permission: 'water.requests' },
    { href: doorsPath, label: titles.doors, icon: HomeIcon, permission: 'water.requests' },
    { href: noticesPath, label: titles.notices, icon: NoticeIcon, permission: 'water.read' },
    { href: accountsPath, label: titles.accounts, icon: LedgerIcon, permission: 'water.board' },
    { href: eveningPath, label: titles.evening, icon: SendIcon, permission: 'water.board' },
    { href: fortnightPath, label: titles.fortnight, icon: HistoryIcon, permission: 'water.read' },
    { href: stationsPath, label: titles.stations, icon: PlaceIcon, permission: 'water.board' },
    {
      href: registersPath,
      label: titles.registers,
      icon: ListIcon,
      permission: 'water.registers',
    },
    { href: floorsPath, label: titles.floors, icon: SettingsIcon, permission: 'water.read' },
  ],
  routes: [
    deskRoute<DeskSearch>({
      path: todayPath,
      title: titles.today,
      permission: 'water.read',
      search: readDeskSearch,
      page: () => import('./today/today-page.tsx'),
    }),
    deskRoute<DeskSearch>({
      path: boardPath,
      title: titles.board,
      permission: 'water.board',
      search: readDeskSearch,
      page: () => import('./board/board-page.tsx'),
    }),
    deskRoute<PlanSearch>({
      path: planPath,
      title: titles.plan,
      permission: 'plans.read',
      search: readPlanSearch,
      page: () => import('./plan/plan-page.tsx'),
    }),
    deskRoute<PlanSearch>({
      path: timetablePath,
      title: titles.timetable,
      permission: 'plans.read',
      search: readPlanSearch,
      page: () => import('./timetable/timetable-page.tsx'),
    }),
    deskRoute<RegisterSearch>({
      path: registersPath,
      title: titles.registers,
      permission: 'water.registers',
      search: readRegisterSearch,
      page: () => import('./registers/registers-page.tsx'),
    }),
    deskRoute<RegisterSearch>({
      path: `${registersPath}/$table`,
      title: titles.registers,
      permission: 'water.registers',
      search: readRegisterSearch,
      page: () => import('./registers/registers-page.tsx'),
    }),
    deskRoute<DeskSearch>({
      path: requestsPath,
      title: titles.requests,
      permission: 'water.requests',
      search: readDeskSearch,
      page: () => import('./requests/requests-page.tsx'),
    }),
    deskRoute<DeskSearch>({
      path: doorsPath,
      title: titles.doors,
      permission: 'water.requests',
      search: readDeskSearch,
      page: () => import('./doors/doors-page.tsx'),
    }),
    deskRoute<NoticeSearch>({
      path: noticesPath,
      title: titles.notices,
      permission: 'water.read',
      search: readNoticeSearch,
      page: () => import('./notices/notices-page.tsx'),
    }),
    deskRoute<AccountsSearch>({
      path: accountsPath,
      title: titles.accounts,
      permission: 'water.board',
      search: readAccountsSearch,
      page: () => import('./accounts/accounts-page.tsx'),
    }),
    deskRoute<DeskSearch>({
      path: eveningPath,
      title: titles.evening,
      permission: 'water.board',
      search: readDeskSearch,
      page: () => import('./evening/evening-page.tsx'),
    }),
    deskRoute<DeskSearch>({
      path: fortnightPath,
      title: titles.fortnight,
      permission: 'water.read',
      search: readDeskSearch,
      page: () => import('./fortnight/fortnight-page.tsx'),
    }),
    deskRoute<StationSearch>({
      path: stationsPath,
      title: titles.stations,
      permission: 'water.board',
      search: readStationSearch,
      page: () => import('./stations/stations-page.tsx'),
    }),
    deskRoute<DeskSearch>({
      path: floorsPath,
      title: titles.floors,
      permission: 'water.read',
      search: readDeskSearch,
      page: () => import('./floors/floors-page.tsx'),
    }),
  ],
  messages: [
    sharedMessages,
    boardMessages,
    accountsMessages,
    eveningMessages,
    kindMessages,
    todayMessages,
    sinceMessages,
    runwayMessages,
    exitMessages,
    planMessages,
    versionMessages,
    betterMessages,
    byHandMessages,
    whatIfMessages,
    timetableMessages,
    registerMessages,
    noticesMessages,
    noticeTexts,
    paperMessages,
    fortnightMessages,
    floorsMessages,
    stationMessages,
    requestMessages,
    doorMessages,
    posterMessages,
    householdMessages,
  ],
};
