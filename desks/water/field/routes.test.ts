import { expect, test } from 'vitest';
import { getVolunteerDays, recordVisit } from '../doors/doors.contract.ts';
import { recordAsDriver, recordAsKeeper } from '../recording/entry.contract.ts';
import { getDriverDays, getKeeperDays } from '../recording/field-day.contract.ts';
import { takeRequest } from '../requests/requests.contract.ts';
import { getWalkCalendar } from '../upward/upward.contract.ts';
import { routes } from './routes.ts';

test('the phone asks where the contracts say', () => {
  const { driverDays, keeperDays, driverEntries, keeperEntries } = routes;
  expect([getDriverDays.method, getDriverDays.path]).toEqual(['GET', driverDays]);
  expect([getKeeperDays.method, getKeeperDays.path]).toEqual(['GET', keeperDays]);
  expect([recordAsDriver.method, recordAsDriver.path]).toEqual(['PUT', `${driverEntries}/:entry`]);
  expect([recordAsKeeper.method, recordAsKeeper.path]).toEqual(['PUT', `${keeperEntries}/:entry`]);
  expect([takeRequest.method, takeRequest.path]).toEqual(['PUT', `${routes.requests}/:request`]);
  expect([getWalkCalendar.method, getWalkCalendar.path]).toEqual(['GET', routes.walkCalendar]);
  const { volunteerDays, volunteerVisits } = routes;
  expect([getVolunteerDays.method, getVolunteerDays.path]).toEqual(['GET', volunteerDays]);
  expect([recordVisit.method, recordVisit.path]).toEqual(['PUT', `${volunteerVisits}/:visit`]);
});
