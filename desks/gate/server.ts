import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { checkEndpoints } from './checks/checks-server.ts';
import { gateEndpoints } from './gates/gates-server.ts';
import { passEndpoints } from './passes/passes-server.ts';

export interface GateServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export const gateDeskEndpoints = (services: GateServices): Endpoint[] => [
  ...gateEndpoints(services),
  ...passEndpoints(services),
  ...checkEndpoints(services.keys),
];
