import { AlertIcon, HomeIcon, SettingsIcon, UserIcon } from '@liangbuwu/ui/icons.ts';
import { type ConsoleDesk, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { boardMessages } from './messages/board.ts';
import { gatesMessages } from './messages/gates.ts';
import { ownMessages } from './messages/own.ts';
import { passMessages } from './messages/passes.ts';
import { returneeMessages } from './messages/returnees.ts';
import { sharedMessages } from './messages/shared.ts';
import { boardPath, gatesPath, passesPath, returneesPath } from './paths.ts';
import { type GateSearch, readGateSearch } from './search.ts';

const titles = {
  board: { 'zh-CN': '卡口看板', en: 'Gate board' },
  passes: { 'zh-CN': '通行证', en: 'Passes' },
  gates: { 'zh-CN': '卡口设置', en: 'Setting up gates' },
  returnees: { 'zh-CN': '返乡登记', en: 'Coming home' },
} as const;

/** The gate desk's pages, as the console lists them. */
export const gateConsole: ConsoleDesk = {
  id: 'gate',
  name: { 'zh-CN': '卡口', en: 'Gates' },
  onceOpened: {
    'zh-CN': '设了卡口以后，按执行中的规则发通行证、核验、登记返乡人员；没有规则，卡口什么都不查。',
    en: 'Once gates are set up, passes are issued and checked and people coming home registered, by the rules in force; without a rule a gate checks nothing.',
  },
  nav: [
    { href: boardPath, label: titles.board, icon: AlertIcon, permission: 'gate.board' },
    { href: passesPath, label: titles.passes, icon: UserIcon, permission: 'gate.issue' },
    {
      href: returneesPath,
      label: titles.returnees,
      icon: HomeIcon,
      permission: 'gate.returnees',
    },
    { href: gatesPath, label: titles.gates, icon: SettingsIcon, permission: 'gate.board' },
  ],
  routes: [
    deskRoute<GateSearch>({
      path: boardPath,
      title: titles.board,
      permission: 'gate.board',
      search: readGateSearch,
      page: () => import('./board/board-page.tsx'),
    }),
    deskRoute<GateSearch>({
      path: passesPath,
      title: titles.passes,
      permission: 'gate.issue',
      search: readGateSearch,
      page: () => import('./passes/passes-page.tsx'),
    }),
    deskRoute<GateSearch>({
      path: returneesPath,
      title: titles.returnees,
      permission: 'gate.returnees',
      search: readGateSearch,
      page: () => import('./returnees/returnees-page.tsx'),
    }),
    deskRoute<GateSearch>({
      path: gatesPath,
      title: titles.gates,
      permission: 'gate.board',
      search: readGateSearch,
      page: () => import('./gates/gates-page.tsx'),
    }),
  ],
  messages: [
    sharedMessages,
    boardMessages,
    passMessages,
    ownMessages,
    returneeMessages,
    gatesMessages,
  ],
};
