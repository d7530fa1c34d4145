import { type Account, listAccounts } from '@liangbuwu/office/identity/administration.contract.ts';
import { expect, test } from 'vitest';
import { isFirstDay, isGrantable, standingOf, whyNotManageable } from './standing.ts';

const officer = listAccounts.example.output.accounts[0] as Account;

test('an account without a password is waiting for one, and a disabled one is that above all', () => {
  expect(standingOf(officer)).toBe('waiting');
  expect(standingOf({ ...officer, passwordSet: '2022-11-10T02:00:00.000Z' })).toBe('ready');
  expect(standingOf({ ...officer, disabled: true })).toBe('disabled');
});

test('one’s own account is nobody’s to shut out, nor is what lies beyond one’s reach', () => {
  expect(whyNotManageable(officer, 'somebody')).toBeUndefined();
  expect(whyNotManageable({ ...officer, manageable: false }, 'somebody')).toBe('beyond');
  expect(whyNotManageable({ ...officer, manageable: false }, officer.id)).toBe('self');
});

test('the first day is when there is only oneself; nothing found is not it', () => {
  expect(isFirstDay([officer], officer.id)).toBe(true);
  expect(isFirstDay([officer, { ...officer, id: 'other' }], officer.id)).toBe(false);
  expect(isFirstDay([officer], 'somebody')).toBe(false);
  expect(isFirstDay([], officer.id)).toBe(false);
});

test('nobody grants more than they hold', () => {
  const role = {
    id: 'r',
    name: { 'zh-CN': '角色', en: 'Role' },
    permissions: ['a.read', 'b.write'],
  };
  expect(isGrantable(role, ['b.write', 'a.read', 'c.read'])).toBe(true);
  expect(isGrantable(role, ['a.read'])).toBe(false);
  expect(isGrantable({ ...role, permissions: [] }, [])).toBe(true);
});
