import { residentsPath } from '@liangbuwu/office/register/console/residents/paths.ts';
import {
  factsCataloguePath,
  rulesPath,
  setPath,
  tryPath,
} from '@liangbuwu/office/rulebook/console/paths.ts';
import {
  readRulesSearch,
  readSetSearch,
  readTrySearch,
} from '@liangbuwu/office/rulebook/console/search.ts';
import { readRegisterSearch } from '@liangbuwu/office/tables/console/register-search.ts';
import {
  LedgerIcon,
  ListIcon,
  PeopleIcon,
  PlaceIcon,
  ResponseIcon,
  RulesIcon,
  UserIcon,
} from '@liangbuwu/ui/icons.ts';
import { type DeskNavItem, type DeskRoute, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { readAccountsSearch } from './accounts/accounts-search.ts';
import { readFactsSearch } from './facts/facts-search.ts';
import { readLedgerSearch } from './ledger/ledger-search.ts';
import { certificateRoute, openPath, responsesPath } from './responses/paths.ts';

const titles = {
  responses: { 'zh-CN': '应急响应', en: 'Responses' },
  open: { 'zh-CN': '启动应急响应', en: 'Open a response' },
  certificate: { 'zh-CN': '销毁证明', en: 'Certificate of destruction' },
  ledger: { 'zh-CN': '台账', en: 'Ledger' },
  facts: { 'zh-CN': '依据', en: 'Sources' },
  accounts: { 'zh-CN': '账号', en: 'Accounts' },
  rules: { 'zh-CN': '规则', en: 'Rules' },
  areas: { 'zh-CN': '区划', en: 'Areas' },
  residents: { 'zh-CN': '常住户台账', en: 'Lasting register' },
  own: { 'zh-CN': '我的账号', en: 'My account' },
} as const;

/** Where an installation's first administrator begins. */
export const accountsPath = '/accounts';
export const factsPath = '/facts';
/** Led to from the menu of who is signed in. */
export const ownAccountPath = '/account';

/** Pages that belong to no desk. */
export const officeRoutes: readonly DeskRoute[] = [
  deskRoute({
    path: responsesPath,
    title: titles.responses,
    permission: 'responses.object',
    page: () => import('./responses/responses-page.tsx'),
  }),
  deskRoute({
    path: openPath,
    title: titles.open,
    permission: 'responses.lead',
    page: () => import('./responses/open-page.tsx'),
  }),
  deskRoute({
    path: certificateRoute,
    title: titles.certificate,
    page: () => import('./responses/certificate-page.tsx'),
  }),
  deskRoute({
    path: '/ledger',
    title: titles.ledger,
    permission: 'ledger.read',
    search: readLedgerSearch,
    page: () => import('./ledger/ledger-page.tsx'),
  }),
  deskRoute({
    path: factsPath,
    title: titles.facts,
    search: readFactsSearch,
    page: () => import('./facts/facts-page.tsx'),
  }),
  deskRoute({
    path: rulesPath,
    title: titles.rules,
    permission: 'rulebook.read',
    search: readRulesSearch,
    page: () => import('@liangbuwu/office/rulebook/console/rules-page.tsx'),
  }),
  deskRoute({
    path: `${setPath}/$set`,
    title: titles.rules,
    permission: 'rulebook.read',
    search: readSetSearch,
    page: () => import('@liangbuwu/office/rulebook/console/set-page.tsx'),
  }),
  deskRoute({
    path: tryPath,
    title: titles.rules,
    permission: 'rulebook.read',
    search: readTrySearch,
    page: () => import('@liangbuwu/office/rulebook/console/try-page.tsx'),
  }),
  deskRoute({
    path: factsCataloguePath,
    title: titles.rules,
    permission: 'rulebook.read',
    search: readRulesSearch,
    page: () => import('@liangbuwu/office/rulebook/console/facts-page.tsx'),
  }),
  deskRoute({
    path: accountsPath,
    title: titles.accounts,
    permission: 'identity.administer',
    search: readAccountsSearch,
    page: () => import('./accounts/accounts-page.tsx'),
  }),
  deskRoute({
    path: '/areas',
    title: titles.areas,
    permission: 'register.read',
    page: () => import('./areas/areas-page.tsx'),
  }),
  deskRoute({
    path: residentsPath,
    title: titles.residents,
    permission: 'register.read',
    search: readRegisterSearch,
    page: () => import('@liangbuwu/office/register/console/residents/residents-page.tsx'),
  }),
  deskRoute({
    path: ownAccountPath,
    title: titles.own,
    page: () => import('./accounts/own/own-account-page.tsx'),
  }),
];

export const officeNav: readonly DeskNavItem[] = [
  {
    href: responsesPath,
    label: titles.responses,
    icon: ResponseIcon,
    permission: 'responses.object',
  },
  {
    href: residentsPath,
    label: titles.residents,
    icon: UserIcon,
    permission: 'register.read',
  },
  { href: '/ledger', label: titles.ledger, icon: LedgerIcon, permission: 'ledger.read' },
  { href: rulesPath, label: titles.rules, icon: RulesIcon, permission: 'rulebook.read' },
  { href: factsPath, label: titles.facts, icon: ListIcon },
  {
    href: accountsPath,
    label: titles.accounts,
    icon: PeopleIcon,
    permission: 'identity.administer',
  },
  { href: '/areas', label: titles.areas, icon: PlaceIcon, permission: 'register.read' },
];
