import { listResponses } from '@liangbuwu/office/responses/contract.ts';
import { expect, test } from 'vitest';
import { putCheck } from '../checks/checks.contract.ts';
import { getBundle, listGates } from '../gates/gates.contract.ts';
import { routes } from './routes.ts';

test('the phone asks where the contracts say', () => {
  expect([listGates.method, listGates.path]).toEqual(['GET', routes.gates]);
  expect([getBundle.method, getBundle.path]).toEqual(['GET', routes.bundle(':gate')]);
  expect([listResponses.method, listResponses.path]).toEqual(['GET', routes.responses]);
  expect([putCheck.method, putCheck.path]).toEqual(['PUT', `${routes.checks}/:check`]);
});
