import type { Account, Role } from '@liangbuwu/office/identity/administration.contract.ts';

export type Standing = 'ready' | 'waiting' | 'disabled';

/** Whether somebody can sign in with the account, and if not, what is missing. */
export const standingOf = (account: Account): Standing =>
  account.disabled ? 'disabled' : account.passwordSet === null ? 'waiting' : 'ready';

/** Why the account may not be taken over or shut out by who asks; undefined where it may. */
export function whyNotManageable(account: Account, me: string): 'self' | 'beyond' | undefined {
  if (account.id === me) return 'self';
  return account.manageable ? undefined : 'beyond';
}

/** Nobody but oneself is there yet: the installation is new. */
export const isFirstDay = (accounts: readonly Account[], me: string) =>
  accounts.length > 0 && accounts.every(({ id }) => id === me);

/** Whether a role holds nothing that oneself does not hold somewhere; where exactly, the server decides. */
export const isGrantable = (role: Role, held: readonly string[]) =>
  role.permissions.every((permission) => held.includes(permission));
