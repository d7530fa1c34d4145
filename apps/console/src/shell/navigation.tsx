import { LedgerIcon } from '@liangbuwu/ui/icons.ts';
import type { Said } from '@liangbuwu/ui/language/messages.ts';
import type { NavGroup } from '@liangbuwu/ui/shell/shell-nav.tsx';
import { desks } from '../desks.ts';

/** What stands in the navigation for who holds these permissions. */
export function navGroups(of: {
  permissions: readonly string[];
  say: (said: Said) => string;
  officeLabel: string;
  ledgerLabel: string;
}): NavGroup[] {
  const may = (permission: string | undefined) =>
    permission === undefined || of.permissions.includes(permission);
  const groups: NavGroup[] = desks.map((desk) => ({
    id: desk.id,
    label: of.say(desk.name),
    items: desk.nav
      .filter(({ permission }) => may(permission))
      .map(({ href, label, icon: Icon }) => ({ href, label: of.say(label), icon: <Icon /> })),
  }));
  groups.push({
    id: 'office',
    label: of.officeLabel,
    items: may('ledger.read')
      ? [{ href: '/ledger', label: of.ledgerLabel, icon: <LedgerIcon /> }]
      : [],
  });
  return groups.filter(({ items }) => items.length > 0);
}

/** The item that an address belongs to: the longest that it begins with. */
export function currentHref(groups: readonly NavGroup[], pathname: string): string | undefined {
  return groups
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
