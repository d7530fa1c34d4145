import type { Endpoint } from '../http/endpoint.ts';
import { areaEndpoints } from './areas/server.ts';
import { peopleEndpoints } from './households/people.server.ts';
import { householdEndpoints } from './households/server.ts';
import { placeEndpoints } from './places/server.ts';
import { lastingEndpoints } from './residents/server.ts';
import { roadEndpoints } from './roads/server.ts';
import type { RegisterServices } from './services.ts';
import { travelEndpoints } from './travel/server.ts';
import { wellEndpoints } from './wells/server.ts';

export function registerEndpoints(services: RegisterServices): Endpoint[] {
  return [
    ...areaEndpoints(services),
    ...placeEndpoints,
    ...householdEndpoints(services.householdChecks ?? []),
    ...peopleEndpoints(services),
    ...lastingEndpoints(services),
    ...wellEndpoints,
    ...roadEndpoints,
    ...travelEndpoints,
  ];
}
