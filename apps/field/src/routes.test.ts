import { madeByHeader as serversMadeByHeader } from '@liangbuwu/office/http/contract.ts';
import {
  enterByPassword,
  leave,
  readEntrance,
  readMe,
  stepIn,
} from '@liangbuwu/office/identity/contract.ts';
import { livePath } from '@liangbuwu/office/live/contract.ts';
import { expect, test } from 'vitest';
import { madeByHeader } from './ask.ts';
import { routes } from './routes.ts';

test('the phone asks where the contracts say', () => {
  expect([readMe.method, readMe.path]).toEqual(['GET', routes.me]);
  expect([readEntrance.method, readEntrance.path]).toEqual(['GET', routes.entrance]);
  expect([stepIn.method, stepIn.path]).toEqual(['POST', routes.stepIn]);
  expect([enterByPassword.method, enterByPassword.path]).toEqual(['POST', routes.login]);
  expect([leave.method, leave.path]).toEqual(['POST', routes.logout]);
  expect(livePath).toBe(routes.live);
});

test('and says under whose account something was recorded as the server reads it', () => {
  expect(madeByHeader).toBe(serversMadeByHeader);
});
