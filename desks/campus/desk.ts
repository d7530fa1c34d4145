import { say } from '@liangbuwu/office/http/say.ts';
import { boardingWords } from './boarding/ledger-words.ts';
import { boardingLastingData, boardingPersonalData } from './boarding/personal-data.ts';
import { carePages } from './care/care-pages.ts';
import { careLedgerWords } from './care/ledger-words.ts';
import { carePersonalData } from './care/personal-data.ts';
import { checkWords } from './checks/ledger-words.ts';
import { checkPersonalData } from './checks/personal-data.ts';
import { askPages } from './home/ask-pages.ts';
import { homePages } from './home/home-pages.ts';
import { homeQuestionPages } from './home/question-pages.ts';
import { lessonWords } from './lessons/ledger-words.ts';
import { lessonPersonalData } from './lessons/personal-data.ts';
import type { GatePort, GateServices } from './passes/gate-port.ts';
import { campusPermissions } from './permissions.ts';
import { campusLastingData, campusPersonalData } from './personal-data.ts';
import { schoolPages } from './public/pages.ts';
import { zonePages } from './public/zone-pages.ts';
import { reopeningLastingData } from './reopening/lasting-data.ts';
import { reopeningWords } from './reopening/ledger-words.ts';
import { campusRoom } from './room.ts';
import { rosterWords } from './roster/ledger-words.ts';
import { rosterPersonalData } from './roster/personal-data.ts';
import { campusDeskEndpoints, type GivenServices } from './server.ts';
import { workOffTimes } from './times/solve-times.ts';
import { timesQueue } from './times/times-queue.ts';
import { zoneWords } from './zone/ledger-words.ts';
import { zoneLastingData, zonePersonalData } from './zone/personal-data.ts';

/** All that the campus desk brings to a server, with what keeps the schools' gates. */
export const campusDesk = (gateOf: (services: GateServices) => GatePort) => ({
  room: campusRoom,
  permissions: campusPermissions,
  ledgerWords: {
    'campus.school-set-up': say('登记学校', 'School set up'),
    'campus.school-changed': say('修改学校', 'School changed'),
    'campus.class-set-up': say('登记班级', 'Class set up'),
    'campus.class-changed': say('修改班级', 'Class changed'),
    'campus.class-removed': say('删除班级', 'Class removed'),
    'campus.member-entered': say('登记班级人员', 'Entered into a class'),
    'campus.member-removed': say('从班级移走', 'Taken out of a class'),
    'campus.household-changed': say('调整学生家庭', 'Family of a pupil changed'),
    'campus.home-link-given': say('给出家庭填报链接', 'Link to a family’s page given'),
    'campus.answer-told': say('告诉家里答复变了', 'Family told that an answer changed'),
    'campus.question-asked': say('家长问学校', 'Question to the school'),
    'campus.questions-read': say('查看家长的问题', 'Questions of parents read'),
    'campus.question-answered': say('回答家长的问题', 'Question of a parent answered'),
    'campus.answer-published': say('公开回答', 'Answer published for all parents'),
    'campus.answer-withdrawn': say('收回公开的回答', 'Published answer withdrawn'),
    'campus.menu-saved': say('登记菜单', 'Menu saved'),
    'campus.parents-telephone-set': say('登记给家长的电话', 'Telephone for parents set'),
    'campus.whereabouts-set': say('登记孩子现在在哪里', 'Where a child is, recorded'),
    'campus.passes-settled': say('按规定核对通行证', 'Passes made to go with the rule'),
    'campus.arrival-set': say('定到校时间', 'Time of return set'),
    ...reopeningWords,
    'campus.school-day-saved': say('保存学校的条件', 'What a school has saved'),
    'campus.timetable-asked': say('排错峰时间', 'Times staggered'),
    'campus.timetable-published': say('发布错峰时间', 'Timetable published'),
    'campus.timetable-taken-back': say('收回错峰时间', 'Timetable taken back'),
    'campus.sampling-planned': say('安排采样', 'Sampling planned'),
    'campus.sampling-removed': say('删除采样安排', 'Planned sampling removed'),
    ...zoneWords,
    ...checkWords,
    ...lessonWords,
    ...boardingWords,
    ...careLedgerWords,
    ...rosterWords,
    'campus.sampling-started': say('开始采样', 'Sampling begun'),
    'campus.sampling-resumed': say('继续采样', 'Sampling gone on with'),
    'campus.sampling-called': say('叫号', 'Called for sampling'),
    'campus.sampling-ended': say('结束采样', 'Sampling ended'),
    'campus.tube-opened': say('开管', 'Tube opened'),
    'campus.tube-closed': say('封管', 'Tube closed'),
    'campus.swab-undone': say('取消一次采样登记', 'Swab taken back'),
    'campus.tube-result': say('登记一管的结果', 'Result of a tube recorded'),
    'campus.tube-followed-up': say('跟进一管里的人', 'Somebody of a tube followed up'),
  },
  endpoints: (services: GivenServices) =>
    campusDeskEndpoints({ ...services, gate: gateOf(services) }),
  pages: (services: GivenServices) => [
    ...homePages({ ...services, gate: gateOf(services) }),
    ...askPages(services),
    ...homeQuestionPages({ ...services, gate: gateOf(services) }),
    ...carePages({ ...services, gate: gateOf(services) }),
    ...schoolPages(services),
    ...zonePages(services),
  ],
  jobs: { queues: [timesQueue], workOff: workOffTimes },
  personalData: [
    ...boardingPersonalData,
    ...carePersonalData,
    ...rosterPersonalData,
    ...checkPersonalData,
    ...lessonPersonalData,
    ...campusPersonalData,
    ...zonePersonalData,
  ],
  lastingData: [
    ...campusLastingData,
    ...reopeningLastingData,
    ...zoneLastingData,
    ...boardingLastingData,
  ],
});
