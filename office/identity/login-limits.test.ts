import { describe, expect, test } from 'vitest';
import { loginLimits, networkOf } from './login-limits.ts';

const at = (seconds: number) =>
  Temporal.Instant.fromEpochMilliseconds(1_700_000_000_000 + seconds * 1000);

function fail(
  limits: ReturnType<typeof loginLimits>,
  login: string,
  from: string,
  seconds: number,
) {
  const attempt = limits.begin(login, from, at(seconds));
  return 'wait' in attempt ? attempt.wait : attempt.last;
}

describe('a login', () => {
  test('is held off from an address after ten failures in a quarter of an hour', () => {
    const limits = loginLimits();
    const told = Array.from({ length: 10 }, (_, i) => fail(limits, 'chen', '10.0.0.1', i * 60));
    expect(told).toEqual([...Array(9).fill(false), true]);
    expect(fail(limits, 'chen', '10.0.0.1', 600)).toBe(300);
    expect(fail(limits, 'chen', '10.0.0.1', 899)).toBe(1);
    expect(fail(limits, 'chen', '10.0.0.1', 900)).toBe(true);
    expect(fail(limits, 'chen', '10.0.0.1', 900)).toBe(60);
  });

  test('is not held off elsewhere, nor is another one here', () => {
    const limits = loginLimits();
    for (let i = 0; i < 11; i++) fail(limits, 'chen', '10.0.0.1', i);
    expect(fail(limits, 'chen', '10.0.0.2', 20)).toBe(false);
    expect(fail(limits, 'zhou', '10.0.0.1', 20)).toBe(false);
  });

  test('is held off everywhere after sixty failures from many addresses', () => {
    const limits = loginLimits();
    for (let i = 0; i < 60; i++) expect(fail(limits, 'chen', `10.0.1.${i}`, 0)).toBe(i === 59);
    expect(fail(limits, 'chen', '10.0.2.1', 0)).toBe(900);
  });

  test('does not wait for attempts that were held off, and forgets failures once it succeeds', () => {
    const limits = loginLimits();
    for (let i = 0; i < 9; i++) fail(limits, 'chen', '10.0.0.1', i);
    const right = limits.begin('chen', '10.0.0.1', at(10));
    if ('wait' in right) throw new Error('held off');
    right.succeeded();
    const told = Array.from({ length: 10 }, () => fail(limits, 'chen', '10.0.0.1', 11));
    expect(told).toEqual([...Array(9).fill(false), true]);
  });
});

test('an office behind one address may sign in as often as it likes, and fail 120 times in ten minutes', () => {
  const limits = loginLimits();
  for (let i = 0; i < 1000; i++) {
    const attempt = limits.begin(`clerk-${i}`, '10.0.0.1', at(0));
    if ('wait' in attempt) throw new Error(`held off at ${i}`);
    attempt.succeeded();
  }
  for (let i = 0; i < 120; i++) expect(fail(limits, `clerk-${i}`, '10.0.0.1', 1)).toBe(false);
  expect(fail(limits, 'clerk-999', '10.0.0.1', 1)).toBe(600);
  expect(fail(limits, 'clerk-999', '10.0.0.2', 1)).toBe(false);
});

test.each([
  ['10.1.2.3', '10.1.2.3'],
  ['::ffff:10.1.2.3', '10.1.2.3'],
  ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
  ['2001:0DB8:0001:0002:0:0:0:9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
