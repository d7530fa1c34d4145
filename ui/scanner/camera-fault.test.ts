import { expect, test } from 'vitest';
import { faultBeforehand, faultOf } from './camera-fault.ts';

test.each([
  [{ secure: true, media: true }, undefined],
  [{ secure: false, media: false }, 'insecure'],
  [{ secure: true, media: false }, 'unsupported'],
] as const)('a browser that is %j has the fault %s', (has, fault) => {
  expect(faultBeforehand(has)).toBe(fault);
});

test.each([
  ['NotAllowedError', 'denied'],
  ['NotFoundError', 'none'],
  ['OverconstrainedError', 'none'],
  ['NotReadableError', 'busy'],
  ['AbortError', 'busy'],
  ['TypeError', 'failed'],
])('%s means %s', (name, fault) => {
  expect(faultOf(new DOMException('', name))).toBe(fault);
});
