import { DayIcon, HistoryIcon, ScheduleIcon, TruckIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { betterMessages } from './messages/better.ts';
import { fortnightMessages } from './messages/fortnight.ts';
import { planMessages } from './messages/plan.ts';
import { sharedMessages } from './messages/shared.ts';
import { timetableMessages } from './messages/timetable.ts';
import { todayMessages } from './messages/today.ts';
import { versionMessages } from './messages/versions.ts';
import { fortnightPath, planPath, timetablePath, todayPath } from './paths.ts';
import { type DeskSearch, type PlanSearch, readDeskSearch, readPlanSearch } from './search.ts';

const titles = {
  today: { 'zh-CN': '今日缺水', en: 'Short today' },
  plan: { 'zh-CN': '送水计划', en: 'Water plan' },
  timetable: { 'zh-CN': '时间表', en: 'Timetable' },
  fortnight: { 'zh-CN': '半月表', en: 'Fortnight' },
} as const;

/** The water desk's pages, as the console lists them. */
export const waterConsole: ConsoleDesk = {
  id: 'water',
  name: { 'zh-CN': '送水', en: 'Water' },
  nav: [
    { href: todayPath, label: titles.today, icon: DayIcon, permission: 'water.read' },
    { href: planPath, label: titles.plan, icon: TruckIcon, permission: 'plans.read' },
    { href: timetablePath, label: titles.timetable, icon: ScheduleIcon, permission: 'plans.read' },
    { href: fortnightPath, label: titles.fortnight, icon: HistoryIcon, permission: 'water.read' },
  ],
  routes: [
    deskRoute<DeskSearch>({
      path: todayPath,
      title: titles.today,
      permission: 'water.read',
      search: readDeskSearch,
      page: () => import('./today/today-page.tsx'),
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
    deskRoute<DeskSearch>({
      path: fortnightPath,
      title: titles.fortnight,
      permission: 'water.read',
      search: readDeskSearch,
      page: () => import('./fortnight/fortnight-page.tsx'),
    }),
  ],
  messages: [
    sharedMessages,
    todayMessages,
    planMessages,
    versionMessages,
    betterMessages,
    timetableMessages,
    fortnightMessages,
  ],
};
