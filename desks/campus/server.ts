import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { samplingEndpoints } from './sampling/sampling-server.ts';
import { schoolEndpoints } from './schools/schools-server.ts';

export interface CampusServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export function campusDeskEndpoints(_services: CampusServices): Endpoint[] {
  return [...schoolEndpoints, ...samplingEndpoints];
}
