import { say } from '@liangbuwu/office/http/say.ts';
import { gatePermissions } from './permissions.ts';
import { gateLastingData, gatePersonalData } from './personal-data.ts';
import { gatePages } from './public/pages.ts';
import { gateRoom } from './room.ts';
import { gateDeskEndpoints } from './server.ts';

/** All that the gate desk brings to a server. */
export const gateDesk = {
  room: gateRoom,
  permissions: gatePermissions,
  ledgerWords: {
    'gate.gate-put': say('设置卡口', 'Gate set up'),
    'gate.gate-out-of-use': say('停用卡口', 'Gate put out of use'),
    'gate.gate-back-in-use': say('恢复卡口', 'Gate back in use'),
    'gate.key-changed': say('更换签发密钥', 'Key that signs passes changed'),
    'gate.pass-asking': say('申请通行证，还缺情况', 'Pass applied for; something is missing'),
    'gate.pass-refused': say('通行证申请不符合规定', 'Pass refused by the rule'),
    'gate.pass-issued': say('签发通行证', 'Pass issued'),
    'gate.pass-printed': say('打印通行证', 'Pass printed'),
    'gate.pass-revoked': say('吊销通行证', 'Pass revoked'),
    'gate.limit-reached': say('签发达到限额', 'Limit of issuing reached'),
    'gate.more-allowed': say('放宽签发限额', 'More issuing allowed'),
    'gate.returnee-asking': say('返乡登记，还缺情况', 'Came home; something is missing'),
    'gate.returnee-free': say('返乡登记，不需监测', 'Came home; nothing is asked'),
    'gate.returnee-elsewhere': say('返乡登记，转出', 'Came home; is looked after elsewhere'),
    'gate.returnee-home': say('返乡登记，居家监测', 'Came home; monitored at home'),
    'gate.monitoring-handed-over': say('转交居家监测', 'Monitoring handed over'),
    'gate.returnee-released': say('解除居家监测', 'Released from monitoring at home'),
    'gate.code-given': say('给卡口公开编号', 'Public code given to a gate'),
    'gate.code-renewed': say('更换卡口公开编号', 'Public code of a gate changed'),
    'gate.own-asked': say('本人自行申请通行证', 'Pass applied for by the person'),
    'gate.own-opened': say('打开自行申请', 'Application of a person opened'),
    'gate.own-sent-back': say('退回自行申请', 'Application of a person sent back'),
    'gate.own-withdrawn': say('本人撤回申请', 'Application taken back by the person'),
    'gate.home-link-given': say('给出居家监测页面的链接', 'Link to a household’s page given'),
    'gate.home-said': say('家里说了当天的情况', 'Household said how a day was'),
    'gate.checked': say('卡口核验', 'Checked at a gate'),
  },
  endpoints: gateDeskEndpoints,
  pages: gatePages,
  personalData: gatePersonalData,
  lastingData: gateLastingData,
};
