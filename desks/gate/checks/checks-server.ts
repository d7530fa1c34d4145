import { type Endpoint, endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { ResponseKeys } from '@liangbuwu/office/keys/response-keys.ts';
import * as routes from './checks.contract.ts';
import { recordCheck } from './record-check.ts';

export const checkEndpoints = (keys: ResponseKeys): Endpoint[] => [
  endpoint(routes.putCheck, (input, deed) => recordCheck(input, deed, keys)),
];
