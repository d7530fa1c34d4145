import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readingLimit } from '@liangbuwu/office/people/reading-limit.ts';
import { boardEndpoints } from './board/board-server.ts';
import { checkEndpoints } from './checks/checks-server.ts';
import { codeEndpoints } from './codes/codes-server.ts';
import { gateEndpoints } from './gates/gates-server.ts';
import { householdEndpoints } from './home/home-server.ts';
import { ownEndpoints } from './own/own-server.ts';
import { passEndpoints } from './passes/passes-server.ts';
import { returneeEndpoints } from './returnees/returnee-server.ts';

export interface GateServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export function gateDeskEndpoints(services: GateServices): Endpoint[] {
  const issuing = { ...services, limit: readingLimit() };
  return [
    ...gateEndpoints(services),
    ...passEndpoints(issuing),
    ...checkEndpoints(services.keys),
    ...boardEndpoints,
    ...returneeEndpoints(issuing),
    ...ownEndpoints(issuing),
    ...codeEndpoints(services),
    ...householdEndpoints(services),
  ];
}
