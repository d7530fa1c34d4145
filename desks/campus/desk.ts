import { say } from '@liangbuwu/office/http/say.ts';
import { campusPermissions } from './permissions.ts';
import { campusRoom } from './room.ts';
import { campusDeskEndpoints } from './server.ts';
import { workOffTimes } from './times/solve-times.ts';
import { timesQueue } from './times/times-queue.ts';

/** All that the campus desk brings to a server. */
export const campusDesk = {
  room: campusRoom,
  permissions: campusPermissions,
  ledgerWords: {
    'campus.school-set-up': say('登记学校', 'School set up'),
    'campus.school-changed': say('修改学校', 'School changed'),
    'campus.class-set-up': say('登记班级', 'Class set up'),
    'campus.class-changed': say('修改班级', 'Class changed'),
    'campus.class-removed': say('删除班级', 'Class removed'),
    'campus.sampling-planned': say('安排采样', 'Sampling planned'),
    'campus.sampling-removed': say('删除采样安排', 'Planned sampling removed'),
    'campus.school-day-saved': say('保存学校的条件', 'What a school has saved'),
    'campus.timetable-asked': say('排错峰时间', 'Times staggered'),
    'campus.timetable-published': say('发布错峰时间', 'Timetable published'),
    'campus.timetable-taken-back': say('收回错峰时间', 'Timetable taken back'),
  },
  jobs: { queues: [timesQueue], workOff: workOffTimes },
  endpoints: campusDeskEndpoints,
};
