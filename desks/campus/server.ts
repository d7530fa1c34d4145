import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { readingLimit } from '@liangbuwu/office/people/reading-limit.ts';
import { answerEndpoints } from './answers/answers-server.ts';
import { batchEndpoints } from './batches/batches-server.ts';
import { linkEndpoints } from './home/link-server.ts';
import { memberEndpoints } from './members/members-server.ts';
import { morningEndpoints } from './morning/morning-server.ts';
import type { GatePort, GateServices } from './passes/gate-port.ts';
import { reopeningEndpoints } from './reopening/plan-server.ts';
import { reportEndpoints } from './reports/report-server.ts';
import { samplingEndpoints } from './sampling/sampling-server.ts';
import { schoolEndpoints } from './schools/schools-server.ts';
import { timesEndpoints } from './times/times-server.ts';

/** What a server hands over. */
export interface GivenServices extends GateServices {
  queue: JobQueue;
}

export interface CampusServices extends GivenServices {
  gate: GatePort;
}

export function campusDeskEndpoints(services: CampusServices): Endpoint[] {
  return [
    ...schoolEndpoints,
    ...memberEndpoints({ ...services, limit: readingLimit() }),
    ...linkEndpoints(services),
    ...reportEndpoints(services),
    ...answerEndpoints(services),
    ...morningEndpoints(services),
    ...reopeningEndpoints,
    ...batchEndpoints(services),
    ...timesEndpoints(services.queue),
    ...samplingEndpoints,
  ];
}
