import { DayIcon, NoticeIcon, ScheduleIcon, TruckIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { betterMessages } from './messages/better.ts';
import { noticeTexts } from './messages/notice-texts.ts';
import { noticesMessages } from './messages/notices.ts';
import { paperMessages } from './messages/paper.ts';
import { planMessages } from './messages/plan.ts';
import { sharedMessages } from './messages/shared.ts';
import { timetableMessages } from './messages/timetable.ts';
import { todayMessages } from './messages/today.ts';
import { versionMessages } from './messages/versions.ts';
import { noticesPath, planPath, timetablePath, todayPath } from './paths.ts';
import {
  type DeskSearch,
  type NoticeSearch,
  type PlanSearch,
  readDeskSearch,
  readNoticeSearch,
  readPlanSearch,
} from './search.ts';

const titles = {
  today: { 'zh-CN': '今日缺水', en: 'Short today' },
  plan: { 'zh-CN': '送水计划', en: 'Water plan' },
  timetable: { 'zh-CN': '时间表', en: 'Timetable' },
  notices: { 'zh-CN': '通知与打印', en: 'Notices' },
} as const;

/** The water desk's pages, as the console lists them. */
export const waterConsole: ConsoleDesk = {
  id: 'water',
  name: { 'zh-CN': '送水', en: 'Water' },
  nav: [
    { href: todayPath, label: titles.today, icon: DayIcon, permission: 'water.read' },
    { href: planPath, label: titles.plan, icon: TruckIcon, permission: 'plans.read' },
    { href: timetablePath, label: titles.timetable, icon: ScheduleIcon, permission: 'plans.read' },
    { href: noticesPath, label: titles.notices, icon: NoticeIcon, permission: 'water.read' },
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
    deskRoute<NoticeSearch>({
      path: noticesPath,
      title: titles.notices,
      permission: 'water.read',
      search: readNoticeSearch,
      page: () => import('./notices/notices-page.tsx'),
    }),
  ],
  messages: [
    sharedMessages,
    todayMessages,
    planMessages,
    versionMessages,
    betterMessages,
    timetableMessages,
    noticesMessages,
    noticeTexts,
    paperMessages,
  ],
};
