import type { Endpoint } from '@liangbuwu/office/http/endpoint.ts';
import type { JobQueue } from '@liangbuwu/office/jobs/queue.ts';
import { readingLimit } from '@liangbuwu/office/people/reading-limit.ts';
import { answerEndpoints } from './answers/answers-server.ts';
import { batchEndpoints } from './batches/batches-server.ts';
import { roomEndpoints } from './boarding/rooms/rooms-server.ts';
import { sleeperEndpoints } from './boarding/rooms/sleepers-server.ts';
import { storeNeedEndpoints } from './boarding/stores/needs-server.ts';
import { storesEndpoints } from './boarding/stores/stores-server.ts';
import { careEndpoints } from './care/care-server.ts';
import { programmeEndpoints } from './care/programme-server.ts';
import { checkEndpoints } from './checks/checks-server.ts';
import { linkEndpoints } from './home/link-server.ts';
import { lessonEndpoints } from './lessons/lessons-server.ts';
import { lessonQuestionEndpoints } from './lessons/questions-server.ts';
import { todayEndpoints } from './lessons/today-server.ts';
import { listEndpoints } from './members/lists/lists-server.ts';
import { memberEndpoints } from './members/members-server.ts';
import { menuEndpoints } from './menu/menu-server.ts';
import { morningEndpoints } from './morning/morning-server.ts';
import { overviewEndpoints } from './overview/overview-server.ts';
import type { GatePort, GateServices } from './passes/gate-port.ts';
import { questionEndpoints } from './questions/questions-server.ts';
import { reopeningEndpoints } from './reopening/plan-server.ts';
import { reportEndpoints } from './reports/report-server.ts';
import { rosterEndpoints } from './roster/roster-server.ts';
import { resultEndpoints } from './sampling/results/results-server.ts';
import { runEndpoints } from './sampling/run/run-server.ts';
import { swabEndpoints } from './sampling/run/swabs-server.ts';
import { samplingEndpoints } from './sampling/sampling-server.ts';
import { schoolEndpoints } from './schools/schools-server.ts';
import { arrivalEndpoints } from './times/arrivals-server.ts';
import { classTimesEndpoints } from './times/class-times-server.ts';
import { timesEndpoints } from './times/times-server.ts';
import { toldEndpoints } from './told/told-server.ts';
import { roundEndpoints } from './zone/rounds-server.ts';
import { zoneEndpoints } from './zone/zone-server.ts';

/** What a server hands over. */
export interface GivenServices extends GateServices {
  queue: JobQueue;
}

export interface CampusServices extends GivenServices {
  gate: GatePort;
}

export function campusDeskEndpoints(services: CampusServices): Endpoint[] {
  const reading = { ...services, limit: readingLimit() };
  return [
    ...schoolEndpoints,
    ...memberEndpoints(reading),
    ...listEndpoints(reading),
    ...linkEndpoints(services),
    ...reportEndpoints(services),
    ...answerEndpoints(services),
    ...toldEndpoints(services),
    ...questionEndpoints(services),
    ...menuEndpoints,
    ...overviewEndpoints(services),
    ...morningEndpoints(services),
    ...checkEndpoints(services),
    ...careEndpoints(services),
    ...programmeEndpoints,
    ...rosterEndpoints(services),
    ...reopeningEndpoints,
    ...batchEndpoints(services),
    ...timesEndpoints(services.queue),
    ...classTimesEndpoints,
    ...lessonEndpoints(services),
    ...todayEndpoints(services),
    ...lessonQuestionEndpoints(services),
    ...arrivalEndpoints(services),
    ...samplingEndpoints,
    ...zoneEndpoints(services),
    ...roundEndpoints(services),
    ...storesEndpoints,
    ...storeNeedEndpoints,
    ...roomEndpoints,
    ...sleeperEndpoints(services),
    ...runEndpoints(services),
    ...swabEndpoints(services),
    ...resultEndpoints(reading),
  ];
}
