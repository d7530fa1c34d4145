import { type DeskRoute, deskRoute } from '@liangbuwu/ui/shell/desk.ts';
import { readLedgerSearch } from './ledger/ledger-search.ts';

/** Pages that belong to no desk. */
export const officeRoutes: readonly DeskRoute[] = [
  deskRoute({
    path: '/ledger',
    title: { 'zh-CN': '台账', en: 'Ledger' },
    permission: 'ledger.read',
    search: readLedgerSearch,
    page: () => import('./ledger/ledger-page.tsx'),
  }),
];
