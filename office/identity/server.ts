import type { Endpoint } from '../http/endpoint.ts';
import { administrationEndpoints } from './administration.ts';
import { deputyEndpoints } from './deputies.ts';
import { linkEndpoints } from './links.ts';
import type { IdentityServices } from './services.ts';
import { sightEndpoints } from './sight-server.ts';
import { signInEndpoints } from './sign-in.ts';

export const identityEndpoints = (services: IdentityServices): Endpoint[] => [
  ...signInEndpoints(services),
  ...linkEndpoints(services),
  ...administrationEndpoints(services),
  ...deputyEndpoints(services),
  ...sightEndpoints(services),
];
