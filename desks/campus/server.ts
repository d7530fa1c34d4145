import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import { readingLimit } from '@liangbuwu/office/people/reading-limit.ts';
import { answerEndpoints } from './answers/answers-server.ts';
import { linkEndpoints } from './home/link-server.ts';
import { memberEndpoints } from './members/members-server.ts';
import { reportEndpoints } from './reports/report-server.ts';
import { schoolEndpoints } from './schools/schools-server.ts';

export interface CampusServices {
  keys: ResponseKeys;
  newId(): string;
  randomInt(below: number): number;
}

export function campusDeskEndpoints(services: CampusServices): Endpoint[] {
  return [
    ...schoolEndpoints,
    ...memberEndpoints({ ...services, limit: readingLimit() }),
    ...linkEndpoints(services),
    ...reportEndpoints(services),
    ...answerEndpoints(services),
  ];
}
