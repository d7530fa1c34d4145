import { expect, test } from 'vitest';
import { pageLimits } from './limits.ts';

const minute = 60_000;

test('a network may read much and write little, and others are not held off with it', () => {
  const limits = pageLimits();
  const waits = (method: 'read' | 'write', times: number, from: string) =>
    Array.from({ length: times }, () => limits.ask(method, from, minute)).filter((one) => one > 0);
  expect(waits('write', 60, '203.0.113.7')).toEqual([]);
  expect(limits.ask('write', '203.0.113.7', minute)).toBe(600);
  expect(limits.ask('write', '203.0.113.8', minute)).toBe(0);
  expect(waits('read', 600, '203.0.113.7')).toEqual([]);
  expect(limits.ask('read', '203.0.113.7', minute)).toBe(60);
  expect(limits.ask('write', '203.0.113.7', 11 * minute + 1)).toBe(0);
});

test('who tries codes that are none may soon not even read; an IPv6 subscriber is one network', () => {
  const limits = pageLimits();
  for (let i = 0; i < 60; i++) limits.missed(`2001:db8:1:2::${i}`, minute);
  expect(limits.ask('read', '2001:db8:1:2::ffff', minute)).toBe(600);
  expect(limits.ask('read', '2001:db8:1:3::1', minute)).toBe(0);
});
