import type { Said } from '@liangbuwu/ui/language/messages.ts';
import type { DeskNavItem } from '@liangbuwu/ui/shell/desk.ts';
import type { NavGroup } from '@liangbuwu/ui/shell/shell-nav.tsx';
import { desks } from '../desks.ts';
import { officeNav } from '../office-routes.ts';

/** What stands in the navigation for who holds these permissions. */
export function navGroups(of: {
  permissions: readonly string[];
  say: (said: Said) => string;
  officeLabel: string;
}): NavGroup[] {
  const permitted = (items: readonly DeskNavItem[]) =>
    items
      .filter(({ permission }) => permission === undefined || of.permissions.includes(permission))
      .map(({ href, label, icon: Icon }) => ({ href, label: of.say(label), icon: <Icon /> }));
  return [
    ...desks.map(({ id, name, nav }) => ({ id, label: of.say(name), items: permitted(nav) })),
    { id: 'office', label: of.officeLabel, items: permitted(officeNav) },
  ].filter(({ items }) => items.length > 0);
}

/** The item that an address belongs to: the longest that it begins with. */
export function currentHref(groups: readonly NavGroup[], pathname: string): string | undefined {
  return groups
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .sort((a, b) => b.length - a.length)[0];
}
