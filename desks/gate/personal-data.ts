import { say } from '@liangbuwu/office/http/say.ts';
import { lastingRows, personalRows } from '@liangbuwu/office/responses/closing/personal-data.ts';

/** Goes when its response is closed: whose passes they were, what was measured, who came home. */
export const gatePersonalData = [
  personalRows({
    kind: 'pass-papers',
    name: say('通行证的持有人（已加密）', 'Holders of passes, sealed'),
    table: 'gate.paper',
  }),
  personalRows({
    kind: 'gate-readings',
    name: say('卡口测得的数值（已加密）', 'What was measured at gates, sealed'),
    table: 'gate.reading',
  }),
  personalRows({
    kind: 'returnee-papers',
    name: say('返乡人员登记（已加密）', 'Who came home, sealed'),
    table: 'gate.returnee_paper',
  }),
  personalRows({
    kind: 'own-applications',
    name: say('自行申请（已加密）', 'Applications by the person, sealed'),
    table: 'gate.own_application',
  }),
  personalRows({
    kind: 'home-links',
    name: say('家庭页面的链接', 'Links to households’ pages'),
    table: 'gate.home_link',
  }),
  personalRows({
    kind: 'home-words',
    name: say('家里说的情况（已加密）', 'What households said, sealed'),
    table: 'gate.home_word',
  }),
];

/** Stays: how many passes, checks and days of monitoring there were, and by which rule. */
export const gateLastingData = [
  lastingRows({ kind: 'passes', name: say('通行证', 'Passes'), table: 'gate.pass' }),
  lastingRows({ kind: 'checks', name: say('核验', 'Checks'), table: 'gate.check' }),
  lastingRows({ kind: 'returnees', name: say('返乡登记', 'Returnees'), table: 'gate.returnee' }),
];
