import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { samplingEndpoints } from './sampling/sampling-server.ts';
import { schoolEndpoints } from './schools/schools-server.ts';
import { timesEndpoints } from './times/times-server.ts';

export interface CampusServices {
  queue: JobQueue;
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export function campusDeskEndpoints(services: CampusServices): Endpoint[] {
  return [...schoolEndpoints, ...samplingEndpoints, ...timesEndpoints(services.queue)];
}
