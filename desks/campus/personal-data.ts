import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows, personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed; who they are and what was reported goes with office/people. */
export const campusPersonalData = [
  personalRows({
    kind: 'sampling-follow-ups',
    name: say('采样后的跟进（已加密）', 'What was done after sampling, sealed'),
    table: 'campus.sampling_follow_up',
  }),
  personalRows({
    kind: 'swabs',
    name: say('谁采了样、在哪一管（已加密）', 'Who was sampled, into which tube, sealed'),
    table: 'campus.sampling_swab',
  }),
  personalRows({
    kind: 'tubes',
    name: say('采样管和结果', 'Tubes and their results'),
    table: 'campus.sampling_tube',
  }),
  personalRows({
    kind: 'told-answers',
    name: say('家里看到的答复（已加密）', 'Answers that families were told, sealed'),
    table: 'campus.told_answer',
  }),
  personalRows({
    kind: 'school-questions',
    name: say('问学校的问题和回答（已加密）', 'Questions to schools and their answers, sealed'),
    table: 'campus.question',
  }),
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
  lastingRows({
    kind: 'published-answers',
    name: say('公开的问答（不写是谁）', 'Published answers, about nobody'),
    table: 'campus.published_answer',
  }),
];
