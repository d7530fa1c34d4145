import { contract } from '@liangbuwu/office/http/contract.ts';
import { day, id } from '@liangbuwu/office/http/fields.ts';
import { say } from '@liangbuwu/office/http/say.ts';
import { changedMeanwhile, notFound } from '@liangbuwu/office/http/shared-refusals.ts';
import { keyDestroyed, keyMissing } from '@liangbuwu/office/keys/refusals.ts';
import { beforeResponse, notYet, responseClosed } from '@liangbuwu/office/responses/rules.ts';
import { z } from 'zod';
import { noDesk } from '../rules.ts';
import { examples } from './doors.examples.ts';
import { DoorPlan, PlanAsked } from './plan.ts';
import {
  nobodyWorried,
  notAVolunteer,
  notYourDoor,
  plannedMeanwhile,
  walksOfToday,
} from './refusals.ts';
import { DoorSheet, VolunteerDay } from './sheet.ts';
import { Look, Visit, VisitBody } from './visit.ts';

export const getDoors = contract({
  id: 'water.doors',
  method: 'GET',
  path: '/api/water/doors',
  summary: say(
    '送水到家：谁来不了、谁要先核对、谁去送、送得怎样',
    'Water to doors: who cannot come, who is to be checked first, who walks, what came of it',
  ),
  permission: 'water.requests',
  query: z.strictObject({ response: id, area: id, day }),
  output: DoorSheet,
  errors: [noDesk, notFound],
  example: examples.getDoors,
});

export const planDoors = contract({
  id: 'water.plan-doors',
  method: 'PUT',
  path: '/api/water/doors/plans/:plan',
  summary: say(
    '排一个村今天的送水到家；重复提交只算一次',
    "Plan a village's walks of today; sent twice it counts once",
  ),
  permission: 'water.requests',
  params: z.strictObject({ plan: id }),
  body: PlanAsked.extend({
    response: id,
    area: id.describe('the village'),
    day: day.describe('that whoever plans has before them: today'),
    replaces: z.int().nullable().describe('the version that was seen; null: none was'),
  }),
  output: DoorPlan,
  errors: [
    noDesk,
    walksOfToday,
    notAVolunteer,
    plannedMeanwhile,
    changedMeanwhile,
    responseClosed,
    notFound,
  ],
  example: examples.planDoors,
});

export const recordLook = contract({
  id: 'water.record-look',
  method: 'PUT',
  path: '/api/water/doors/looks/:look',
  summary: say(
    '志愿者不放心的、总没人在家的，有人去看过了；重复提交只算一次',
    'Somebody looked after whom a volunteer worried about, or never found at home; sent twice it counts once',
  ),
  permission: 'water.requests',
  params: z.strictObject({ look: id }),
  body: z.strictObject({ visit: id, found: Look.shape.found }),
  output: Visit,
  errors: [nobodyWorried, changedMeanwhile, responseClosed, notFound],
  example: examples.recordLook,
});

export const getVolunteerDays = contract({
  id: 'water.volunteer-days',
  method: 'GET',
  path: '/api/water/volunteer/days',
  summary: say(
    '志愿者今天要送的人家，只有排给自己的',
    "A volunteer's doors of today, none but their own",
  ),
  permission: 'water.visit',
  output: z.strictObject({ days: z.array(VolunteerDay) }),
  example: examples.volunteerDays,
});

export const recordVisit = contract({
  id: 'water.record-visit',
  method: 'PUT',
  path: '/api/water/volunteer/visits/:visit',
  summary: say(
    '志愿者登记：送到了、没人在家、不放心；重复提交只算一次',
    'What a volunteer records: done, not at home, worried; sent twice it counts once',
  ),
  permission: 'water.visit',
  params: z.strictObject({ visit: id }),
  body: VisitBody,
  output: Visit,
  errors: [
    notYourDoor,
    notYet,
    beforeResponse,
    changedMeanwhile,
    responseClosed,
    notFound,
    keyDestroyed,
    keyMissing,
  ],
  example: examples.recordVisit,
});
