import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { batchEndpoints } from './batches/batches-server.ts';
import { reopeningEndpoints } from './reopening/plan-server.ts';
import { schoolEndpoints } from './schools/schools-server.ts';

export interface CampusServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export function campusDeskEndpoints(services: CampusServices): Endpoint[] {
  return [...schoolEndpoints, ...reopeningEndpoints, ...batchEndpoints(services)];
}
