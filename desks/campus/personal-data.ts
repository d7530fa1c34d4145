import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows, personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed; who they are and what was reported goes with office/people. */
export const campusPersonalData = [
  personalRows({
    kind: 'class-members',
    name: say('班级名单（已加密）', 'Who belongs to classes, sealed'),
    table: 'campus.member',
  }),
  personalRows({
    kind: 'whereabouts',
    name: say('到校当天在哪里（已加密）', 'Where they were on a morning, sealed'),
    table: 'campus.whereabouts',
  }),
  personalRows({
    kind: 'family-links',
    name: say('家庭填报页的链接', 'Links to families’ pages'),
    table: 'campus.home_link',
  }),
];

/** Stays: when schools and classes meant to begin again. */
export const campusLastingData = [
  lastingRows({
    kind: 'arrivals',
    name: say('到校时间', 'Times of return to school'),
    table: 'campus.arrival',
  }),
];
